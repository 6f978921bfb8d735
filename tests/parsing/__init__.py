"""Parses and their questions."""

"""Formats that are written in XML."""

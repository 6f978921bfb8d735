"""Reported speech without quotation marks."""

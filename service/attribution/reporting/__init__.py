"""Reporting clauses: the cue, its source, the reported content."""

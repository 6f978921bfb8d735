"""Words made comparable, and the one alignment of two wordings."""

"""Saved searches and feeds: which conflicts somebody wants to hear of."""

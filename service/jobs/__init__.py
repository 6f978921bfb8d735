"""Batches of articles: accepted at once, processed later by any number of workers."""

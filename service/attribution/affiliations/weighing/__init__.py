"""Weighing which nouns beside a mention name a position of the one mentioned."""

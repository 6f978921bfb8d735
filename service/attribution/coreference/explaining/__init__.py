"""Whom a description stands for by the words in and behind it: a name that says so, and whose or which it cannot be."""

"""Keeps Python's collector of cyclic garbage away from what stays for good: models, rules, word tables."""

import gc

# Rows and words are created by the ten thousand and freed without cycles; they should not trigger a search for any.
_MANY = 100_000


def freeze_gc() -> None:
    """Leave all that was made so far out of every later collection, and collect more seldom."""
    freeze_present()
    gc.set_threshold(_MANY)


def freeze_present() -> None:
    """Leave all that was made so far out of every later collection.

    To look through it takes a fifth of a second in a process that answers requests, which all wait for it.
    """
    gc.collect()
    gc.freeze()

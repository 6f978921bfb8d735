"""Python's collector of cyclic garbage, told what is there for good: models, rules and tables of words."""

import gc

# Rows and words are made by the ten thousand and die by themselves; they are no reason to look for cycles.
_MANY = 100_000


def freeze_gc() -> None:
    """Leave all that was made so far out of every later collection, and collect more seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MANY)

"""Hand-made word lists by what they are about, and the one reader of them and of learnt tables: see `tables`."""

from service.lexicon.tables import families, lines, longest_first, table, weights, words

__all__ = ["families", "lines", "longest_first", "table", "weights", "words"]

"""The gender that a word tells: a pronoun, a noun, a given name."""

from functools import cache

from service.lexicon import lines


@cache
def gendered(name: str) -> dict[str, str]:
    """Word to gender of a list with two columns."""
    pairs = (line.rsplit(maxsplit=1) for line in lines(name))
    return {pair[0]: pair[1] for pair in pairs}

"""The gender that a word tells: a pronoun, a noun, a given name."""

from service.lexicon import table


def gendered(name: str) -> dict[str, str]:
    """Word to gender of a list with two columns."""
    return table(name)

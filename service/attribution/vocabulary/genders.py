"""The gender that a word tells: a pronoun, a noun, a given name."""

from service.lexicon import table


def gendered(name: str) -> dict[str, str]:
    """Word to gender of a list with two columns."""
    return table(name)


def tells_other_gender(noun: str, gender: str | None) -> bool:
    """Whether the noun tells another gender than this one, which may be unknown: the woman is not the boy."""
    of_noun = gendered("people/gendered_nouns").get(noun)
    return None not in (gender, of_noun) and of_noun != gender

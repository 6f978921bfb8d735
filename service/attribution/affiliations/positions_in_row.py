"""Two positions in one row before a name: "Harbour Party chairman MP Ann Lee"."""

from service.attribution.vocabulary.nouns import is_bracketed, is_honorific, is_role_noun
from service.parsing.trees import Parse


def position_before(parse: Parse, noun: int) -> int | None:
    """The noun of a position that ends where another begins with this noun; a form of address begins none."""
    word = noun - 1
    if word < 0 or not parse.words[noun].text[0].isupper() or is_honorific(parse, noun):
        return None
    is_plain = parse.words[word].pos == "NOUN" and parse.words[word].text[0].islower()
    return word if is_plain and is_role_noun(parse, word) else None


def positions_in_row(parse: Parse, noun: int) -> tuple[int, ...]:
    """The noun, and before it that of the position in front of it."""
    before = position_before(parse, noun)
    return (noun,) if before is None else (before, noun)


def is_short_form(parse: Parse, noun: int) -> bool:
    """Whether the noun shortens in brackets the position before it: "Chief Executive Officer (CEO)"."""
    return noun > 1 and is_bracketed(parse, noun) and parse.words[noun].text.isupper() and is_role_noun(parse, noun - 2)

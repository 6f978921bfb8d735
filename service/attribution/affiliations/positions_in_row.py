"""Two positions in one row before a name: "Harbour Party chairman MP Ann Lee"."""

from service.attribution.vocabulary.nouns import is_bracketed, is_honorific, is_role_noun
from service.lexicon import words
from service.parsing.trees import Parse

# The one form of address that is a position, too.
_CHAIR = "professor"


def position_before(parse: Parse, noun: int) -> int | None:
    """The noun of a position that ends where another begins with this noun; a form of address begins none."""
    word = noun - 1
    if word < 0 or not parse.words[noun].text[0].isupper():
        return None
    if parse.lower(noun) == _CHAIR:
        return word if _is_apart(parse, word) else None
    if is_honorific(parse, noun):
        return None
    is_plain = parse.words[word].pos == "NOUN" and parse.words[word].text[0].islower()
    return word if is_plain and is_role_noun(parse, word) else None


def _is_apart(parse: Parse, word: int) -> bool:
    """Whether a position stands before a chair, no rank of it: "Director Professor", not "Associate Professor"."""
    token = parse.words[word]
    is_rank = parse.lower(word) in words("positions/rank_words") or is_honorific(parse, word)
    return token.text[0].isupper() and token.entity == "O" and not is_rank and is_role_noun(parse, word)


def positions_in_row(parse: Parse, noun: int) -> tuple[int, ...]:
    """The noun, and before it that of the position in front of it."""
    before = position_before(parse, noun)
    return (noun,) if before is None else (before, noun)


def is_short_form(parse: Parse, noun: int) -> bool:
    """Whether the noun shortens in brackets the position before it: "Chief Executive Officer (CEO)"."""
    return noun > 1 and is_bracketed(parse, noun) and parse.words[noun].text.isupper() and is_role_noun(parse, noun - 2)

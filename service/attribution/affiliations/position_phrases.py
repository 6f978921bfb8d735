"""A phrase that says what somebody is ("Japan’s Foreign Minister") to its positions; `position_spans` reads each."""

from collections.abc import Iterator

from service.attribution.affiliations.organization_names import (
    TO_BODY,
)
from service.attribution.affiliations.position_spans import read_position
from service.attribution.vocabulary.nouns import is_role_noun
from service.domain.quotations import Affiliation
from service.parsing.trees import Parse

_SEPARATORS = (",", "and", "&", ";")


def find_positions(parse: Parse, phrase: range, article_id: str, *, of_body: bool = False) -> list[Affiliation]:
    """The positions in a phrase, in order; `of_body` if the phrase describes an organization, not a person."""
    found: list[Affiliation] = []
    for part in _segments(parse, phrase, of_body):
        role = role_word(parse, part, of_body=of_body)
        if role is not None:
            found.append(_position(parse, part, role, article_id))
    return found


def find_position_of_noun(parse: Parse, phrase: range, noun: int, article_id: str) -> Affiliation:
    """The position in a phrase whose role is this noun, even if no list of roles has it: "a bean grower from Kent"."""
    return _position(parse, phrase, noun, article_id)


def role_word(parse: Parse, phrase: range, *, of_body: bool = False) -> int | None:
    """The noun of the role: the last one of an unbroken row, before any preposition."""
    found: int | None = None
    for word in phrase:
        in_name = parse.words[word].entity in ("B-ORG", "I-ORG") and word + 1 < phrase.stop
        if is_role_noun(parse, word, of_body=of_body) and not in_name:
            found = word
        elif found is not None and parse.lower(word) not in ("-", "and") and not _continues_role(parse, word):
            break
    return found


def _continues_role(parse: Parse, word: int) -> bool:
    return parse.words[word].pos in ("NOUN", "PROPN", "ADJ") and parse.words[word].entity == "O"


def _segments(parse: Parse, phrase: range, of_body: bool) -> Iterator[range]:
    """The phrase cut at commas and "and" where another role follows."""
    start = phrase.start
    for word in phrase:
        if parse.lower(word) not in _SEPARATORS or word == phrase.start:
            continue
        has_role = role_word(parse, range(start, word), of_body=of_body) is not None
        if has_role and _opens_position(parse, range(word + 1, phrase.stop), of_body):
            yield range(start, word)
            start = word + 1
    yield range(start, phrase.stop)


def _opens_position(parse: Parse, rest: range, of_body: bool) -> bool:
    """Whether a role comes before the next preposition, verb or comma."""
    for word in rest:
        if is_role_noun(parse, word, of_body=of_body):
            return True
        lower = parse.lower(word)
        is_verb = parse.words[word].pos == "VERB" and parse.relation(word) != "amod"
        if lower in TO_BODY or lower in (",", "that", "who") or is_verb:
            return lower in ("and", ",") and word == rest.start
    return False


def _position(parse: Parse, part: range, role: int, article_id: str) -> Affiliation:
    """The position of this noun, read inside the part."""
    position = read_position(parse, role, [range(part.start, part.start), range(part.stop, part.stop)])
    found, organization = position.spans(parse)
    return Affiliation(
        article_id=article_id,
        span=parse.span(*position.ends),
        role=found.text,
        organization=None if organization is None else organization.text,
    )

"""Nicknames, which stand between quotation marks inside a name and are nobody's words: Maria “Mimi” Delgado."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.parsing.trees import Parse
from service.text.marked_spans import MarkedSpan

_CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class NicknameRun:
    """The words from the name before a nickname, or its opening mark, to the name behind it."""

    first: int
    last: int
    marks: tuple[int, int]


def find_nicknames(parse: Parse) -> Iterator[NicknameRun]:
    """The nicknames inside names, in order."""
    for opening, token in enumerate(parse.words):
        closing = _closing(parse, opening) if token.text in _CLOSING else None
        if closing is None or not _is_name_word(parse, closing + 1) or not _stands_apart(parse, opening, closing):
            continue
        is_before = _is_name_word(parse, opening - 1) and parse.sentence(opening - 1) == parse.sentence(closing + 1)
        first = opening - 1 if is_before else opening
        words = [*range(first, opening), *range(opening + 1, closing), closing + 1]
        if any(map(_is_of_person, [parse.words[word].entity for word in words])) and (
            is_before or _opens_sentence(parse, opening, closing)
        ):
            yield NicknameRun(first, closing + 1, (opening, closing))


def _closing(parse: Parse, opening: int) -> int | None:
    """The mark that closes right behind a capitalized word or two."""
    mark = _CLOSING[parse.words[opening].text]
    for word in range(opening + 1, min(opening + 2 + _MOST_WORDS, len(parse))):
        text = parse.words[word].text
        if text == mark:
            return word if word > opening + 1 and parse.words[opening + 1].text[0].isupper() else None
        if not text[-1].isalnum():
            return None
    return None


def _stands_apart(parse: Parse, opening: int, closing: int) -> bool:
    """Whether the marks touch what is inside, and nothing outside."""
    spans = [parse.words[word].span for word in (opening, opening + 1, closing - 1, closing, closing + 1)]
    touches = spans[0].end == spans[1].start and spans[2].end == spans[3].start
    return touches and parse.text[spans[3].end : spans[4].start] == " " and parse.text[spans[0].start - 1] != "("


def _opens_sentence(parse: Parse, opening: int, closing: int) -> bool:
    """Whether the nickname stands for the first name: “Bo” Lee said."""
    is_first = parse.sentence_starts[parse.sentence(opening)] == opening
    return is_first and closing == opening + 2 and parse.words[opening + 1].pos == "PROPN"


def _is_name_word(parse: Parse, word: int) -> bool:
    if not 0 <= word < len(parse):
        return False
    token = parse.words[word]
    return token.text[0].isupper() and (token.pos == "PROPN" or _is_of_person(token.entity))


def _is_of_person(entity: str) -> bool:
    return entity.endswith("PERSON")


def without_nicknames(parse: Parse, marks: Sequence[MarkedSpan]) -> tuple[MarkedSpan, ...]:
    """The marked spans that are no nickname inside a name."""
    starts = {parse.words[nickname.marks[0]].span.start for nickname in find_nicknames(parse)}
    return tuple(marked for marked in marks if marked.outer.start not in starts)

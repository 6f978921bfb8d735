"""Short forms of an organization's name: in a bracket behind it, or a part of it behind "the"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Generic, Protocol, TypeVar

from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import kinds_of_nouns
from service.domain.quotations import Mention
from service.text.acronyms import is_acronym, letters_of_name, letters_of_words
from service.text.names import name_words

# Words between which a name may be cut short: "the Council" for the "Council of Elders".
_LINKS = frozenset(("of", "for"))


class _HasNames(Protocol):
    """What this file asks of an entity."""

    mentions: list[Mention]

    @property
    def forms(self) -> list[str]:
        """The names in the article."""


Named = TypeVar("Named", bound=_HasNames)


def short_names_in_brackets(annotated: AnnotatedArticle, named: Sequence[Mention]) -> set[tuple[str, ...]]:
    """The names in brackets right after an organization's, which the recognizer took for people: "(Cenidh)"."""
    ends = {mention.name_words.stop for mention in named if mention.entity == "ORG"}
    return {
        name_words(mention.name)
        for mention in named
        if mention.entity == "PERSON" and len(mention.name_words) == 1 and bracket_before(annotated, mention) in ends
    }


def short_for(annotated: AnnotatedArticle, mention: Mention, entities: Iterable[Named]) -> Named | None:
    """The organization named last that "the Chamber", "Riverside University" or "Acme" (Acme Bank) is short for."""
    short = name_words(mention.name)
    if not short:
        return None
    if not kinds_of_nouns(short[-1]) & {"organization", "document"}:
        called = (each for each in entities if any(_lacks_kind(short, name_words(form)) for form in each.forms))
        # "China" and "Chinese" are more than a government.
        return max(called, key=_last_named, default=None) if mention.entity == "ORG" else None
    before = mention.name_words.start - 1
    is_definite = (before >= 0 and annotated.parse.lower(before) == "the") or mention.span.text[:4].lower() == "the "
    fitting = (each for each in entities if any(_shortens(short, name_words(form), is_definite) for form in each.forms))
    return max(fitting, key=_last_named, default=None)


def _last_named(entity: Named) -> int:
    return entity.mentions[-1].span.start


def _lacks_kind(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the longer name goes on with nothing but nouns for organizations."""
    rest = full[len(short) :]
    return full[: len(short)] == short and bool(rest) and all("organization" in kinds_of_nouns(word) for word in rest)


def _shortens(short: tuple[str, ...], full: tuple[str, ...], is_definite: bool) -> bool:
    """Whether the name begins the longer one before "of", or ends it: "the Court" for the "Supreme Court".

    Or ends what stands before "of": "the Union" for the "Harbour Union of Delta".
    """
    if len(short) >= len(full):
        return False
    begins = full[: len(short)] == short and full[len(short)] in _LINKS
    ends = full[-len(short) :] == short
    is_head = _before_link(full)[-len(short) :] == short
    return (begins and (is_definite or len(short) > 1)) or ((ends or is_head) and is_definite)


def _before_link(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(takewhile(lambda word: word not in _LINKS, name))


def bracket_before(annotated: AnnotatedArticle, mention: Mention) -> int:
    """The word of the bracket that opens right before the name: "Northern Electric Company (Noreco)"."""
    bracket = mention.name_words.start - 1
    return bracket if bracket >= 0 and annotated.parse.words[bracket].text == "(" else -1


class OrganizationNames(Generic[Named]):
    """Finds those whose names a name can stand for, without asking all of them."""

    def __init__(self) -> None:
        self._numbers: dict[Named, int] = {}
        self._by_letters: dict[str, dict[Named, list[str]]] = {}
        self._by_word_letters: dict[str, dict[Named, list[str]]] = {}
        self._by_part: dict[tuple[str, ...], dict[Named, None]] = {}
        self._known: set[tuple[Named, str]] = set()

    def add(self, entity: Named, name: str) -> None:
        """Take in a name; those who are added first are found first."""
        if (entity, name) in self._known:
            return
        self._known.add((entity, name))
        self._numbers.setdefault(entity, len(self._numbers))
        for letters in letters_of_name(name):
            self._by_letters.setdefault(letters, {}).setdefault(entity, []).append(name)
        for letters in letters_of_words(name):
            self._by_word_letters.setdefault(letters, {}).setdefault(entity, []).append(name)
        for part in _parts(name_words(name)):
            self._by_part.setdefault(part, {})[entity] = None

    def of_acronym(self, name: str) -> Named | None:
        """The first whose name this one is the acronym of, or the other way round."""
        sides = (
            (letters_of_name(name), self._by_word_letters),
            (letters_of_words(name), self._by_letters),
        )
        found = (
            entity
            for keys, index in sides
            for key in keys
            for entity, names in index.get(key, {}).items()
            if any(is_acronym(name, other) or is_acronym(other, name) for other in names)
        )
        return min(found, key=self._numbers.__getitem__, default=None)

    def holding(self, words: tuple[str, ...]) -> Iterable[Named]:
        """Those whose names begin or end with these words, and have more."""
        return sorted(self._by_part.get(words, ()), key=self._numbers.__getitem__)


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for place in range(1, len(words)):
        yield words[place:]
        yield words[:place]
    head = _before_link(words)
    for place in range(1, len(head)):
        yield head[place:]

"""Short forms of an organization's name: in a bracket behind it, or a part of it behind "the"."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import kinds_of_nouns
from service.domain.quotations import Mention
from service.text.names import name_words


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
    """Whether the name begins the longer one before "of", or ends it: "the Court" for the "Supreme Court"."""
    if len(short) >= len(full):
        return False
    begins = full[: len(short)] == short and full[len(short)] in ("of", "for")
    ends = full[-len(short) :] == short
    return (begins and (is_definite or len(short) > 1)) or (ends and is_definite)


def bracket_before(annotated: AnnotatedArticle, mention: Mention) -> int:
    """The word of the bracket that opens right before the name: "Northern Electric Company (Noreco)"."""
    bracket = mention.name_words.start - 1
    return bracket if bracket >= 0 and annotated.parse.words[bracket].text == "(" else -1

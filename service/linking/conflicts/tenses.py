"""Whether an article says that a position is held or was held: read from its words and from those around it."""

import re
from enum import StrEnum
from functools import cache

from service.domain.articles import Article
from service.domain.quotations import Affiliation
from service.lexicon import longest_first

# The verb of a position stands at most this far before it; a stop in between ends its clause.
_CLAUSE, _CLAUSE_END = 40, re.compile(r"[^\w\s'’-]")
# A term that has ended, stated after the position: "from 2000 to 2006", "(1994-1999)", "until 2016", "during
# the Reed administration".
_TERM = re.compile(
    r"\W*(?:(?:from |between )?(?:\d{4}\s*(?:to|and|until|[-–—])\s*\d{2,4}\b|until\s+(?:\w+ )?\d{4}\b)"
    r"|during [\w.'’ -]*\b(?:administration|presidency|term|years|era)\b)"
)
# "when she was a mayor", "he served as mayor"; who "has served as mayor" may still be.
_SERVED = re.compile(
    r"(?:\b(?:when|while|after) [\w' -]*\b(?:was|were)|(?<!\bhas )(?<!\bhave )\b(?:worked|served) as)(?: the| an?)?$"
)
# Of a position of some year ("the 2012 nominee") the words do not say whether it ended with the year.
_YEAR = re.compile(r"\b(?:19|20)\d\d(?: [\w-]+)?$")
# These put it in the past from anywhere before it in its clause: "who until last year was mayor".
_ENDED = re.compile(r"\b(?:formerly|previously|until|used to be|was once)\b")
_LINKED = re.compile(r"\s*(?:,|\band\b)\s*")


class Tense(StrEnum):
    """Whether the article says that the position is held or was held; `open` where its words do not tell."""

    FORMER = "former"
    CURRENT = "current"
    OPEN = "open"


def tense_of(affiliation: Affiliation, article: Article, role: str) -> Tense:
    """A baker and former mayor is something, and was something: which of them another article tells stays open.

    So does the position of who has just resigned: other articles may well be of the hour before.
    """
    before, text = _before(affiliation, article), plain(affiliation.span.text)
    if _leaving().search(before) or _YEAR.search(before):
        return Tense.OPEN
    if _TERM.match(_after(affiliation, article)) or _SERVED.search(before):
        return Tense.FORMER
    if _ENDED.search(f"{before} {text}") or _near_former().search(before):
        return Tense.FORMER
    if _former().search(f"{text} ; {role}") is None:
        return Tense.CURRENT
    first, *others = _LINKED.split(role)
    is_second = any(map(_former().search, others)) and not _former().search(first)
    return Tense.OPEN if is_second else Tense.FORMER


def without_tense(role: str) -> str:
    """The role without the words that put it in the past."""
    return _former().sub(" ", role)


def plain(text: str) -> str:
    """The text in small letters, with one apostrophe and single blanks."""
    return " ".join(text.casefold().replace("’", "'").split())


def _before(affiliation: Affiliation, article: Article) -> str:
    """What stands before the position in its clause ("who until last year was")."""
    start = affiliation.span.start
    return plain(_CLAUSE_END.split(article.content(affiliation.span.field)[max(0, start - _CLAUSE) : start])[-1])


def _after(affiliation: Affiliation, article: Article) -> str:
    """What follows the position, as far as it may tell the years in which it was held."""
    end = affiliation.span.end
    return article.content(affiliation.span.field)[end : end + _CLAUSE].casefold()


@cache
def _former() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('positions/former')})\b[- ]?")


@cache
def _near_former() -> re.Pattern[str]:
    """What stands right before a position: "former Hillford", not "former guard Ray Reed to"."""
    return re.compile(rf"\b(?:{_any_of('positions/former')})(?:[- ](?!(?:and|or|to)\b)[\w'-]+){{0,2}}$")


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('positions/leaving')})\b")


def _any_of(name: str) -> str:
    return "|".join(map(re.escape, longest_first(name)))

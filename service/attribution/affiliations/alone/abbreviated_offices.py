"""Offices that an abbreviation before a name tells: "HP Sen. Ann Lee", or "Sen. Ann Lee" if nothing more is said."""

from collections.abc import Iterator

from service.attribution.affiliations.alone.constituencies import constituency_after
from service.attribution.affiliations.prepositional_objects import read_object
from service.attribution.document import AnnotatedArticle
from service.domain.quotations import Affiliation, Mention, MentionKind
from service.parsing.trees import Parse

_OFFICES = frozenset(("cllr", "gov", "prof", "rep", "sen"))
_BEFORE_NAMES = ("DET", "ADJ", "VERB")


def find_abbreviated_offices(annotated: AnnotatedArticle, mention: Mention) -> Iterator[Affiliation]:
    """The office as printed, with the organization before it or after the name: "Prof Ann Lee of Port University"."""
    parse, title = annotated.parse, _office_before(annotated, mention)
    if title is None:
        return
    organization = _before(parse, title) or _after(parse, mention, title) or _constituency(parse, mention, title)
    if organization:
        first, last = min(title, organization.start), max(mention.name_words[-1], organization[-1])
        # "Rep. Ann Lee (R-Ill.)", to the end of the bracket.
        inside = parse.words[first : last + 2]
        last += inside[-1].text == ")" and any(word.text == "(" for word in inside)
        name = parse.span(organization.start, organization[-1]).text
        yield Affiliation(annotated.article.id, parse.span(first, last), parse.words[title].text, name)


def find_office_alone(annotated: AnnotatedArticle, mention: Mention) -> Iterator[Affiliation]:
    """The same office without an organization."""
    parse, title = annotated.parse, _office_before(annotated, mention)
    if title is not None:
        yield Affiliation(
            annotated.article.id, parse.span(title, mention.name_words[-1]), parse.words[title].text, organization=None
        )


def _office_before(annotated: AnnotatedArticle, mention: Mention) -> int | None:
    parse, title = annotated.parse, mention.name_words.start - 1
    if mention.kind is not MentionKind.NAME or title < 0 or parse.lower(title).rstrip(".") not in _OFFICES:
        return None
    return title


def _before(parse: Parse, title: int) -> range:
    start = title
    while start > 0 and parse.words[start - 1].entity.endswith(("ORG", "LOC", "NORP")):
        start -= 1
    return range(start, title)


def _constituency(parse: Parse, mention: Mention, title: int) -> range:
    """As in "Sen. Ann Lee (D-Ill.)"."""
    state = constituency_after(parse, mention.name_words.stop) if _is_elected(parse, title) else None
    return state or range(0)


def _is_elected(parse: Parse, title: int) -> bool:
    return parse.lower(title).rstrip(".") != "prof"


def _after(parse: Parse, mention: Mention, title: int) -> range:
    of, stop = mention.name_words.stop, parse.sentence_words(mention.sentence).stop
    if of >= stop or parse.lower(of) not in ("of", "from"):
        return range(0)
    start = of + 1
    while start < stop and parse.words[start].text[0].islower() and parse.words[start].pos in _BEFORE_NAMES:
        start += 1
    found = read_object(parse, start, stop)
    kinds = ("ORG", "LOC") if parse.lower(of) == "of" and _is_elected(parse, title) else ("ORG",)
    is_body = found.is_named and any(parse.words[word].entity.endswith(kinds) for word in found.words)
    return found.words if is_body else range(0)

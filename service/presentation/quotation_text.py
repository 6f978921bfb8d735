"""A quotation as newspapers print it: its own words between marks, dots where a clause interrupts them."""

from collections.abc import Sequence
from itertools import pairwise

from service.domain.articles import Article, Span
from service.domain.quotations import Attribution, Quotation, QuotationKind

_OPENING_MARKS = frozenset("“‘«„\"'")
_GAP = " … "
# Between two parts: as much as their marks and the break of a paragraph take, but no word with its marks.
_LONGEST_BREAK = 7


def is_between_marks(article: Article, quotation: Quotation, part: Span) -> bool:
    """Whether the part stands between quotation marks; a mixed quotation has parts of both kinds."""
    is_opened = part.start > 0 and article.content(part.field)[part.start - 1] in _OPENING_MARKS
    return quotation.kind is QuotationKind.DIRECT or (quotation.kind is QuotationKind.MIXED and is_opened)


def quotation_text(article: Article, quotation: Quotation) -> str:
    """All parts in a row; a comma before a gap or at the end belongs to the sentence around the words."""
    parts, content = quotation.parts, article.content(quotation.field)
    marked = [is_between_marks(article, quotation, part) for part in parts]
    texts = [" ".join(part.text.split()) for part in parts]
    printed = "“" if marked[0] else ""
    for number, (part, following) in enumerate(pairwise(parts)):
        is_interrupted = any(map(str.isalnum, content[part.end : following.start]))
        printed += texts[number].rstrip(",") if is_interrupted else texts[number]
        is_changed = marked[number] is not marked[number + 1]
        printed += "”" if is_changed and marked[number] else ""
        printed += _GAP if is_interrupted else " "
        printed += "“" if is_changed and marked[number + 1] else ""
    return printed + texts[-1].rstrip(",") + ("”" if marked[-1] else "")


def text_of_parts(parts: Sequence[Span]) -> str:
    """The same without the article, and without marks: what lies far apart has something between it."""
    printed = parts[0].text
    for part, following in pairwise(parts):
        is_interrupted = following.start - part.end > _LONGEST_BREAK
        printed = printed.rstrip(",") + _GAP + following.text if is_interrupted else f"{printed} {following.text}"
    return " ".join(printed.split()).rstrip(",")


def text_alone(quotation: Quotation) -> str:
    """The quotation in a list, where its article is not at hand; of a mixed one nobody knows there what is marked."""
    text = text_of_parts(quotation.parts)
    return f"“{text}”" if quotation.kind is QuotationKind.DIRECT else text


def distinct_quotations(article: Article, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The article's quotations, each once: a caption repeats what a speaker said in the text, word for word."""
    first: dict[tuple[str, str | None, bool], Attribution] = {}
    for attribution in attributions:
        quotation = attribution.quotation
        if quotation.article_id == article.id:
            text = quotation_text(article, quotation).casefold()
            first.setdefault((text, attribution.speaker_id, quotation.is_speech), attribution)
    return tuple(first.values())

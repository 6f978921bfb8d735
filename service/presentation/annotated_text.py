"""An article and what was found in it, to segments that carry their marks; pure, and no HTML yet.

Marks nest and overlap (a cue inside a sentence of indirect speech, a mention inside an affiliation), so
the text is cut wherever one begins or ends, and each segment knows all that cover it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from service.domain.articles import Article, Span
from service.domain.conflicts import Analysis
from service.domain.quotations import Attribution, Quotation, QuotationKind

# A speaker's name after a quotation stands after its closing marks, too.
_CLOSING_MARKS = frozenset("”’»\"'")
_OPENING_MARKS = frozenset("“‘«„\"'")


class MarkKind(StrEnum):
    """What a marked piece of text is."""

    QUOTATION = "quotation"
    INDIRECT = "indirect"
    NO_SPEECH = "no-speech"
    CUE = "cue"
    MENTION = "mention"
    AFFILIATION = "affiliation"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with a reason to show it."""

    kind: MarkKind
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """Who said what ends here, printed after it."""

    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same marks; `anchor` is there where one begins, `notes` follow the text."""

    text: str
    kinds: tuple[MarkKind, ...]
    anchor: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article that is not empty."""

    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The line itself."""
        return "".join(segment.text for segment in self.segments)


def anchor(number: int, start: int) -> str:
    """The name of a place, by the article's number on the page and the offset."""
    return f"a{number}-{start}"


def marked_paragraphs(article: Article, analysis: Analysis, *, number: int) -> tuple[Paragraph, ...]:
    """The article's paragraphs with all their marks; `number` is the article's number on the page."""
    marks = tuple(_marks(article, analysis))
    notes = tuple(_notes(article, analysis))
    return tuple(
        Paragraph(tuple(_segments(line, marks, notes, number=number)))
        for line in _lines(article)
        if line.text and not line.text.isspace()
    )


def _lines(article: Article) -> Iterator[Span]:
    start = 0
    for text in article.text.splitlines(keepends=True):
        yield Span(start, start + len(text), text)
        start += len(text)


def _marks(article: Article, analysis: Analysis) -> Iterator[Mark]:
    for attribution in _of(article, analysis):
        yield from _attribution_marks(article, attribution)
    for speaker in analysis.speakers:
        for affiliation in speaker.affiliations:
            if affiliation.article_id == article.id:
                yield Mark(MarkKind.AFFILIATION, affiliation.span)
    for conflict in analysis.conflicts:
        for claim in conflict.claims:
            for place in claim.evidence:
                if place.article_id == article.id:
                    yield Mark(MarkKind.EVIDENCE, place.span)


def _attribution_marks(article: Article, attribution: Attribution) -> Iterator[Mark]:
    for part in attribution.quotation.parts:
        yield Mark(_kind(article, attribution.quotation, part), part)
    if attribution.cue is not None:
        yield Mark(MarkKind.CUE, attribution.cue)
    if attribution.mention is not None:
        yield Mark(MarkKind.MENTION, attribution.mention)


def _kind(article: Article, quotation: Quotation, part: Span) -> MarkKind:
    """A mixed quotation has parts of both kinds; those of direct speech follow an opening mark."""
    if not quotation.is_speech:
        return MarkKind.NO_SPEECH
    is_marked = part.start > 0 and article.text[part.start - 1] in _OPENING_MARKS
    if quotation.kind is QuotationKind.DIRECT or (quotation.kind is QuotationKind.MIXED and is_marked):
        return MarkKind.QUOTATION
    return MarkKind.INDIRECT


def _notes(article: Article, analysis: Analysis) -> Iterator[Note]:
    names = {speaker.id: speaker.name for speaker in analysis.speakers}
    for attribution in _of(article, analysis):
        if attribution.quotation.is_speech:
            end = attribution.quotation.parts[-1].end
            while article.text[end : end + 1] in _CLOSING_MARKS:
                end += 1
            yield Note(end, names.get(attribution.speaker_id or "", "no speaker"))


def _of(article: Article, analysis: Analysis) -> Iterator[Attribution]:
    return (each for each in analysis.attributions if each.quotation.article_id == article.id)


def _segments(line: Span, marks: Iterable[Mark], notes: Iterable[Note], *, number: int) -> Iterator[Segment]:
    present = [mark for mark in marks if mark.span.overlaps(line)]
    here = [note for note in notes if line.start < note.position <= line.end]
    cuts = {line.start, line.end, *(note.position for note in here)}
    for mark in present:
        cuts |= {max(mark.span.start, line.start), min(mark.span.end, line.end)}
    for start, end in pairwise(sorted(cuts)):
        covering = [mark for mark in present if mark.span.start <= start and end <= mark.span.end]
        yield Segment(
            text=line.text[start - line.start : end - line.start],
            kinds=tuple(kind for kind in MarkKind if any(mark.kind is kind for mark in covering)),
            anchor=anchor(number, start) if any(mark.span.start == start for mark in covering) else None,
            notes=tuple(note.text for note in here if note.position == end),
        )

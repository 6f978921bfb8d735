"""An article and what was found in it, to segments that carry their marks; pure, and no HTML yet.

Marks nest and overlap (a cue inside a sentence of indirect speech, a mention inside an affiliation), so
the text is cut wherever one begins or ends, and each segment knows all that cover it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import accumulate, groupby, pairwise

from service.domain.articles import Article, ArticleField, Span
from service.domain.conflicts import Conflict
from service.domain.quotations import Attribution, Quotation, Speaker
from service.presentation.disputes import Dispute, disputed_places
from service.presentation.quotation_text import is_between_marks

# A speaker's name after a quotation stands after its closing marks, too.
_CLOSING_MARKS = frozenset("”’»\"'")


class MarkKind(StrEnum):
    """What a marked piece of text is."""

    QUOTATION = "quotation"
    INDIRECT = "indirect"
    NO_SPEECH = "no-speech"
    CUE = "cue"
    MENTION = "mention"
    AFFILIATION = "affiliation"
    EVIDENCE = "evidence"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Findings:
    """What is marked in an article: whom it quotes, what it says that they are, and what other reports contradict.

    `names` are those of the other reports, by the ids of their articles.
    """

    attributions: Sequence[Attribution]
    speakers: Sequence[Speaker]
    conflicts: Sequence[Conflict]
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with a reason to show it."""

    kind: MarkKind
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """What is printed after a place: who said what ends there, or who disagrees."""

    position: int
    field: ArticleField
    content: str | Dispute


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same marks; `anchor` is there where one begins, notes and disputes follow the text."""

    text: str
    kinds: tuple[MarkKind, ...]
    anchor: str | None
    notes: tuple[str, ...]
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article's text or title that is not empty."""

    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The line itself."""
        return "".join(segment.text for segment in self.segments)


def anchor(number: int, start: int, field: ArticleField = ArticleField.TEXT) -> str:
    """The name of a place, by the article's number on the page and the offset."""
    return f"a{number}-{start}" if field is ArticleField.TEXT else f"a{number}-{field}-{start}"


def marked_paragraphs(
    article: Article, findings: Findings, *, number: int, field: ArticleField = ArticleField.TEXT
) -> tuple[Paragraph, ...]:
    """The paragraphs of the article's text, or of its title, with all their marks.

    `number` is the article's number on the page.
    """
    content = article.content(field)
    line_ends = list(accumulate(map(len, content.splitlines(keepends=True)), initial=0))
    marks = (mark for mark in _marks(article, findings) if mark.span.field is field)
    notes = (note for note in _notes(article, findings) if note.field is field)
    segments = _segments(content, marks, notes, line_ends, partial(anchor, number, field=field))
    lines = groupby(segments, key=lambda placed: bisect_right(line_ends, placed[0]))
    paragraphs = (Paragraph(tuple(segment for _, segment in line)) for _, line in lines)
    return tuple(paragraph for paragraph in paragraphs if not paragraph.text.isspace())


def _marks(article: Article, findings: Findings) -> Iterator[Mark]:
    for attribution in _of(article, findings):
        yield from _attribution_marks(article, attribution)
    for speaker in findings.speakers:
        for affiliation in speaker.affiliations:
            if affiliation.article_id == article.id:
                yield Mark(MarkKind.AFFILIATION, affiliation.span)
    for conflict in findings.conflicts:
        for claim in conflict.claims:
            for place in claim.evidence:
                if place.article_id == article.id:
                    yield Mark(MarkKind.EVIDENCE, place.span)
    for disputed in disputed_places(article.id, findings.conflicts, findings.names):
        for part in disputed.parts:
            yield Mark(MarkKind.DISPUTED, part)


def _attribution_marks(article: Article, attribution: Attribution) -> Iterator[Mark]:
    for part in attribution.quotation.parts:
        yield Mark(_kind(article, attribution.quotation, part), part)
    if attribution.cue is not None:
        yield Mark(MarkKind.CUE, attribution.cue)
    if attribution.mention is not None:
        yield Mark(MarkKind.MENTION, attribution.mention)


def _kind(article: Article, quotation: Quotation, part: Span) -> MarkKind:
    if not quotation.is_speech:
        return MarkKind.NO_SPEECH
    return MarkKind.QUOTATION if is_between_marks(article, quotation, part) else MarkKind.INDIRECT


def _notes(article: Article, findings: Findings) -> Iterator[Note]:
    names = {speaker.id: speaker.name for speaker in findings.speakers}
    for attribution in _of(article, findings):
        if attribution.quotation.is_speech:
            last = attribution.quotation.parts[-1]
            yield Note(_end(article, last), last.field, names.get(attribution.speaker_id or "", "no speaker"))
    for disputed in disputed_places(article.id, findings.conflicts, findings.names):
        last = disputed.parts[-1]
        yield Note(_end(article, last), last.field, disputed.dispute)


def _end(article: Article, part: Span) -> int:
    """Behind its closing marks, too."""
    end, content = part.end, article.content(part.field)
    while content[end : end + 1] in _CLOSING_MARKS:
        end += 1
    return end


def _of(article: Article, findings: Findings) -> Iterator[Attribution]:
    return (each for each in findings.attributions if each.quotation.article_id == article.id)


def _segments(
    content: str,
    marks: Iterable[Mark],
    notes: Iterable[Note],
    line_ends: Sequence[int],
    anchor_at: Callable[[int], str],
) -> Iterator[tuple[int, Segment]]:
    """The segments with their offsets; one sweep over the text, as long articles hold thousands of marks."""
    begins: dict[int, list[MarkKind]] = defaultdict(list)
    ends: dict[int, list[MarkKind]] = defaultdict(list)
    notes_at: dict[int, list[str | Dispute]] = defaultdict(list)
    for mark in marks:
        begins[mark.span.start].append(mark.kind)
        ends[mark.span.end].append(mark.kind)
    for note in notes:
        notes_at[note.position].append(note.content)
    n_covering = dict.fromkeys(MarkKind, 0)
    for start, end in pairwise(sorted({*line_ends, *begins, *ends, *notes_at})):
        for kind in begins.get(start, ()):
            n_covering[kind] += 1
        for kind in ends.get(start, ()):
            n_covering[kind] -= 1
        yield (
            start,
            Segment(
                text=content[start:end],
                kinds=tuple(kind for kind, n_marks in n_covering.items() if n_marks),
                anchor=anchor_at(start) if start in begins else None,
                notes=tuple(note for note in notes_at.get(end, ()) if isinstance(note, str)),
                disputes=tuple(note for note in notes_at.get(end, ()) if isinstance(note, Dispute)),
            ),
        )

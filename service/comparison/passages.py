"""Quotations made ready to be compared: their words, who said them, and which words stand between marks."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.comparison.speakers import Cast
from service.comparison.words import Word, weight, words_of
from service.domain import Article, Attribution, Quotation, QuotationKind, Report, Span, Speaker

_MARKS = frozenset("\"'“”„‟‘’‚‛«»‹›「」")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a quotation; between two of them stood the reporting clause."""

    span: Span
    words: tuple[Word, ...]
    is_printed: bool
    """Whether it stands between quotation marks, so that each of its words counts."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A speech quotation with its words and its speaker, if one was found."""

    quotation: Quotation
    parts: tuple[Part, ...]
    speaker: Speaker | None
    confidence: float
    """The probability that the speaker is right."""

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id

    @property
    def article_id(self) -> str:
        """The article that prints it."""
        return self.quotation.article_id

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of all parts."""
        return tuple(word for part in self.parts for word in part.words)

    @property
    def printed_parts(self) -> tuple[Part, ...]:
        """The parts between quotation marks."""
        return tuple(part for part in self.parts if part.is_printed)

    @property
    def printed_words(self) -> tuple[Word, ...]:
        """The words between quotation marks."""
        return tuple(word for part in self.printed_parts for word in part.words)

    @property
    def printed_text(self) -> str:
        """What stands between quotation marks, as the article has it."""
        return " ".join(part.span.text for part in self.printed_parts)

    @property
    def weight(self) -> float:
        """How much the words say."""
        return weight(self.words)


def passages_of(reports: Iterable[Report], cast: Cast) -> tuple[Passage, ...]:
    """The speech quotations with their merged speakers, sorted by id."""
    speakers = {speaker.id: speaker for speaker in cast.speakers}
    found: list[Passage] = []
    for report in reports:
        merged = cast.merged_ids(report.article.id)
        for attribution in report.attributions:
            if attribution.quotation.is_speech:
                speaker = speakers.get(merged.get(attribution.speaker_id or "", ""))
                found.append(_passage(attribution, speaker, report.article))
    return tuple(sorted(found, key=lambda passage: passage.id))


def _passage(attribution: Attribution, speaker: Speaker | None, article: Article) -> Passage:
    quotation = attribution.quotation
    parts = tuple(
        Part(span, words_of(span.text, follows_gap=place > 0), _is_printed(quotation, span, article))
        for place, span in enumerate(quotation.parts)
    )
    return Passage(quotation, parts, speaker, attribution.confidence)


def _is_printed(quotation: Quotation, part: Span, article: Article) -> bool:
    """Whether the part stands between marks; a mixed quotation has parts in the reporter's own words."""
    around = article.text[max(0, part.start - 1) : part.start] + article.text[part.end : part.end + 1]
    is_marked = bool(_MARKS.intersection(around))
    return quotation.kind is QuotationKind.DIRECT or (quotation.kind is QuotationKind.MIXED and is_marked)

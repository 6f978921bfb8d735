"""Quotations made ready to be compared: their words, who said them, and which words stand between marks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from service.domain.articles import Article, ArticleField, Span
from service.domain.quotations import ArticleAnalysis, Attribution, Quotation, QuotationKind, ReportedAs, Speaker
from service.linking.content_ids import identify
from service.linking.statements.events import Occasion, occasion_of
from service.linking.statements.near_duplicates import Context, context_of
from service.linking.wording.signatures import SignaturePair, signature_of
from service.linking.wording.tokens import SMALL, Word, keys_in, weight, words_of
from service.linking.wording.word_codes import codes_of

# Who is less likely the speaker contradicts nobody: all four conflicts of the labelled stories with such a side were
# false.
_LIKELY = 0.6
_MARKS = frozenset("\"'“”„‟‘’‚‛«»‹›「」")


# Without slots, as the quotation below.
@dataclass(frozen=True)
class Part:
    """A piece of a quotation; between two of them stood the reporting clause."""

    span: Span
    words: tuple[Word, ...]
    is_printed: bool
    """Whether it stands between quotation marks, so that each of its words counts."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What its words are compared by, contractions in two."""
        return keys_in(self.words)

    @cached_property
    def weight(self) -> float:
        """How much its words say."""
        return weight(self.words)


# Without slots: what is computed of its words is asked for again with every pair.
@dataclass(frozen=True)
class ComparableQuotation:
    """A speech quotation with its words and its speaker, if one was found."""

    quotation: Quotation
    parts: tuple[Part, ...]
    speaker: Speaker | None
    confidence: float
    """How likely the speaker is right, in whole tenths."""
    occasion: Occasion
    """When and about what the article reports."""
    context: Context
    """A sketch of the text around it."""
    content: str
    """A key of all that is compared but the topic: equal for two quotations only if they are the same in all of it."""
    relays: tuple[str, ...] = ()
    """The names of those who only pass the words on, in order."""
    stored_signatures: SignaturePair | None = field(default=None, compare=False, repr=False)
    """Its signatures, where they need not be made of its words again."""

    @property
    def day(self) -> int | None:
        """When the article was published, in days since 1970; None if it does not tell."""
        return self.occasion.day

    @property
    def is_likely(self) -> bool:
        """Whether the speaker is likely enough to contradict another."""
        return self.confidence >= _LIKELY

    @property
    def is_denied(self) -> bool:
        """Whether the article reports the words as denied, or as not said."""
        return self.quotation.reported_as is ReportedAs.DENIED

    @property
    def is_speech(self) -> bool:
        """Whether its own article shows it to be speech; another article may, where it prints the same words."""
        return self.quotation.is_speech

    @property
    def is_in_title(self) -> bool:
        """Whether it stands in the article's title."""
        return self.quotation.field is ArticleField.TITLE

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id

    @property
    def article_id(self) -> str:
        """The article that prints it."""
        return self.quotation.article_id

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of all parts."""
        return tuple(chain.from_iterable([part.words for part in self.parts]))

    @cached_property
    def printed_parts(self) -> tuple[Part, ...]:
        """The parts between quotation marks."""
        return tuple(part for part in self.parts if part.is_printed)

    @cached_property
    def printed_words(self) -> tuple[Word, ...]:
        """The words between quotation marks: most often all."""
        if len(self.printed_parts) == len(self.parts):
            return self.words
        return tuple(chain.from_iterable([part.words for part in self.printed_parts]))

    @cached_property
    def word_keys(self) -> tuple[str, ...]:
        """What the words of all parts are compared by, contractions in two."""
        return keys_in(self.words)

    @cached_property
    def printed_keys(self) -> tuple[str, ...]:
        """The same of the words between quotation marks."""
        return self.word_keys if self.printed_words is self.words else keys_in(self.printed_words)

    @cached_property
    def printed_text(self) -> str:
        """What stands between quotation marks, as the article has it."""
        return " ".join(part.span.text for part in self.printed_parts)

    @cached_property
    def signatures(self) -> SignaturePair:
        """What tells whether the quotation is worth comparing with another."""
        if self.stored_signatures is not None:
            return self.stored_signatures
        whole = signature_of(self.words)
        if not self.printed_parts:
            return SignaturePair(None, whole)
        printed = whole if self.printed_words is self.words else signature_of(self.printed_words)
        return SignaturePair(printed, whole, tuple(codes_of(part.keys) for part in self.printed_parts))

    @property
    def weight(self) -> float:
        """How much the words say."""
        return self.signatures.whole.weight


def comparable_quotations(report: ArticleAnalysis) -> tuple[ComparableQuotation, ...]:
    """The article's quotations with the speakers as it tells them, sorted by id; fragments that may be speech, too."""
    speakers, occasion = {speaker.id: speaker for speaker in report.speakers}, occasion_of(report.article)
    found = (
        _passage(attribution, speakers, report.article, occasion)
        for attribution in report.attributions
        if attribution.quotation.is_speech or _may_be_speech(attribution)
    )
    return tuple(sorted(found, key=lambda passage: passage.id))


def _may_be_speech(attribution: Attribution) -> bool:
    """Whether words between marks that are thought no speech, nor anybody's, say enough to be known again."""
    if attribution.speaker_id is not None or attribution.quotation.kind is QuotationKind.INDIRECT:
        return False
    return any(word.weight > SMALL for part in attribution.quotation.parts for word in words_of(part.text))


def _passage(
    attribution: Attribution, speakers: Mapping[str, Speaker], article: Article, occasion: Occasion
) -> ComparableQuotation:
    quotation, speaker = attribution.quotation, speakers.get(attribution.speaker_id or "")
    relays = tuple(sorted(speakers[id_].name for id_ in attribution.via if id_ in speakers))
    parts = tuple(
        Part(span, words_of(span.text, follows_gap=place > 0), _is_printed(quotation, span, article))
        for place, span in enumerate(quotation.parts)
    )
    # In tenths: reprints read alike stay one, and nobody knows it better.
    confidence = int(attribution.confidence * 10) / 10
    printed = (f"{part.is_printed}\t{part.span.text}" for part in parts)
    key = (*printed, *_speaker_key(speaker), str(confidence), str(occasion.day), *_kind_key(quotation), *relays)
    content, context = identify("w", ("\n".join(key),)), context_of(quotation, article)
    return ComparableQuotation(quotation, parts, speaker, confidence, occasion, context, content, relays)


def _kind_key(quotation: Quotation) -> Iterator[str]:
    """What sets the quotation apart from most, which are speech, reported as said, and in the text."""
    if not quotation.is_speech:
        yield "no speech"
    if quotation.reported_as is ReportedAs.DENIED:
        yield "denied"
    if quotation.field is ArticleField.TITLE:
        yield "title"


def _speaker_key(speaker: Speaker | None) -> Iterator[str]:
    """What the article says about the speaker."""
    if speaker is not None:
        yield from (speaker.kind, speaker.name, speaker.gender or "", *speaker.aliases)
        yield from sorted(f"{one.role}\t{one.organization}\t{one.span.text}" for one in speaker.affiliations)


def _is_printed(quotation: Quotation, part: Span, article: Article) -> bool:
    """Whether the part stands between marks; a mixed quotation has parts in the reporter's own words."""
    content = article.content(part.field)
    around = content[max(0, part.start - 1) : part.start] + content[part.end : part.end + 1]
    is_marked = bool(_MARKS.intersection(around))
    return quotation.kind is QuotationKind.DIRECT or (quotation.kind is QuotationKind.MIXED and is_marked)

"""Words that an article reports, before anybody asks who the mention is: the value that all stages after it pass on."""

from dataclasses import dataclass

from service.attribution.coreference.entities import Entity
from service.domain.articles import Span
from service.domain.quotations import Mention, QuotationKind, ReportedAs


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words of one speaker with the cue that reports them.

    `place` is the nearest word for the speaker: the mention, or the "who" that stands for it. `relays` pass the words
    on. `is_unsaid` where the article says that nobody spoke them, or asks if somebody did. `entity` is the speaker of
    marked words, None where they may be nobody's; that of an indirect report is whom the mention stands for.
    """

    kind: QuotationKind
    parts: tuple[Span, ...]
    is_speech: bool
    mention: Mention | None
    place: Span | None
    cue: Span | None
    confidence: float
    evidence: tuple[str, ...]
    reported_as: ReportedAs = ReportedAs.SAID
    relays: tuple[Mention, ...] = ()
    is_unsaid: bool = False
    entity: Entity | None = None

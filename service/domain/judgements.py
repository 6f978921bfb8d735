"""What editors decided, and what they decided about."""

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What a judgement is about."""

    SPEAKER = "speaker"
    STATEMENT = "statement"
    CONFLICT = "conflict"


Decision = tuple[str, str | None]
"""Who decided, and why."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an editor decided about two speakers or statements ("same", "different"), or about a conflict (its status).

    `first` and `second` are stable ids: of name variants, quotations, or a conflict's subject.
    """

    id: str
    subject: Subject
    first: str
    second: str
    verdict: str
    judged_by: str
    judged_at: float
    reason: str | None = None

    @property
    def is_same(self) -> bool:
        """Whether the two speakers or statements are one."""
        return self.verdict == "same"


@dataclass(frozen=True, slots=True)
class JudgementSubject:
    """One of the two that a judgement is about, as it is now: a name or words, and what they belong to."""

    text: str
    speaker_id: str | None = None
    statement_id: str | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class JudgementDetail:
    """A judgement with what it is about; what is gone by now is left out."""

    judgement: Judgement
    subjects: tuple[JudgementSubject, ...]

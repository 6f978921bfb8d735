"""What editors decided, and what they decided about."""

from dataclasses import dataclass, field, fields
from enum import StrEnum

from service.domain.conflicts import Status


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

    `first` and `second` are stable ids: of name variants, quotations, or a conflict's subject. Of a confirmed conflict
    an editor may have said which claim is right, by its index, or that none is, and where that can be looked up.
    """

    id: str
    subject: Subject
    first: str
    second: str
    verdict: str
    judged_by: str
    judged_at: float
    reason: str | None = None
    right_claim: int | None = None
    none_is_right: bool = False
    source: str | None = None

    def is_right(self, claim: int) -> bool | None:
        """Whether the claim of this index is right; None where the editor has not said which one is."""
        if self.none_is_right:
            return False
        return None if self.right_claim is None else claim == self.right_claim

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


@dataclass(frozen=True, slots=True)
class ConflictReview:
    """What an editor says of a conflict: a decision, where there is a `status`; who looks into it, if `is_assigned`."""

    by: str
    status: Status | None = None
    reason: str | None = None
    right_claim: int | None = None
    none_is_right: bool = False
    source: str | None = None
    assignee: str | None = None
    is_assigned: bool = False


@dataclass(frozen=True, slots=True)
class JudgementRecord(Judgement):
    """A judgement in the history of a conflict: whether it `holds` now, and who took it back, and when."""

    holds: bool = field(kw_only=True)
    withdrawn_by: str | None = field(default=None, kw_only=True)
    withdrawn_at: float | None = field(default=None, kw_only=True)

    @classmethod
    def of(cls, judgement: Judgement, *, holds: bool) -> "JudgementRecord":
        """The record of a judgement that nobody took back."""
        own = {each.name: getattr(judgement, each.name) for each in fields(Judgement)}
        return cls(**own, holds=holds)

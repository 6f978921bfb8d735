"""What editors decide, by a method each; the client has these, too."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Literal, Unpack
from urllib.parse import urlencode

from quotes_client.enumerations import Status
from quotes_client.http import Connection, path_of
from quotes_client.searches import ConflictFilter, ConflictReview, Review
from quotes_client.stored_answers import (
    ConflictHistory,
    FiguresOfOutlets,
    FiguresOfSpeakers,
    Judgement,
    JudgementRecord,
    OutletFigures,
    ReviewedConflicts,
    SpeakerFigures,
    StoredConflict,
)
from quotes_client.submissions import PairJudgement


class Judging:
    """Decisions on conflicts, and on two speakers or statements."""

    _service: Connection

    def judge_conflict(
        self, conflict_id: str, status: Status | None = None, **review: Unpack[ConflictReview]
    ) -> StoredConflict:
        """Confirms or dismisses a conflict, or opens it again; without a status, it is only assigned."""
        return self._service.ask(
            StoredConflict, "PATCH", path_of("conflicts", conflict_id), {"status": status, **review}
        )

    def judge_conflicts(
        self,
        conflict_ids: Sequence[str],
        status: Status | None = None,
        *,
        was: Status | None = None,
        **review: Unpack[Review],
    ) -> tuple[StoredConflict, ...]:
        """The same of several conflicts, all or none; only if all of them are as they `was`, where that is given."""
        body = {"conflict_ids": list(conflict_ids), "status": status, "was": was, **review}
        return self._service.ask(ReviewedConflicts, "PATCH", "/v1/conflicts", body).conflicts

    def undo_judgement(
        self, conflict_id: str, *, by: str | None = None, judged_at: str | None = None
    ) -> StoredConflict:
        """Takes back the last decision on a conflict; the one before holds again, or the conflict is open.

        `judged_at` is when it was made. Without it, it is asked for before: so a request that is sent again because its
        answer was lost takes nothing else back.
        """
        if judged_at is None:
            last = self._service.ask(StoredConflict, "GET", path_of("conflicts", conflict_id)).judgement
            judged_at = last.judged_at if last is not None else None
        body = {name: value for name, value in {"by": by, "judged_at": judged_at}.items() if value is not None}
        return self._service.ask(StoredConflict, "POST", f"{path_of('conflicts', conflict_id)}/undo", body)

    def conflict_history(self, conflict_id: str) -> tuple[JudgementRecord, ...]:
        """What was ever decided of a conflict, the newest first."""
        return self._service.ask(ConflictHistory, "GET", f"{path_of('conflicts', conflict_id)}/judgements").judgements

    def judge(self, judgement: PairJudgement, *, request_key: str | None = None) -> Judgement:
        """Keeps two speakers or statements together, or apart; `request_key` as for `store`."""
        return self._service.create(Judgement, "judgements", asdict(judgement), request_key)

    def judgements(self) -> Iterator[Judgement]:
        """All judgements, the newest first."""
        return self._service.listed(Judgement, "/v1/judgements", {})

    def export_conflicts(
        self, format_: Literal["jsonl", "csv", "claim-review"] = "jsonl", **search: Unpack[ConflictFilter]
    ) -> Iterator[str]:
        """All conflicts at one moment: lines with their ends, as they come."""
        return self._service.lines(f"/v1/exports/conflicts?{urlencode({'format': format_, **search})}")

    def export_judgements(self, format_: Literal["jsonl", "csv"] = "jsonl") -> Iterator[str]:
        """All judgements that hold, likewise."""
        return self._service.lines(f"/v1/exports/judgements?{urlencode({'format': format_})}")

    def outlet_figures(self, limit: int = 50) -> tuple[OutletFigures, ...]:
        """How often the outlets with the most quotations are contradicted and corrected."""
        return self._service.ask(FiguresOfOutlets, "GET", f"/v1/figures/outlets?limit={limit}").outlets

    def speaker_figures(self, limit: int = 50) -> tuple[SpeakerFigures, ...]:
        """The same of the speakers who are quoted most."""
        return self._service.ask(FiguresOfSpeakers, "GET", f"/v1/figures/speakers?limit={limit}").speakers

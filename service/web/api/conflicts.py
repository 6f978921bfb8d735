"""`/v1/conflicts`: where the stored articles disagree, and what editors decide."""

from typing import Any

from service.domain.archive import ConflictDetail
from service.domain.queries import Filters, Page, PageRequest
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import check_unchanged, listed, with_etag
from service.web.schemas import (
    ConflictJudgementSchema,
    ConflictSearchSchema,
    ConflictsPageSchema,
    StoredConflictSchema,
)

conflicts = JsonBlueprint("conflicts", __name__, description="Conflicts between all stored articles.")
conflicts.after_request(with_etag)


@conflicts.get("/v1/conflicts")
@conflicts.fails_with(422, 503)
@conflicts.arguments(ConflictSearchSchema, location="query")
@conflicts.response(200, ConflictsPageSchema)
def find(search: tuple[Filters, PageRequest]) -> tuple[Page[ConflictDetail], dict[str, str]]:
    """List conflicts"""
    return listed(use_cases().queries.conflicts(*search))


@conflicts.get("/v1/conflicts/<conflict_id>")
@conflicts.fails_with(404, 503)
@conflicts.redirects
@conflicts.response(200, StoredConflictSchema)
def show(conflict_id: str) -> ConflictDetail:
    """Show a conflict"""
    return use_cases().queries.conflict(conflict_id)


@conflicts.patch("/v1/conflicts/<conflict_id>")
@conflicts.fails_with(400, 404, 412, 415, 422, 503)
@conflicts.redirects
@conflicts.arguments(ConflictJudgementSchema)
@conflicts.response(200, StoredConflictSchema)
def judge(body: dict[str, Any], conflict_id: str) -> ConflictDetail:
    """Confirm or dismiss a conflict

    The decision holds as long as the same claims are made in the same places, whatever articles are added.
    """
    check_unchanged(StoredConflictSchema(), use_cases().queries.conflict(conflict_id))
    return use_cases().editing.judge_conflict(conflict_id, body["status"], (body["by"], body["reason"]))

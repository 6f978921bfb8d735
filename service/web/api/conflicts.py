"""`/v1/conflicts`: where the stored articles disagree, and what editors decide."""

from dataclasses import replace
from typing import Any

from flask import Response

from service.domain.archive import ConflictDetail
from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview
from service.domain.queries import Filters, Page, PageRequest
from service.errors import ClashError
from service.presentation.export_formats import dumped
from service.presentation.reviews.claim_reviews import claim_reviews
from service.web import page_address, use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import check_unchanged, listed, with_etag
from service.web.middleware.authentication import editor
from service.web.schemas import (
    ConflictHistorySchema,
    ConflictJudgementSchema,
    ConflictJudgementsSchema,
    ConflictSearchSchema,
    ConflictsPageSchema,
    ReviewedConflictsSchema,
    StoredConflictSchema,
    UndoSchema,
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
def judge(review: ConflictReview, conflict_id: str) -> ConflictDetail:
    """Confirm or dismiss a conflict, or assign it

    The decision holds as long as the same claims are made in the same places, whatever articles are added. Of a
    confirmed conflict, it may say which claim is right, or that none is. An earlier decision stays in the history.
    """
    review = replace(review, by=editor(review.by))
    check_unchanged(StoredConflictSchema(), use_cases().queries.conflict(conflict_id))
    return use_cases().editing.review_conflict(conflict_id, review)


@conflicts.patch("/v1/conflicts")
@conflicts.fails_with(400, 404, 409, 415, 422, 503)
@conflicts.arguments(ConflictJudgementsSchema)
@conflicts.response(200, ReviewedConflictsSchema)
def judge_several(wanted: tuple[list[str], dict[str, str], ConflictReview]) -> dict[str, Any]:
    """Confirm, dismiss or assign several conflicts

    All of them, or none where one cannot be. An id that was merged into another stands for the other.
    """
    conflict_ids, seen, review = wanted
    review = replace(review, by=editor(review.by))
    return {"conflicts": use_cases().editing.review_conflicts(conflict_ids, review, seen=seen)}


@conflicts.post("/v1/conflicts/<conflict_id>/undo")
@conflicts.fails_with(400, 404, 409, 412, 415, 422, 503)
@conflicts.redirects
@conflicts.arguments(UndoSchema)
@conflicts.response(200, StoredConflictSchema)
def undo(body: dict[str, Any], conflict_id: str) -> ConflictDetail:
    """Take back the last decision on a conflict

    The decision before it holds again; where there is none, the conflict is open. The history shows both.
    """
    by = editor(body["by"])
    check_unchanged(StoredConflictSchema(), use_cases().queries.conflict(conflict_id))
    return use_cases().editing.undo_review(conflict_id, by, judged_at=body["judged_at"])


@conflicts.get("/v1/conflicts/<conflict_id>/judgements")
@conflicts.fails_with(404, 503)
@conflicts.redirects
@conflicts.response(200, ConflictHistorySchema)
def history(conflict_id: str) -> dict[str, Any]:
    """Show what was ever decided of a conflict"""
    return {"judgements": use_cases().queries.judgements_on(conflict_id)}


@conflicts.get("/v1/conflicts/<conflict_id>/claim-review")
@conflicts.fails_with(404, 409, 503)
@conflicts.redirects
@conflicts.response(200, description="A graph of schema.org's ClaimReview.")
@conflicts.doc(responses={200: {"content": {"application/ld+json": {"schema": {"type": "object"}}}}})
def review_claims(conflict_id: str) -> Response:
    """Show a confirmed conflict as ClaimReview

    A graph of schema.org (JSON-LD) with a ClaimReview for each claim: who makes it, where, and whether it is right, if
    that was said. 409 if the conflict is not confirmed.
    """
    conflict = use_cases().queries.conflict(conflict_id)
    if conflict.status is not Status.CONFIRMED:
        raise ClashError(f"The conflict is {conflict.status}: only confirmed ones are reviews of claims.")
    reviews = claim_reviews(conflict, page_address(conflict.id))
    return Response(dumped(reviews), content_type="application/ld+json")

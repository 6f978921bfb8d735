"""The desk's start: the conflicts, filtered; and what an editor says of one."""

from dataclasses import replace

from flask import Response, request, url_for

from service.domain.archive import ConflictDetail
from service.domain.conflicts import ConflictKind, Severity, Status
from service.domain.judgements import ConflictReview
from service.domain.queries import Filters, Order, Page, PageRequest
from service.errors import JudgementError
from service.web import use_cases
from service.web.desk.alerts.searches import saved_searches
from service.web.desk.alerts.webhooks import alert_address
from service.web.desk.blueprint import (
    AT_ONCE,
    EDITOR_COOKIE,
    asked_besides,
    desk,
    fields,
    judged,
    next_address,
    page,
    way_back,
)
from service.web.desk.cards import conflict_cards
from service.web.desk.exports import conflict_exports
from service.web.desk.searching import asked_of, of_shown_status
from service.web.middleware.authentication import editor, key_name
from service.web.schemas import DeskAssignmentSchema, DeskReviewSchema, DeskSearchSchema, EditorSchema


@desk.get("/")
@fields(DeskSearchSchema)
def find_conflicts(given: tuple[Filters, PageRequest, str | None]) -> Response:
    """The conflicts of which all holds; the open ones, unless another status or any is asked for."""
    search, place, name = given
    asked = asked_of(of_shown_status(search), place, name)
    found: Page[ConflictDetail] = Page((), None)
    if asked.is_clear:
        found = use_cases().queries.conflicts(asked.search, asked.place)
    return page(
        "conflicts.html",
        title="Conflicts",
        cards=conflict_cards(found.items),
        following=next_address(found),
        filters=request.args,
        search=asked.search,
        speakers=asked.speakers,
        others={"status": Status.OPEN.value, **asked_besides("speaker")},
        exports=conflict_exports({"status": Status.OPEN.value, **asked_besides("order", "limit")}),
        overview=use_cases().desk.overview(),
        outlets=use_cases().desk.outlets(),
        order=place.order,
        choices={"order": Order, "kind": ConflictKind, "severity": Severity, "status": Status},
        n_seeds=len(use_cases().seeds()),
        saved=saved_searches(),
        alert_address=alert_address(asked),
    )


@desk.get("/conflicts/<conflict_id>")
def show_conflict(conflict_id: str) -> Response:
    """One conflict with all that was ever decided of it, and who else has it open."""
    conflict = use_cases().queries.conflict(conflict_id)
    return page(
        "conflict.html",
        title="Conflict",
        cards=conflict_cards([conflict]),
        records=use_cases().queries.judgements_on(conflict.id),
        viewers=use_cases().editing.others_viewing(conflict.id, _viewer()),
    )


@desk.get("/conflicts/<conflict_id>/viewers")
def show_viewers(conflict_id: str) -> Response:
    """Who else has the conflict open: the page's script asks again and again."""
    return Response("\n".join(use_cases().editing.others_viewing(conflict_id, _viewer())), mimetype="text/plain")


@desk.post("/conflicts/<conflict_id>")
@fields(DeskReviewSchema, location="form")
def judge_conflict(review: ConflictReview, conflict_id: str) -> Response:
    """Confirm or dismiss a conflict; refused where another editor has judged it since the page was shown."""
    review = replace(review, by=editor(review.by))
    reviewed = use_cases().editing.review_conflict(conflict_id, review, seen=request.form.get("was"))
    return judged(way_back(url_for("desk.show_conflict", conflict_id=conflict_id)), review.by, [reviewed.id])


@desk.post("/conflicts/<conflict_id>/assignee")
@fields(DeskAssignmentSchema, location="form")
def assign_conflict(review: ConflictReview, conflict_id: str) -> Response:
    """Say who looks into a conflict, or that nobody does."""
    review = replace(review, by=editor(review.by), is_assigned=True)
    use_cases().editing.review_conflict(conflict_id, review)
    return judged(way_back(url_for("desk.show_conflict", conflict_id=conflict_id)), review.by)


@desk.post("/judged")
@fields(DeskReviewSchema, location="form")
def judge_conflicts(review: ConflictReview) -> Response:
    """Confirm or dismiss all conflicts that were chosen, or none of them."""
    review = replace(review, by=editor(review.by))
    seen = _chosen()
    reviewed = use_cases().editing.review_conflicts(list(seen), review, seen=seen)
    return judged(way_back(url_for("desk.find_conflicts")), review.by, [one.id for one in reviewed])


@desk.post("/undone")
@fields(EditorSchema, location="form")
def undo_judgements(body: dict[str, str | None]) -> Response:
    """Take the last judgement on each of these conflicts back."""
    by = editor(body["by"])
    ids = list(dict.fromkeys(request.form.getlist("conflict")))[:AT_ONCE]
    use_cases().editing.undo_reviews(ids, by, seen={})
    return judged(way_back(url_for("desk.find_conflicts")), by)


def _chosen() -> dict[str, str]:
    """The conflicts that were chosen, each with the status that it was shown with."""
    chosen = (value.partition(" ") for value in request.form.getlist("conflict")[:AT_ONCE])
    seen = {conflict_id: status for status, _, conflict_id in chosen}
    if not seen:
        raise JudgementError("Select at least one conflict.", field="conflict")
    return seen


def _viewer() -> str | None:
    return key_name() or request.cookies.get(EDITOR_COOKIE) or None

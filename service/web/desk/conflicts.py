"""The desk's start: the conflicts, filtered; and what an editor says of one."""

from dataclasses import replace

from flask import Response, request, url_for

from service.domain.archive import ConflictDetail
from service.domain.conflicts import ConflictKind, Severity, Status
from service.domain.judgements import ConflictReview
from service.domain.queries import Filters, Order, Page, PageRequest
from service.web import use_cases
from service.web.desk.blueprint import asked_besides, desk, fields, judged, next_address, page, way_back
from service.web.desk.cards import conflict_cards
from service.web.desk.searches import saved_searches
from service.web.desk.searching import asked_of
from service.web.middleware.authentication import editor
from service.web.schemas import ConflictJudgementSchema, DeskSearchSchema


@desk.get("/")
@fields(DeskSearchSchema)
def find_conflicts(given: tuple[Filters, PageRequest, str | None]) -> Response:
    """The conflicts of which all holds; the open ones, unless another status or any is asked for."""
    search, place, name = given
    if "status" not in request.args:
        search = replace(search, status=Status.OPEN.value)
    asked = asked_of(search, place, name)
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
        overview=use_cases().desk.overview(),
        outlets=use_cases().desk.outlets(),
        order=place.order,
        choices={"order": Order, "kind": ConflictKind, "severity": Severity, "status": Status},
        n_seeds=len(use_cases().seeds()),
        saved=saved_searches(),
    )


@desk.get("/conflicts/<conflict_id>")
def show_conflict(conflict_id: str) -> Response:
    """One conflict."""
    conflict = use_cases().queries.conflict(conflict_id)
    return page("conflict.html", title="Conflict", cards=conflict_cards([conflict]))


@desk.post("/conflicts/<conflict_id>")
@fields(ConflictJudgementSchema, location="form")
def judge_conflict(review: ConflictReview, conflict_id: str) -> Response:
    """Confirm or dismiss a conflict; refused where another editor has judged it since the page was shown."""
    review = replace(review, by=editor(review.by))
    use_cases().editing.review_conflict(conflict_id, review, seen=request.form.get("was"))
    return judged(way_back(url_for("desk.show_conflict", conflict_id=conflict_id)), review.by)

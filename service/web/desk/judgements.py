"""What editors decided: all of it, and a new decision on two speakers or statements."""

from dataclasses import replace
from typing import Any

from flask import Response, url_for

from service.domain.judgements import Subject
from service.domain.queries import PageRequest
from service.web import use_cases
from service.web.desk.blueprint import AT_ONCE, desk, fields, judged, next_address, page, way_back
from service.web.desk.exports import judgement_exports
from service.web.middleware.authentication import editor
from service.web.schemas import PairJudgementSchema, PlaceSchema


@desk.get("/judgements")
@fields(PlaceSchema)
def find_judgements(place: PageRequest) -> Response:
    """All judgements, the newest first."""
    found = use_cases().desk.judgements(replace(place, limit=AT_ONCE))
    return page(
        "judgements.html",
        title="Judgements",
        judgements=found.items,
        exports=judgement_exports(),
        following=next_address(found),
    )


@desk.post("/judgements")
@fields(PairJudgementSchema, location="form")
def judge_pair(body: dict[str, Any]) -> Response:
    """Keep two speakers or statements together, or apart; then back: the page may go by another id by then."""
    by = editor(body["by"])
    pair, decision = (body["first"], body["second"]), (by, body["reason"])
    use_cases().editing.judge_pair(Subject(body["subject"]), pair, body["verdict"], decision)
    return judged(way_back(url_for("desk.find_judgements")), by)

"""`/v1/judgements`: what editors decided; obeyed by every later comparison."""

from collections.abc import Mapping
from typing import Any

from service.domain.judgements import Judgement, Subject
from service.domain.queries import Page, PageRequest
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import listed, with_etag
from service.web.middleware.authentication import editor
from service.web.schemas import (
    JudgementSchema,
    JudgementsPageSchema,
    PairJudgementSchema,
    PlaceSchema,
    RequestKeySchema,
)

judgements = JsonBlueprint("judgements", __name__, description="What editors decided.")
judgements.after_request(with_etag)


@judgements.post("/v1/judgements")
@judgements.fails_with(400, 404, 409, 415, 422, 503)
@judgements.arguments(PairJudgementSchema)
@judgements.arguments(RequestKeySchema, location="headers")
@judgements.response(201, JudgementSchema)
def judge(body: dict[str, Any], headers: Mapping[str, str | None]) -> Judgement:
    """Decide whether two speakers or statements are the same

    A later judgement on the same two replaces this one.
    """
    pair, decision = (body["first"], body["second"]), (editor(body["by"]), body["reason"])
    return use_cases().editing.judge_pair(
        Subject(body["subject"]), pair, body["verdict"], decision, request_key=headers.get("idempotency_key")
    )


@judgements.get("/v1/judgements")
@judgements.fails_with(422, 503)
@judgements.arguments(PlaceSchema, location="query")
@judgements.response(200, JudgementsPageSchema)
def find(place: PageRequest) -> tuple[Page[Judgement], dict[str, str]]:
    """List judgements"""
    return listed(use_cases().queries.judgements(place))

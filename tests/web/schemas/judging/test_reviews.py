"""What editors may say."""

import pytest
from marshmallow import ValidationError

from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview
from service.web.schemas import ConflictJudgementSchema, ConflictJudgementsSchema, PairJudgementSchema, UndoSchema


def test_what_is_left_out_is_not_decided():
    review = ConflictJudgementSchema().load({"status": "confirmed", "by": "Lee"})
    assert review == ConflictReview("Lee", Status.CONFIRMED)
    assert ConflictJudgementSchema().load({"assignee": None}) == ConflictReview("", is_assigned=True)


def test_each_conflict_is_reviewed_once():
    body = {"conflict_ids": ["c1", "c2", "c1"], "status": "dismissed", "was": "open"}
    ids, seen, review = ConflictJudgementsSchema().load(body)
    assert (ids, seen) == (["c1", "c2"], {"c1": "open", "c2": "open"})
    assert review == ConflictReview("", Status.DISMISSED)
    with pytest.raises(ValidationError):
        ConflictJudgementsSchema().load({**body, "right_claim": 0})
    with pytest.raises(ValidationError):
        ConflictJudgementsSchema().load({**body, "conflict_ids": []})


def test_the_name_may_be_left_to_the_key():
    assert UndoSchema().load({}) == {"by": None, "judged_at": None}
    pair = {"subject": "speaker", "first": "a", "second": "b", "verdict": "same"}
    assert PairJudgementSchema().load(pair) == {**pair, "by": None, "reason": None}

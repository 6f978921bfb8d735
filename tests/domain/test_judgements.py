"""What editors decide."""

import pytest

from service.domain.judgements import Judgement, Subject


@pytest.mark.parametrize(("verdict", "is_same"), [("same", True), ("different", False), ("dismissed", False)])
def test_only_the_verdict_same_makes_two_one(verdict: str, is_same: bool):
    assert Judgement("j", Subject.SPEAKER, "a", "b", verdict, "ann", 0.0).is_same is is_same

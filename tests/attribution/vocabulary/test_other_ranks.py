"""Positions that only sound like another."""

import pytest

from service.attribution.vocabulary.other_ranks import only_beside_office, only_in_other_rank
from service.domain.articles import Span
from service.domain.quotations import Affiliation


def _positions(*roles: str) -> list[Affiliation]:
    return [Affiliation("a", Span(0, len(role), role), role=role, organization=None) for role in roles]


@pytest.mark.parametrize(
    ("roles", "description", "expected"),
    [
        pytest.param(["deputy mayor"], "mayor", True, id="not the deputy"),
        pytest.param(["Ex-mayor"], "mayor", True, id="not who was it"),
        pytest.param(["Deputy mayor"], "deputy mayor", False, id="the deputy is the deputy"),
        pytest.param(["former mayor", "mayor"], "mayor", False, id="who is it again"),
        pytest.param(["judge"], "mayor", False, id="who never was"),
    ],
)
def test_the_mayor_is_nobody_in_another_rank(roles: list[str], description: str, expected: bool):
    assert only_in_other_rank(_positions(*roles), description, "mayor") is expected


@pytest.mark.parametrize(
    ("role", "noun", "expected"),
    [
        ("shadow chancellor", "chancellor", True),
        ("former chancellor", "chancellor", False),
        ("vice admiral", "admiral", False),
        ("vice president", "president", True),
        ("assistant professor", "professor", False),
    ],
)
def test_beside_an_office_nobody_has_it(role: str, noun: str, expected: bool):
    assert only_beside_office(_positions(role), noun, noun) is expected

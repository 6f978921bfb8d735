"""Short forms of an organization's name."""

import pytest

from service.attribution.coreference.entities import name_entities
from tests.attribution.readings import annotated_of

UNIVERSITY = "Riverside_University_of_Ohio/nsubj/closed/ORG closed/root ."
COURT = "Supreme_Court/nsubj/ruled/ORG ruled/root ."


def names(notation: str) -> list[str]:
    """The fullest name of each entity."""
    return [entity.name for entity in name_entities(annotated_of(notation))]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            f"{UNIVERSITY} Riverside_University/nsubj/left/ORG left/root .",
            ["Riverside University of Ohio"],
            id="before of",
        ),
        pytest.param(
            "Acme_Bank/nsubj/closed/ORG closed/root . Acme/nsubj/left/ORG left/root .", ["Acme Bank"], id="no kind"
        ),
        pytest.param(
            "Delta_Council/nsubj/met/ORG met/root . Delta/nsubj/slept/LOC slept/root .",
            ["Delta Council", "Delta"],
            id="a place",
        ),
        pytest.param(f"{COURT} The Court/nsubj/left/ORG left/root .", ["Supreme Court"], id="the noun alone"),
        pytest.param(f"{COURT} Court/nsubj/left/ORG left/root .", ["Supreme Court", "Court"], id="without the"),
        pytest.param(
            "Roads_Bureau/nsubj/closed/ORG ( Robu/appos/Roads/PERSON ) closed/root . "
            "Robu/nsubj/said/PERSON said/root .",
            ["Roads Bureau"],
            id="in a bracket, taken for a person",
        ),
    ],
)
def test_a_short_form_is_the_same_organization(notation: str, expected: list[str]):
    assert names(notation) == expected

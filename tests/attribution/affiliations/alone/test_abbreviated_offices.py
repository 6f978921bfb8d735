"""Offices told by an abbreviation before a name."""

import pytest

from service.attribution.affiliations.alone.abbreviated_offices import find_abbreviated_offices
from tests.attribution.readings import annotated_of, mention_of


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("HP/nmod/Ann/ORG Sen./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON left/root .", [("Sen.", "HP")]),
        (
            "Prof/nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON of Port_University/nmod/Ann/ORG left/root .",
            [("Prof", "Port University")],
        ),
        (
            "Rep./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON of the ruling/amod/Party/VERB Port_Party/nmod/Ann/ORG "
            "left/root .",
            [("Rep.", "Port Party")],
        ),
        ("Rep./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON of Delta/nmod/Ann/LOC left/root .", []),
        ("Rep./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON left/root .", []),
        ("Poet/nmod/Ann/NOUN Ann_Lee/nsubj/left/PERSON of Port_University/nmod/Ann/ORG left/root .", []),
    ],
)
def test_offices(notation: str, expected: list[tuple[str, str]]):
    annotated = annotated_of(notation)
    found = list(find_abbreviated_offices(annotated, mention_of(annotated, "Ann Lee")))
    assert [(affiliation.role, affiliation.organization) for affiliation in found] == expected

"""Offices told by an abbreviation before a name."""

import pytest

from service.attribution.affiliations.alone.abbreviated_offices import find_abbreviated_offices, find_office_alone
from tests.attribution.readings import annotated_of, mention_of


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("HP/nmod/Ann/ORG Sen./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON left/root .", [("Sen.", "HP")]),
        ("Delta/nmod/Ann/LOC Gov./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON left/root .", [("Gov.", "Delta")]),
        (
            "Prof/nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON of Port_University/nmod/Ann/ORG left/root .",
            [("Prof", "Port University")],
        ),
        (
            "Rep./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON of the ruling/amod/Party/VERB Port_Party/nmod/Ann/ORG "
            "left/root .",
            [("Rep.", "Port Party")],
        ),
        ("Rep./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON of Delta/nmod/Ann/LOC left/root .", [("Rep.", "Delta")]),
        ("Prof/nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON of Delta/nmod/Ann/LOC left/root .", []),
        (
            "Sen./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON ( Vt/dep/Ann/LOC . ) left/root .",
            [("Sen.", "Vt.")],
        ),
        ("Prof/nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON ( Vt/dep/Ann/LOC . ) left/root .", []),
        ("Rep./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON left/root .", []),
        ("Poet/nmod/Ann/NOUN Ann_Lee/nsubj/left/PERSON of Port_University/nmod/Ann/ORG left/root .", []),
    ],
)
def test_offices(notation: str, expected: list[tuple[str, str]]):
    annotated = annotated_of(notation)
    found = list(find_abbreviated_offices(annotated, mention_of(annotated, "Ann Lee")))
    assert [(affiliation.role, affiliation.organization) for affiliation in found] == expected


@pytest.mark.parametrize(
    ("notation", "text"),
    [
        ("Sen./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON ( Vt/dep/Ann/LOC ) left/root .", "Sen. Ann Lee (Vt)"),
        (
            "( Rep./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON of Delta/nmod/Ann/LOC ) left/root .",
            "Rep. Ann Lee of Delta",
        ),
    ],
)
def test_the_text_ends_with_the_bracket_that_it_opens(notation: str, text: str):
    annotated = annotated_of(notation)
    (office,) = find_abbreviated_offices(annotated, mention_of(annotated, "Ann Lee"))
    assert office.span.text == text


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Sen./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON left/root .", [("Sen.", None)]),
        ("Dr/nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON left/root .", []),
        ("Ann_Lee/nsubj/left/PERSON left/root .", []),
    ],
)
def test_an_office_without_an_organization(notation: str, expected: list[tuple[str, None]]):
    annotated = annotated_of(notation)
    found = list(find_office_alone(annotated, mention_of(annotated, "Ann Lee")))
    assert [(affiliation.role, affiliation.organization) for affiliation in found] == expected

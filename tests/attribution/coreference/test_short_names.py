"""Short forms of an organization's name."""

import pytest

from service.attribution.coreference.entities import name_entities
from service.attribution.coreference.short_names import OrganizationNames
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
        pytest.param(
            "Harbour_Union_of_Delta/nsubj/closed/ORG closed/root . The Union/nsubj/left/ORG left/root .",
            ["Harbour Union of Delta"],
            id="the noun before of",
        ),
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


def named(*names: str) -> OrganizationNames[str]:
    found: OrganizationNames[str] = OrganizationNames()
    for name in names:
        found.add(name, name)
        found.add(name, name)
    return found


def test_an_acronym_finds_the_first_whose_words_it_stands_for():
    names = named("World Food Fund", "World Fish Fund", "Harbour Board")
    assert names.of_acronym("WFF") == "World Food Fund"
    assert names.of_acronym("HBC") is None


def test_a_name_in_full_finds_its_acronym():
    assert named("WFF").of_acronym("World Food Fund") == "WFF"
    assert named("FF").of_acronym("Food Trust (FF)") == "FF"


def test_parts_find_those_that_begin_or_end_with_them():
    names = named("Council of Elders", "Harbour Council", "Council Press")
    assert list(names.holding(("council",))) == ["Council of Elders", "Harbour Council", "Council Press"]
    assert list(names.holding(("harbour", "council"))) == []


def test_the_noun_before_of_finds_the_name():
    names = named("Harbour Union of Delta")
    assert list(names.holding(("union",))) == ["Harbour Union of Delta"]

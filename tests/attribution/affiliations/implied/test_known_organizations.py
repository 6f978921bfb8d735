"""Positions without an organization, in an article about one that fits."""

import pytest

from service.attribution.affiliations.implied.known_organizations import with_known_organizations
from service.domain.articles import Span
from service.domain.quotations import Affiliation
from tests.attribution.parses import parsed

KENYA = "Kenya/nsubj/grew/LOC grew/root .\nKenyan/amod/farms/NORP farms/nsubj/grew in Kenya/nmod/farms/LOC grew/root ."
UGANDA = "Uganda/nsubj/grew/LOC grew/root .\nUganda/nsubj/fell/LOC fell/root ."
COURT = "The Port/compound/Court/ORG Court/nsubj/sat/ORG ’s judges/nsubj/sat sat/root ."


def organizations(notation: str, role: str | None, organization: str | None = None) -> list[str | None]:
    affiliation = Affiliation("a", Span(0, 1, "x"), role, organization)
    return [each.organization for each in with_known_organizations(parsed(notation), [affiliation])]


@pytest.mark.parametrize(
    ("notation", "role", "expected"),
    [
        (KENYA, "President", "Kenya"),
        (KENYA, "former prime minister", "Kenya"),
        (KENYA, "vice president", None),
        (KENYA, "president of the board", None),
        (KENYA, "adviser to the prime minister", None),
        (KENYA, "mayor", None),
        (f"{KENYA}\n{UGANDA}", "President", None),
        (UGANDA, "President", None),
        (COURT, "judge", "Port Court"),
        (COURT, "principal", None),
    ],
)
def test_organization_that_the_article_lets_one_know(notation: str, role: str, expected: str | None):
    assert organizations(notation, role) == [expected]


def test_an_organization_alone_needs_no_other():
    assert organizations(KENYA, None, "Delta") == ["Delta"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("court", "Port Court"),
        ("board", "board"),
        ("company", None),
        ("city", "city"),
        ("Port Office", "Port Office"),
        ("Port", "Port"),
    ],
)
def test_a_common_noun_stands_for_the_one_named(word: str, expected: str | None):
    assert organizations(COURT, "clerk", word) == [expected]


def test_nobody_without_affiliations_gets_one():
    assert with_known_organizations(parsed(KENYA), []) == ()
    assert organizations(KENYA, None) == [None]


def test_an_acronym_stands_for_the_name_of_another_position():
    positions = [
        Affiliation("a", Span(0, 1, "x"), "director", "Harbour Trade Union"),
        Affiliation("a", Span(2, 3, "x"), "HTU director", "HTU"),
        Affiliation("a", Span(4, 5, "x"), "poet", None),
    ]
    known = with_known_organizations(parsed(KENYA), positions)
    assert [each.organization for each in known] == ["Harbour Trade Union", "Harbour Trade Union", None]


def test_a_position_is_completed_beside_others_but_the_same_office_is_not():
    def told(*positions: tuple[str, str | None]) -> list[str | None]:
        affiliations = [Affiliation("a", Span(0, 1, "x"), *position) for position in positions]
        return [each.organization for each in with_known_organizations(parsed(KENYA), affiliations)]

    assert told(("President", None), ("leader", "Port Union")) == ["Kenya", "Port Union"]
    assert told(("president", None), ("club president", "Port Club")) == [None, "Port Club"]

"""Whether two names mean one body."""

import pytest

from service.linking.speakers.organizations import Relation, is_place, is_proper_name, organization_relation

SAME = [
    ("UNHCR", "United Nations High Commissioner for Refugees"),
    ("Northern Fishing Council (NFC)", "NFC"),
    ("Northern Fishing Council, or NFC", "Northern Fishing Council"),
    ("the Nairobi-based Food Fund", "Food Fund"),
    ("UNHCR’s Cairo office", "UNHCR"),
    ("Ministry of Defence", "Defense Ministry"),
    ("University of Chicago", "University of Chicago Law School"),
    ("Africa Seed Foundation", "African Seed Foundation"),
    ("Japanese", "Japan"),
    ("U.S.", "American"),
    ("Calif.", "California"),
    ("ORBIT UVS", "ORBIT Unmanned Vehicle Solutions"),
]
OTHERS = [
    ("Institute for Peace Studies", "Institute for National Peace"),
    ("Food Fund", "Seed Alliance"),
    ("Texas", "Ohio"),
    ("Ill.", "Indiana"),
    ("Iran", "Iraq"),
    ("Niger", "Nigeria"),
]
OPEN = [(None, "Food Fund"), ("the agency", "Food Fund"), ("Japan", "Food Fund"), ("", "")]


@pytest.mark.parametrize(
    ("organization", "other", "expected"),
    [(*pair, Relation.SAME) for pair in SAME]
    + [(*pair, Relation.OTHER) for pair in OTHERS]
    + [(*pair, Relation.OPEN) for pair in OPEN],
)
def test_relation_of_bodies_from_both_sides(organization, other, expected):
    assert organization_relation(organization, other) is expected
    assert organization_relation(other, organization) is expected


def test_places_are_countries_and_their_people():
    assert is_place("Japanese")
    assert not is_place("Japan Airlines")
    assert not is_place("")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Food Fund", True),
        ("Bank of Ghana", True),
        ("Armed groups", False),
        ("residents", False),
        ("", False),
    ],
)
def test_proper_names_have_capitals(name, expected):
    assert is_proper_name(name) is expected

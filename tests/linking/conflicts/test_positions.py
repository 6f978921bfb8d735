"""Affiliations taken apart: office, rank, field, time."""

import pytest

from service.domain.articles import Article, Span
from service.domain.quotations import Affiliation
from service.linking.conflicts.positions import position_of, role_relation, tenses_clash
from service.linking.speakers.organizations import Relation
from tests.linking.reports import affiliation

NOWHERE = Article("a", "")


def position(role, text=None):
    return position_of(affiliation(role, None, text=text), NOWHERE)


@pytest.mark.parametrize(
    ("role", "offices"),
    [
        ("finance minister", {"minister"}),
        ("premier", {"prime minister"}),
        ("chairwoman", {"chair"}),
        ("press secretary", {"spokesperson"}),
        ("president and chief executive", {"president", "chief executive"}),
        ("bean grower", {"grower"}),
        ("secretary of state", {"secretary"}),
    ],
)
def test_the_offices_that_a_role_names(role: str, offices: set[str]):
    assert position(role).offices == offices


@pytest.mark.parametrize(
    ("role", "ranks"), [("deputy mayor", {"deputy"}), ("vice mayor", {"deputy"}), ("mayor", set())]
)
def test_the_ranks_that_a_role_names(role: str, ranks: set[str]):
    assert position(role).ranks == ranks


def test_the_field_is_what_the_office_is_for():
    assert position("minister of finance").field == position("finance minister").field != frozenset()


def test_a_nation_is_no_field():
    assert position("Japanese foreign minister").field == position("foreign minister").field


def test_without_a_role_the_verb_says_it():
    told = Affiliation("a", Span(0, 18, "heads the Food Fund"), None, "Food Fund")
    assert position_of(told, NOWHERE).offices == {"head"}


def test_what_is_open_clashes_with_nothing():
    held, past, either = position("mayor"), position("former mayor"), position("baker and former mayor")
    assert tenses_clash(held, past)
    assert not tenses_clash(held, either)
    assert not tenses_clash(past, either)


@pytest.mark.parametrize(
    ("role", "other", "relation"),
    [
        ("director", "managing director", Relation.SAME),
        ("head", "president", Relation.SAME),
        ("director", "owner", Relation.OTHER),
        ("director", "deputy director", Relation.OTHER),
        ("finance minister", "health minister", Relation.OTHER),
        ("professor of law", "professor of politics", Relation.OTHER),
        ("baker", "mayor", Relation.OPEN),
        ("", "mayor", Relation.OPEN),
    ],
)
def test_whether_two_roles_can_be_one(role: str, other: str, relation: Relation):
    assert role_relation(position(role or None).role, position(other).role) is relation
    assert role_relation(position(other).role, position(role or None).role) is relation


def test_what_an_office_is_for_stands_in_its_own_words():
    """An organization that the article names elsewhere is no field."""
    whole = affiliation("minister", "Ministry of Finance", text="minister at the Ministry of Finance")
    alone = affiliation("minister", "Ministry of Finance", text="the minister")
    assert position_of(whole, NOWHERE).field == position("finance minister").field
    assert (position_of(alone, NOWHERE).organization, position_of(alone, NOWHERE).field) == (None, frozenset())

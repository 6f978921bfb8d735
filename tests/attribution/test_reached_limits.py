"""Which bounds the reading of an article has reached."""

import pytest

from bench.hostile import name_of
from service.attribution.affiliations.affiliations import MOST_POSITIONS, distinct_positions
from service.attribution.coreference.entities import MOST_PEOPLE
from service.attribution.pipeline import read_article
from service.attribution.reached_limits import reached_limits
from service.domain.articles import Article, Span
from service.domain.limits import LimitName, ReachedLimit
from service.domain.quotations import Affiliation
from service.parsing.parser import LONGEST_SENTENCE
from service.text.double_marks import MOST_INSIDE
from tests.attribution.readings import resolver_of
from tests.rough_parser import RoughParser


def limits_of(text: str) -> list[tuple[LimitName, int]]:
    found = read_article(Article("a", text), RoughParser()).limits
    assert {limit.article_id for limit in found} <= {"a"}
    return [(limit.name, limit.bound) for limit in found]


def test_an_ordinary_article_reaches_none():
    assert limits_of("“We won,” said Ann Lee, the mayor. Bo Kim, of the Port Office, said: “We lost.”") == []


@pytest.mark.parametrize(("n_people", "is_reached"), [(MOST_PEOPLE, False), (2 * MOST_PEOPLE, True)])
def test_people(n_people: int, is_reached: bool):
    text = " ".join(f"{name_of(number)} said so." for number in range(n_people))
    assert ((LimitName.PEOPLE, MOST_PEOPLE) in limits_of(text)) == is_reached


@pytest.mark.parametrize(("n_words", "is_reached"), [(LONGEST_SENTENCE // 2, False), (LONGEST_SENTENCE + 1, True)])
def test_a_sentence(n_words: int, is_reached: bool):
    assert ((LimitName.SENTENCE, LONGEST_SENTENCE) in limits_of("word " * n_words)) == is_reached


def test_marks():
    """Of many quotations in one paragraph, each that is closed reaches nothing."""
    closed = "“We won” and so on. " * (2 * MOST_INSIDE)
    assert LimitName.MARKS not in dict(limits_of(closed))
    assert LimitName.MARKS in dict(limits_of('"We "won ' * MOST_INSIDE))


def test_positions():
    """As many as are listed reach nothing; one that was there before is none more."""
    some = [Affiliation("a", Span(number, number + 1, "x"), f"role {number}", None) for number in range(MOST_POSITIONS)]
    again = Affiliation("a", Span(999, 1000, "x"), "Role 1", None)
    assert distinct_positions([*some, again]) == (tuple(some), False)
    assert distinct_positions([*some, Affiliation("a", Span(999, 1000, "x"), "last", None)]) == (tuple(some), True)


def test_positions_are_told():
    annotated, _ = resolver_of("Ann_Lee/nsubj/said/PERSON said/root .")
    assert reached_limits(annotated, (), has_more_positions=True) == (
        ReachedLimit(LimitName.POSITIONS, MOST_POSITIONS, "a"),
    )
    assert reached_limits(annotated, (), has_more_positions=False) == ()

"""How alike two quotations can be at most, as known without their words."""

from itertools import combinations, product

import pytest

from service.domain.quotations import QuotationKind
from service.linking.speakers.organizations import Relation
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.pairs import pair_of
from service.linking.statements.score_bounds import Outline, highest_score, may_match
from service.linking.statements.scoring import match_score
from tests.linking.reports import report

ANA, OMAR, NOBODY = "Ana Pérez", "Omar Said", ""
SAID = (
    "The wells of the valley have been dry since the spring festival.",
    "The wells of the valley haven't been dry since the spring festival, and 20 wells give water.",
    "like wildfire",
    "Rumours spread like wildfire in the camp, and nobody could stop them, not even the mayor.",
    "No comment.",
    "Our wells are dry.|The spring festival will be held whatever happens in the valley this year.",
    "Health care is a right",
    "Healthcare is a right",
    "—",
)
DIRECT = (QuotationKind.DIRECT, None)
DAYS = (None, "2024-06-01", "2024-06-09")


def comparable(name, words, kind, day):
    return comparable_quotations(report("a", (name, words), kind=kind, published_at=day))


def quotation(name, words, kind, day):
    (found,) = comparable(name, words, kind, day)
    return found


def quotations():
    kinds = QuotationKind.DIRECT, QuotationKind.INDIRECT
    for words, name, kind, day in product(SAID, (ANA, OMAR, NOBODY), kinds, DAYS):
        yield from comparable(name, words, kind, day)


def outline(pair, authors):
    return Outline.of(pair.left.signatures, pair.right.signatures, pair.n_days_apart, authors)


def test_no_score_is_higher():
    for one, other in combinations(quotations(), 2):
        pair = pair_of(one, other)
        score, by_authors = match_score(pair).score, highest_score(outline(pair, pair.authors))
        assert score <= by_authors + 1e-9, (one.quotation.text, other.quotation.text)
        assert by_authors <= highest_score(outline(pair, None)) + 1e-9


def test_two_that_share_some_words_only_are_ruled_out_without_their_words():
    one = quotation(ANA, SAID[0], QuotationKind.DIRECT, None)
    other = quotation(ANA, "In spring, when the river is high, a festival is held.", QuotationKind.DIRECT, None)
    assert not may_match(one.signatures, other.signatures, None, Relation.SAME)
    assert not may_match(one.signatures, other.signatures, None)


def test_another_author_or_day_rules_out_what_one_author_may_have_said():
    one = quotation(ANA, SAID[2], QuotationKind.DIRECT, None)
    other = quotation(ANA, SAID[3], QuotationKind.DIRECT, None)
    assert may_match(one.signatures, other.signatures, None, Relation.SAME)
    assert may_match(one.signatures, other.signatures, None)
    assert not may_match(one.signatures, other.signatures, 9, Relation.OTHER)


def test_a_copied_run_cannot_be_long_for_one_rule_and_short_for_another():
    """Where two people copy a phrase, one rule takes the less off the longer it is, and another the more."""
    one = quotation(ANA, "The treasury of the coal fields is that the miners were set up as a liability.", *DIRECT)
    other = quotation(OMAR, "The legend of the coal fields is that the mayor was set up as a villain.", *DIRECT)
    assert not may_match(one.signatures, other.signatures, None, Relation.OTHER)
    assert may_match(one.signatures, other.signatures, None, Relation.SAME)


@pytest.mark.parametrize("authors", [*Relation, None])
def test_which_is_named_first_does_not_matter(authors):
    one = quotation(ANA, SAID[0], QuotationKind.DIRECT, DAYS[1]).signatures
    other = quotation(OMAR, SAID[1], QuotationKind.INDIRECT, DAYS[2]).signatures
    assert Outline.of(one, other, 8, authors) == Outline.of(other, one, 8, authors)

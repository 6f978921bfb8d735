"""Which pairs of quotations report the same words."""

from itertools import combinations, product
from pathlib import Path

import pytest

from service.domain.quotations import QuotationKind
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.evidence import EVIDENCE, UNDATED
from service.linking.statements.pairs import pair_of
from service.linking.statements.scoring import match_score, match_weights, may_be_alike
from tests.linking.reports import report, with_background

ANA, OMAR = "Ana Pérez", "Omar Said"


def labelled_pairs():
    """The pairs of pairs.txt; those that we get wrong stay in, with the reason."""
    for row in Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            fields, reason = row.split(" | ")[:5], row.split(" | ")[5:]
            marks = [pytest.mark.xfail(strict=True, reason=reason[0])] if reason else []
            yield pytest.param(*fields, marks=marks)


def pair(name, words, other_name, other_words, kind=QuotationKind.DIRECT):
    reports = (report("a", (name, words)), report("b", (other_name, other_words), kind=kind))
    return pair_of(*(passage for one in reports for passage in comparable_quotations(one)))


@pytest.mark.parametrize(("expected", "kind", "speakers", "words", "other_words"), list(labelled_pairs()))
def test_renderings_of_one_statement_and_other_statements(expected, kind, speakers, words, other_words):
    other = ANA if speakers == "one speaker" else OMAR
    found = match_score(pair(ANA, words, other, other_words, QuotationKind(kind)))
    assert found.is_same == (expected == "same")


def test_a_sentence_in_common_is_enough_whatever_else_each_prints():
    left = "The glacier is melting fast.|Our wells ran dry in August."
    right = "Nobody in the capital listens.|The glacier is melting fast."
    assert match_score(pair(ANA, left, ANA, right)).is_same


def test_a_fragment_by_its_speaker_is_known_again():
    assert match_score(pair(ANA, "like wildfire", ANA, "Rumours spread like wildfire in the camp")).is_same


def test_what_is_said_again_a_week_later_must_be_more_alike():
    days = ("2024-06-01", "2024-06-08")
    words, other_words = "The well is dry.", "The well is not dry."
    first, second = (
        comparable_quotations(report(id_, (ANA, said), published_at=day))[0]
        for id_, said, day in zip("ab", (words, other_words), days, strict=True)
    )
    assert match_score(pair(ANA, words, ANA, other_words)).is_same
    assert not match_score(pair_of(first, second)).is_same


@pytest.mark.parametrize(("days", "weights"), [((None, None), 0), (("2024-06-01", None), 0), (("2024-06-01",) * 2, 1)])
def test_rules_weigh_otherwise_where_both_articles_tell_their_day(days, weights):
    reports = (report(id_, (ANA, "The well is dry."), published_at=day) for id_, day in zip("ab", days, strict=True))
    spoken = match_score(pair_of(*(quotation for one in reports for quotation in comparable_quotations(one)))).evidence
    learnt = (match_weights(are_dated=False), match_weights(are_dated=True))[weights]
    assert dict(spoken)["shorter_is_contained"] == learnt["shorter_is_contained"]
    assert ("both_are_dated" in dict(spoken)) == bool(weights)


@pytest.mark.parametrize(("other_day", "is_one"), [("2024-06-01", True), ("2024-06-04", True), ("2024-06-05", False)])
def test_articles_on_one_event_are_compared_like_those_that_tell_no_day(other_day, is_one):
    both = zip("ab", ("The well is dry.", "The well is not dry."), ("2024-06-01", other_day), strict=True)
    reports = [report(id_, (None, said), published_at=day) for id_, said, day in both]
    for some, is_same in ((reports, False), (map(with_background, reports), is_one)):
        score = match_score(pair_of(*(quotation for one in some for quotation in comparable_quotations(one))))
        assert score.is_same is is_same
        assert ("both_are_dated" in dict(score.evidence)) is not is_same


def test_each_rule_that_may_speak_has_a_weight():
    assert {rule.__name__ for rule in UNDATED} == match_weights(are_dated=False).keys() - {"always"}
    assert {rule.__name__ for rule in EVIDENCE} == match_weights(are_dated=True).keys() - {"always"}


def test_the_rules_that_spoke_are_told_by_name():
    spoken = dict(match_score(pair(ANA, "The glacier melts", OMAR, "The glacier melts")).evidence)
    assert spoken["shorter_is_contained"] > 0 > spoken["other_speaker"]


def test_every_rule_explains_itself():
    assert all(rule.__doc__ for rule in EVIDENCE)


def test_empty_quotations_are_not_alike():
    assert not match_score(pair(ANA, "—", ANA, "—")).is_same


def test_what_is_ruled_out_in_short_is_never_alike():
    """The store compares words only where the signatures allow it: what they rule out must score nothing."""
    said = [param.values[place] for param in labelled_pairs() for place in (3, 4)]
    kinds = [QuotationKind.DIRECT, QuotationKind.INDIRECT]
    for name, kind in product((ANA, OMAR), kinds):
        for words, other_words in combinations(said[::2], 2):
            found = pair(ANA, words, name, other_words, kind)
            signatures = (one.signatures for one in (found.left, found.right))
            assert may_be_alike(*signatures) or not match_score(found).is_same, (words, other_words)

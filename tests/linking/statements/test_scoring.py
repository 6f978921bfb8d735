"""Which pairs of quotations report the same words."""

from itertools import combinations, product
from pathlib import Path

import pytest

from service.domain.quotations import QuotationKind
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.pairs import pair_of
from service.linking.statements.scoring import WEIGHTS, match_score, may_be_alike, score_upper_bound
from tests.linking.reports import report

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


def test_choices_from_a_longer_speech_are_not_one_statement():
    """Both go on after the reporting clause, each with a sentence that the other lacks."""
    left = "The glacier is melting fast.|Our wells ran dry in August."
    right = "Nobody in the capital listens.|The glacier is melting fast."
    assert not match_score(pair(ANA, left, ANA, right)).is_same


def test_the_rules_that_spoke_are_told_by_name():
    spoken = dict(match_score(pair(ANA, "The glacier melts", OMAR, "The glacier melts")).evidence)
    assert spoken["shorter_is_contained"] > 0 > spoken["other_speaker"]


def test_every_rule_explains_itself():
    assert all(rule.__doc__ for rule, _ in WEIGHTS)


def test_empty_quotations_are_not_alike():
    assert not match_score(pair(ANA, "—", ANA, "—")).is_same


def test_what_is_ruled_out_in_short_is_never_alike():
    """The store compares words only where the outlines allow it: what they rule out must score nothing."""
    said = [param.values[place] for param in labelled_pairs() for place in (3, 4)]
    kinds = [QuotationKind.DIRECT, QuotationKind.INDIRECT]
    for name, kind in product((ANA, OMAR), kinds):
        for words, other_words in combinations(said[::2], 2):
            found = pair(ANA, words, name, other_words, kind)
            all_signatures, speakers = zip(
                *((one.signatures, one.speaker) for one in (found.left, found.right)), strict=True
            )
            assert may_be_alike(score_upper_bound(*all_signatures), speakers) or not match_score(found).is_same, (
                words,
                other_words,
            )

"""Many pairs are ruled out together: none that linking does not rule out, and most of those that it does."""

import numpy as np
import pytest

from service.archive.comparing.bounds import highest_scores, may_match
from service.archive.comparing.outlines import outlines
from service.linking.speakers.organizations import Relation
from service.linking.statements import score_bounds
from service.linking.statements.events import days_that_count
from service.linking.statements.evidence import EVIDENCE, UNDATED
from service.linking.statements.score_bounds import Outline, highest_score
from tests.archive.comparing.test_outlines import packed, pairs


@pytest.mark.parametrize("authors", Relation)
def test_what_linking_does_not_rule_out_stays(authors):
    left, right = pairs()
    found = may_match(packed(left), packed(right))[authors]
    each = zip(left, right, strict=True)
    expected = [
        score_bounds.may_match(*(s.signatures for s in ab), days_that_count(*(s.occasion for s in ab)), authors)
        for ab in each
    ]
    assert not (np.array(expected) & ~found).any()
    assert sum(expected) <= found.sum() < len(found) / 2


@pytest.mark.parametrize("authors", Relation)
@pytest.mark.parametrize("rules", [EVIDENCE, UNDATED], ids=["dated", "undated"])
def test_no_score_is_higher(rules, authors):
    both = [
        pair
        for pair in zip(*pairs(), strict=True)
        if (days_that_count(*(s.occasion for s in pair)) is None) == (rules is UNDATED)
    ]
    left, right = zip(*both, strict=True)
    found = highest_scores(outlines(packed(left), packed(right)), rules)[authors]
    for one, other, highest in zip(left, right, found, strict=True):
        outline = Outline.of(one.signatures, other.signatures, days_that_count(one.occasion, other.occasion), authors)
        assert highest_score(outline) <= highest + 1e-9, (one, other)

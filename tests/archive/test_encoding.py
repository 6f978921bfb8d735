"""What is encoded comes back as it was."""

import pytest

from service.archive.encoding import decode, encode
from service.domain.conflicts import Conflict
from service.domain.quotations import ArticleAnalysis
from service.linking.analysis import compare
from tests.archive.archives import REPORTS, newsroom


def test_analyses_come_back():
    for analysis in (*REPORTS, *newsroom(3)):
        assert decode(ArticleAnalysis, encode(analysis)) == analysis


@pytest.mark.parametrize("conflict", compare(REPORTS).conflicts, ids=lambda one: one.kind)
def test_a_conflict_comes_back(conflict):
    assert decode(Conflict, encode(conflict)) == conflict


def test_letters_stay_as_they_are():
    assert "Pérez" in encode(REPORTS[0])

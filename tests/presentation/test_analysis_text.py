"""The analysis as plain text."""

import pytest

from service.domain.conflicts import Analysis
from service.presentation.analysis_text import table
from tests.conftest import EVENING, MORNING


@pytest.mark.parametrize("width", [80, 100, 120])
def test_the_table_keeps_its_width(analysis: Analysis, width: int):
    assert max(map(len, table(analysis, width=width).splitlines())) <= width


@pytest.mark.parametrize(
    "words", ["Ana Ruiz", "director, Port Office", "(not speech)", "1. HIGH (wording)", "{not}", "morning:"]
)
def test_tells_speakers_affiliations_and_conflicts(analysis: Analysis, words: str):
    assert words in table(analysis, width=120)


def test_articles_have_tables_of_their_own(analysis: Analysis):
    text = table(analysis)
    assert f"{MORNING.id}: 3 quotations\n" in text
    assert f"{EVENING.id}: 1 quotation\n" in text


def test_an_affiliation_is_the_articles_own(analysis: Analysis):
    """The evening says former director, the morning director: neither table repeats the other."""
    morning, evening, _ = table(analysis, width=120).split("\n\n\n")
    assert "former director" not in morning
    assert "former director" in evening


def test_only_direct_speech_stands_between_marks(analysis: Analysis):
    text = table(analysis, width=120)
    assert "“We will" in text
    assert "“that the money" not in text


def test_nothing_found_is_told():
    text = table(Analysis((MORNING,), (), (), (), ()))
    assert "morning: 0 quotations" in text
    assert "No conflicts between the articles." in text


def test_uncertain_quotations_are_counted_and_shown_when_asked(analysis: Analysis):
    text = table(analysis, 0.85)
    assert f"{MORNING.id}: 2 quotations\n" in text
    assert "1 uncertain quotation is hidden (confidence below 0.85); --min-confidence 0 shows all.\n" in text
    assert "hidden" not in table(analysis, 0)
    assert "2 uncertain quotations are hidden" in table(analysis, 0.92)

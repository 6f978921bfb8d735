"""The analysis as plain text."""

import re
from dataclasses import replace

import pytest

from service.domain.articles import Article
from service.domain.conflicts import Analysis
from service.domain.limits import LimitName, ReachedLimit
from service.domain.quotations import Affiliation, Attribution, Quotation, QuotationKind, Speaker, SpeakerKind
from service.presentation.analysis_text import table
from tests.conftest import EVENING, MORNING


@pytest.mark.parametrize("width", [80, 100, 120])
def test_the_table_keeps_its_width(analysis: Analysis, width: int):
    assert max(map(len, table(analysis, width=width).splitlines())) <= width


@pytest.mark.parametrize(
    "words", ["Ana Ruiz", "director of the Port", "(not speech)", "1. HIGH (wording)", "{not}", "morning:"]
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
    assert "former" not in morning
    assert "former" in evening


def test_only_direct_speech_stands_between_marks(analysis: Analysis):
    text = table(analysis, width=120)
    assert "“We will" in text
    assert "“that the money" not in text


def test_marks_are_closed_where_words_are_cut():
    """A comma before the dots goes."""
    article = Article("long", "“" + "The old mill is gone, " * 9 + "but the weir stays,” said Ana Ruiz.")
    words = article.span(1, article.text.index("”"))
    quotation = Quotation("q1", article.id, QuotationKind.DIRECT, (words,))
    text = table(Analysis((article,), (Attribution(quotation, confidence=0.9),), (), (), ()), width=100)
    assert re.search(r"\w…”", text)
    assert ",…" not in text


def test_a_position_is_read_to_its_end():
    text = "“Rain,” said Ana Ruiz, former director of the Northern Institute for Weather and Harbour Studies."
    article = Article("long", text)
    start = text.index("former")
    position = Affiliation(article.id, article.span(start, len(text) - 1), "former director", "Northern Institute")
    ruiz = Speaker("s1", "Ana Ruiz", SpeakerKind.PERSON, affiliations=(position,))
    quotation = Quotation("q1", article.id, QuotationKind.DIRECT, (article.span(1, 5),))
    attribution = Attribution(quotation, speaker_id="s1", confidence=0.9)
    shown = table(Analysis((article,), (attribution,), (ruiz,), (), ()), width=80)
    assert "Harbour Studies" in " ".join(shown.split())


def test_repeated_words_are_one_row(analysis: Analysis):
    """A headline and a caption often have the same quotation."""
    said = analysis.attributions[0]
    twice = replace(analysis, attributions=(said, replace(said, quotation=replace(said.quotation, id="again"))))
    assert f"{MORNING.id}: 1 quotation\n" in table(twice)


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


def test_bounds_that_were_reached_are_told(analysis: Analysis):
    assert "more than" not in table(analysis)
    limits = ReachedLimit(LimitName.PEOPLE, 100, MORNING.id), ReachedLimit(LimitName.VERSIONS, 30)
    text = table(replace(analysis, limits=limits), width=80)
    assert f"\n\n\n{MORNING.id}: The article names more than 100 people;" in text
    assert "\nA statement has more than 30 wordings;" in text
    assert max(map(len, text.splitlines())) <= 80

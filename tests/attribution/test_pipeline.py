"""Any text at all gives an answer whose spans are slices of it."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.attribution.pipeline import read, read_article
from service.domain.articles import Article, Span
from service.domain.quotations import ArticleAnalysis
from tests.attribution.parses import FlatParser
from tests.attribution.readings import speakers_of
from tests.rough_parser import RoughParser

WORDS = ["“We", "won,”", "won.", "said", "told", "according to", "Lee", "She", "the minister", "‘no’", '"', "”", "\n\n"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=80)


def spans(report: ArticleAnalysis) -> Iterator[Span]:
    """Every span of the report."""
    for attribution in report.attributions:
        yield from attribution.quotation.parts
        yield from (span for span in (attribution.cue, attribution.mention) if span is not None)
    for speaker in report.speakers:
        yield from (affiliation.span for affiliation in speaker.affiliations)


@given(TEXTS)
@example("")
@example("“")
@example("“a\n\n“b")
@example("According to")
@example("\ufeff“No”\r\n\ud800 said Lee")
def test_no_text_breaks_it_and_every_span_is_a_slice(text: str):
    report = read_article(Article("a", text), FlatParser())
    for span in spans(report):
        assert text[span.start : span.end] == span.text != ""


@given(TEXTS)
@example("www.example.org/“yes”")
@example("She \n\n “We")
def test_words_that_hold_marks_do_not_break_it(text: str):
    read_article(Article("a", text), FlatParser(r"\S+"))


@given(TEXTS)
def test_a_quotation_has_a_speaker_or_a_reason(text: str):
    report = read_article(Article("a", text), FlatParser())
    speaker_ids = {speaker.id for speaker in report.speakers}
    for attribution in report.attributions:
        assert (attribution.speaker_id is None) == (attribution.unattributed_because is not None)
        assert attribution.speaker_id is None or attribution.speaker_id in speaker_ids
        assert 0 <= attribution.confidence <= 1


@given(TEXTS)
def test_one_text_gives_one_answer(text: str):
    article = Article("a", text)
    assert read_article(article, FlatParser()) == read_article(article, FlatParser())


@pytest.mark.parametrize("text", ["“We won,” said Lee.", "“We\u00a0won,” said Lee.", "\ufeff“We won,”\tsaid Lee."])
def test_offsets_count_in_the_text_as_it_was_sent(text: str):
    annotated = read(Article("a", text), FlatParser())
    assert annotated.parse.text == text
    assert [marked.span.text.replace("\u00a0", " ") for marked in annotated.marks] == ["We won,"]


TITLES = st.lists(st.sampled_from([*WORDS[:-1], "u\u0308ber", "“Ja", "z\u00ada"]), max_size=9).map(" ".join)


@given(TITLES, TEXTS)
@example("“a", "“b")
@example("“u\u0308\u200bu” said Lee", "\u0308Lee\u0308 said “no”")
@example("“We won,” said Lee\n“b”", "")
def test_every_span_is_a_slice_of_the_title_or_of_the_text(title: str, text: str):
    article = Article("a", text, title)
    report = read_article(article, FlatParser())
    for span in spans(report):
        assert article.content(span.field)[span.start : span.end] == span.text != ""
    for attribution in report.attributions:
        assert len({part.field for part in attribution.quotation.parts}) == 1
    ids = [attribution.quotation.id for attribution in report.attributions]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("title", [None, "Lee said the town won", "“No,” she said"])
def test_a_title_that_quotes_nobody_or_is_the_texts_headline_changes_nothing(title: str | None):
    text = "“No,” she said\n\n“We won,” said Lee."
    assert read_article(Article("a", text, title), FlatParser()).attributions == (
        read_article(Article("a", text), FlatParser()).attributions
    )


def test_a_title_is_read_as_the_same_headline_in_the_text():
    headline, text = "Lee said “we won”", "“We won,” said Ann Lee. “No,” she said."
    apart = read_article(Article("a", text, headline), RoughParser())
    whole = read_article(Article("a", f"{headline}\n\n{text}"), RoughParser())
    assert [one.quotation.text for one in apart.attributions] == [one.quotation.text for one in whole.attributions]
    assert speakers_of(apart) == speakers_of(whole) == ["Ann Lee"] * 3
    assert [one.quotation.field for one in apart.attributions] == ["title", "text", "text"]
    alone = read_article(Article("a", text), RoughParser())
    assert [one.quotation for one in apart.attributions[1:]] == [one.quotation for one in alone.attributions]

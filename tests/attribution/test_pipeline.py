"""Any text at all gives an answer whose spans are slices of it."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.attribution.pipeline import read, read_article
from service.domain.articles import Article, Span
from service.domain.quotations import ArticleAnalysis
from tests.attribution.parses import FlatParser

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

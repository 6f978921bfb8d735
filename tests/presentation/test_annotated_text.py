"""Articles to marked segments."""

from dataclasses import replace
from time import process_time

from service.domain.articles import Article, ArticleField, Span
from service.domain.conflicts import Analysis
from service.domain.quotations import Attribution, Quotation, QuotationKind
from service.presentation.annotated_text import Findings, MarkKind, marked_paragraphs
from tests.conftest import EVENING, MORNING


def _paragraphs(article: Article, analysis: Analysis):
    findings = Findings(analysis.attributions, analysis.speakers, analysis.conflicts)
    return marked_paragraphs(article, findings, number=1)


def _segments(analysis: Analysis, article: Article = MORNING):
    return [segment for each in _paragraphs(article, analysis) for segment in each.segments]


def test_paragraphs_are_the_lines_that_are_not_empty(analysis: Analysis):
    paragraphs = _paragraphs(MORNING, analysis)
    assert [paragraph.text.strip() for paragraph in paragraphs] == [line for line in MORNING.text.split("\n") if line]


def test_no_letter_is_lost(analysis: Analysis):
    for article in analysis.articles:
        shown = "".join(segment.text for segment in _segments(analysis, article))
        assert shown.replace("\n", "") == article.text.replace("\n", "")


def test_segments_carry_all_marks_that_cover_them(analysis: Analysis):
    """“Ruiz said that” is a mention, and its last words are the cue, too."""
    kinds = {segment.text: segment.kinds for segment in _segments(analysis)}
    assert kinds["We will build the bridge,"] == (MarkKind.QUOTATION, MarkKind.EVIDENCE, MarkKind.DISPUTED)
    assert kinds["gift"] == (MarkKind.NO_SPEECH,)
    assert kinds["Ruiz "] == (MarkKind.MENTION,)
    assert kinds["director of the Port Office"] == (MarkKind.AFFILIATION, MarkKind.EVIDENCE, MarkKind.DISPUTED)


def test_overlapping_marks_are_cut_where_one_begins_or_ends(analysis: Analysis):
    """The mention “Ruiz said” overlaps the cue “said that”, and indirect speech begins with “that”."""
    kinds = [(segment.text, segment.kinds) for segment in _segments(analysis)]
    assert ("said", (MarkKind.CUE, MarkKind.MENTION)) in kinds
    assert ("that", (MarkKind.INDIRECT, MarkKind.CUE)) in kinds
    assert (" the money was there", (MarkKind.INDIRECT,)) in kinds


def test_a_speaker_is_named_after_the_last_part_and_its_mark(analysis: Analysis):
    noted = [(segment.text, segment.notes) for segment in _segments(analysis) if segment.notes]
    assert noted == [("”", ("Ana Ruiz",)), (" the money was there", ("Ana Ruiz",))]


def test_who_disagrees_is_named_after_the_last_part_and_its_mark(analysis: Analysis):
    disputed = [(segment.text, [one.conflict_id for one in segment.disputes]) for segment in _segments(analysis)]
    assert [each for each in disputed if each[1]] == [("director of the Port Office", ["c2"]), ("”", ["c1"])]


def test_anchors_are_where_marks_begin(analysis: Analysis):
    anchors = [segment.anchor for segment in _segments(analysis) if segment.anchor]
    assert len(anchors) == len(set(anchors))
    assert f"a1-{MORNING.text.index('We will')}" in anchors


def test_an_article_without_marks_is_its_text():
    article = Article("a", "One.\n\nTwo.")
    bare = Analysis((article,), (), (), (), ())
    assert [(segment.text, segment.kinds) for segment in _segments(bare, article)] == [
        ("One.\n", ()),
        ("Two.", ()),
    ]


def test_text_that_looks_like_html_is_text(analysis: Analysis):
    assert any("<b>reporters</b>" in segment.text for segment in _segments(analysis, EVENING))


def test_every_segment_is_a_slice(analysis: Analysis):
    for article in analysis.articles:
        position = 0
        for segment in _segments(analysis, article):
            position = article.text.index(segment.text, position)
            assert article.span(position, position + len(segment.text)) == Span(
                position, position + len(segment.text), segment.text
            )


def test_a_mixed_quotation_is_direct_speech_only_between_its_marks():
    article = Article("a", "The bridge, he said, “will be built”.")
    parts = (article.span(0, 10), article.span(22, 35))
    mixed = Attribution(Quotation("q", "a", QuotationKind.MIXED, parts), confidence=1.0)
    segments = _segments(Analysis((article,), (mixed,), (), (), ()), article)
    kinds = {segment.text: segment.kinds for segment in segments}
    assert kinds["The bridge"] == (MarkKind.INDIRECT,)
    assert kinds["will be built"] == (MarkKind.QUOTATION,)


def test_a_quotation_of_nobody_is_noted(analysis: Analysis):
    bare = replace(analysis, speakers=())
    assert {note for segment in _segments(bare) for note in segment.notes} == {"no speaker"}


def _long_article(n_paragraphs: int) -> Analysis:
    """An article with a quotation in each paragraph."""
    article = Article("a", "“The bridge will be built”, he said.\n" * n_paragraphs)
    starts = range(1, len(article.text), len(article.text) // n_paragraphs)
    quotations = (
        Quotation(str(start), "a", QuotationKind.DIRECT, (article.span(start, start + 24),)) for start in starts
    )
    attributions = (
        Attribution(one, mention=article.span(one.parts[0].end + 3, one.parts[0].end + 5)) for one in quotations
    )
    return Analysis((article,), tuple(attributions), (), (), ())


def test_time_grows_no_faster_than_the_article():
    """Ten times the text took a hundred times as long while each line looked through all marks."""

    def seconds(n_paragraphs: int) -> float:
        analysis = _long_article(n_paragraphs)
        started = process_time()
        assert len(_paragraphs(analysis.articles[0], analysis)) == n_paragraphs
        return process_time() - started

    short, long = (min(seconds(number) for _ in range(3)) for number in (300, 3000))
    assert long < 30 * short


def test_a_title_is_marked_apart_from_the_text(analysis: Analysis):
    article = replace(MORNING, title="Ruiz: “The bridge comes” soon")
    places = [article.span(start, end, ArticleField.TITLE) for start, end in ((7, 23), (0, 4))]
    quoted = Quotation("q", article.id, QuotationKind.DIRECT, (places[0],))
    said = Attribution(quoted, None, places[1], "s1")
    findings = Findings((said, *analysis.attributions), analysis.speakers, analysis.conflicts)
    (title,) = marked_paragraphs(article, findings, number=1, field=ArticleField.TITLE)
    assert [(one.text, one.kinds, one.anchor, one.notes) for one in title.segments] == [
        ("Ruiz", (MarkKind.MENTION,), "a1-title-0", ()),
        (": “", (), None, ()),
        ("The bridge comes", (MarkKind.QUOTATION,), "a1-title-7", ()),
        ("”", (), None, ("Ana Ruiz",)),
        (" soon", (), None, ()),
    ]
    assert marked_paragraphs(article, findings, number=1) == _paragraphs(MORNING, analysis)
    assert marked_paragraphs(EVENING, findings, number=2, field=ArticleField.TITLE) == ()

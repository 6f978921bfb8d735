"""An analysis as a file."""

from dataclasses import replace

from service.domain.articles import ArticleField
from service.domain.conflicts import Analysis
from service.web.page.documents import analysis_html
from tests.web.pages import SoundPage


def _with_a_guess(analysis: Analysis) -> Analysis:
    """The same, where one quotation is uncertain."""
    said, guess, *others = analysis.attributions
    return replace(analysis, attributions=(said, replace(guess, confidence=0.3), *others))


def test_the_file_says_how_to_see_all(analysis: Analysis):
    page = analysis_html(_with_a_guess(analysis))
    assert "1 uncertain quotation is hidden." in page
    assert "--min-confidence 0" in page
    assert "hidden." not in analysis_html(_with_a_guess(analysis), 0.0)


def test_the_page_as_a_file_needs_no_server(analysis: Analysis):
    page = analysis_html(analysis)
    assert "<form" not in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert all(link.startswith("#") for link in SoundPage(page).links)


def test_what_a_title_quotes_is_marked_above_the_headline_of_the_text(analysis: Analysis):
    said, *others = analysis.attributions
    morning = replace(analysis.articles[0], title="Ruiz: “The bridge comes”")
    part = morning.span(7, 23, ArticleField.TITLE)
    in_title = replace(said, quotation=replace(said.quotation, parts=(part,)), cue=None, mention=None)
    articles = (morning, *analysis.articles[1:])
    page = analysis_html(replace(analysis, articles=articles, attributions=(in_title, *others)))
    SoundPage(page)
    assert '<h3>Ruiz: “<span id="a1-title-7" class="m quotation">The bridge comes</span>”' in page
    assert '<p class="headline">Harbour plan' in page
    assert 'href="#a1-title-7"' in page

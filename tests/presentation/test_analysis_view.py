"""What stands on the page."""

from dataclasses import replace

import pytest

from service.domain.articles import Article
from service.domain.conflicts import Analysis
from service.domain.quotations import SpeakerKind
from service.presentation.analysis_view import heading_of, page_content
from tests.conftest import EVENING, MORNING


def _bare(article: Article) -> Analysis:
    return Analysis((article,), (), (), (), ())


def test_articles_are_numbered_and_named(analysis: Analysis):
    morning, evening = page_content(analysis).articles
    assert (morning.number, morning.name, morning.n_quotations) == (1, "The Morning Example", 3)
    assert (evening.number, evening.name, evening.n_quotations) == (2, "evening", 1)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Harbour plan\n\nThe text.", "Harbour plan"),
        ("The first sentence.\n\nThe second.", None),
        ("“A quotation”\n\nThe text.", None),
        ("x" * 161, None),
        ("Advertisement\n\nHarbour plan\n\nThe text.", "Harbour plan"),
        ("Advertisement", None),
    ],
)
def test_a_first_line_may_be_a_headline(text: str, headline: str | None):
    (article,) = page_content(_bare(Article("a", text))).articles
    assert (article.headline.text.strip() if article.headline else None) == headline


@pytest.mark.parametrize(
    ("article", "heading"),
    [
        (Article("a", "Advertisement\nThe text.", title="Harbour plan"), "Harbour plan"),
        (Article("a", "Advertisement\nThe text."), "The text."),
        (Article("a", "Advertisement"), "a"),
    ],
)
def test_an_article_without_a_title_is_called_by_how_it_begins(article: Article, heading: str):
    assert heading_of(article) == heading


def test_a_name_that_only_repeats_the_number_is_left_out():
    assert page_content(_bare(Article("article 1", "x"))).articles[0].name is None


@pytest.mark.parametrize("published_at", ["2024-06-21", "2024-06-21T10:00:00Z"])
def test_the_date_is_written_out(published_at: str):
    dated = replace(MORNING, published_at=published_at)
    assert page_content(_bare(dated)).articles[0].published_on == "21 June 2024"


def test_a_conflict_names_its_speakers_and_links_each_side_once(analysis: Analysis):
    """The morning's quotation has two parts, and one link."""
    wording, _ = page_content(analysis).conflicts
    assert wording.speakers == ("Ana Ruiz",)
    assert [[place.href for place in side.places] for side in wording.view.sides] == [
        [f"#a1-{MORNING.text.index('We will')}"],
        [f"#a2-{EVENING.text.index('We will')}"],
    ]


def test_a_speaker_comes_with_posts_and_quotations(analysis: Analysis):
    (ruiz,) = page_content(analysis).speakers
    assert [affiliation.text for affiliation in ruiz.affiliations] == [
        "director of the Port Office",
        "the Port Office’s former director",
    ]
    assert [place.words for place in ruiz.quotations] == [
        "“We will build the bridge … before May.”",
        "that the money was there",
        "“We will not build the bridge before May”",
    ]


@pytest.mark.parametrize(("kind", "names"), [(SpeakerKind.PERSON, ("Ruiz",)), (SpeakerKind.GROUP, ())])
def test_only_other_names_are_shown(analysis: Analysis, kind: SpeakerKind, names: tuple[str, ...]):
    (ruiz,) = analysis.speakers
    named = replace(ruiz, kind=kind, aliases=("ANA RUIZ", "Ruiz"))
    assert page_content(replace(analysis, speakers=(named,))).speakers[0].aliases == names


def test_repeated_words_are_counted_and_listed_once(analysis: Analysis):
    said = analysis.attributions[0]
    twice = replace(analysis, attributions=(said, replace(said, quotation=replace(said.quotation, id="again"))))
    content = page_content(twice)
    assert (content.n_quotations, content.articles[0].n_quotations) == (1, 1)
    assert len(content.speakers[0].quotations) == 1

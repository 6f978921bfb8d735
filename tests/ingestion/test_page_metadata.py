"""What ten kinds of pages say about their articles; the pages lie in `pages/`, and docs/articles.md has the table."""

from pathlib import Path

import pytest

from service.domain.articles import MetadataSource
from service.ingestion.html_extraction import Page, read_page
from service.ingestion.metadata import Metadata
from tests.sources import ROOT

PAGES = Path(__file__).parent / "pages"
FOUND = {
    "json_ld": (
        *("JSON-LD", "Harbour bridge to be rebuilt by May, port director says", "The Valley Gazette"),
        *("2024-06-21T06:30:00+01:00", ("Mara Lind", "Jon Ode")),
        *("https://www.valleygazette.example/news/harbour-bridge-rebuilt", "en-GB"),
    ),
    "og_only": (
        *("Open Graph only", "Council turns down stadium", "Northern Echo Post", "2024-07-02T21:05:00Z"),
        *(("Priya Nair",), "https://northernechopost.example/2024/07/council-turns-down-stadium/", "en-US"),
    ),
    "microdata": (
        *("microdata", "Fishermen block the harbour for a second day", "Island Courier", "2024-05-09T14:00:00-04:00"),
        *(("Tomás Quiroga",), "https://islandcourier.example/a/4711", "en"),
    ),
    "amp": (
        *("AMP", "Dam level falls below a third & restrictions loom", "Southern Daily", "2024-02-11T23:00:00.000Z"),
        *(("Ruth Okafor",), "https://www.southerndaily.example/national/dam-level-falls", "en-AU"),
    ),
    "no_metadata": ("no metadata", "Mill workers return after six weeks", None, None, (), None, None),
    "paywall_stub": (
        *("paywall stub", "Exclusive: Bank knew of losses a year ago", "The Capital Ledger", "2024-03-14"),
        *(("Helen Marsh", "Ravi Deol"), "https://www.capitalledger.example/markets/bank-knew-of-losses", "en"),
    ),
    "live_blog": (
        *("live blog", "Storm Ines live: thousands without power", "Metro Herald", "2024-10-03T05:00:00Z"),
        *(("Noor Haddad",), "https://metroherald.example/live/storm-ines", "en-US"),
    ),
    "video_page": (
        *("video page", "Minister walks out of interview", "Channel Nine News", "2024-09-17T19:22:41+02:00"),
        *(("Dana Frost",), "https://channelnine.example/video/88123", "en"),
    ),
    "print_page": (
        *("print page", "School board delays vote on bus routes", "prairieregister.example", "2024-04-18"),
        *(("Gail Lund",), "https://www.prairieregister.example/schools/2024/04/18/board-delays-vote/", None),
    ),
    "syndicated_copy": (
        *("syndicated copy", "Talks on border river resume", "Lakeside Tribune", "2024-08-12T09:15:00+00:00"),
        *(("Ewa Nowik", "Continental Press"), "https://www.lakesidetribune.example/world/border-river-talks-resume"),
        "en",
    ),
}


def page(name: str, address: str | None = None) -> Page:
    return read_page((PAGES / f"{name}.html").read_text("utf-8"), address=address)


@pytest.mark.parametrize("name", FOUND)
def test_each_kind_of_page_says_what_its_article_is(name: str):
    assert page(name).metadata == Metadata(*FOUND[name][1:])


def test_the_table_in_the_documentation_is_this_one():
    documented = (ROOT / "docs" / "articles.md").read_text("utf-8")
    for kind, *values in FOUND.values():
        cells = (", ".join(value) if isinstance(value, tuple) else value for value in values)
        assert f"| {kind} | {' | '.join(cell or '–' for cell in cells)} |" in documented


def test_each_field_says_where_it_comes_from():
    sources = page("print_page").sources
    assert (sources.title, sources.outlet, sources.url) == (
        MetadataSource.PAGE,
        MetadataSource.ADDRESS,
        MetadataSource.META,
    )
    assert sources.language is None
    assert page("syndicated_copy").sources.url is MetadataSource.OPEN_GRAPH


def test_without_a_name_an_outlet_is_called_by_the_host_of_its_page():
    assert page("no_metadata", "https://www.milltown.example/a").metadata.outlet == "milltown.example"


@pytest.mark.parametrize(
    ("head", "address", "url"),
    [
        ('<link rel="canonical" href="/a">', "https://x.example/b?c=1", "https://x.example/a"),
        ('<link rel="canonical" href="/a">', None, None),
        ('<link rel="canonical" href="https://y.example/a">', "https://x.example/b", None),
        ('<link rel="canonical" href="https://y.example/a">', None, "https://y.example/a"),
        ('<link rel="canonical" href="https://x.example/a">', "https://amp.x.example/b", "https://x.example/a"),
        ('<link rel="canonical" href="javascript:a()">', None, None),
    ],
)
def test_the_canonical_address_is_one_of_the_same_site(head: str, address: str | None, url: str | None):
    html = f"<html><head>{head}</head><body><p>It rained all day in the town.</p></body></html>"
    assert read_page(html, address=address).metadata.url == url


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Bridge opens | The Post", "Bridge opens"),
        ("Bridge opens - The Post", "Bridge opens"),
        ("Why we trust The Post", "Why we trust The Post"),
        ("The Post", "The Post"),
    ],
)
def test_a_headline_does_not_name_its_site(title: str, headline: str):
    tags = f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Post">'
    html = f"<html><head>{tags}</head><body><p>It rained all day in the town.</p></body></html>"
    assert read_page(html).metadata.title == headline

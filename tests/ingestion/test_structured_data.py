"""JSON-LD and microdata as pages write them, rightly and wrongly."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import fromstring

from service.ingestion.metadata import Metadata
from service.ingestion.structured_data import json_ld_metadata, microdata_metadata


def told(*blocks: object) -> Metadata:
    scripts = "".join(
        f'<script type="application/ld+json">{block if isinstance(block, str) else json.dumps(block)}</script>'
        for block in blocks
    )
    return json_ld_metadata(fromstring(f"<html><head>{scripts}</head><body></body></html>"))


def report(**more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Rain", **more}


@pytest.mark.parametrize(
    "block",
    [
        report(),
        [report()],
        {"@graph": [{"@type": "WebSite", "name": "X"}, report()]},
        {"@type": "WebPage", "name": "Page", "mainEntity": report()},
        {**report(), "@type": ["Thing", "http://schema.org/AnalysisNewsArticle"]},
        {"@type": "BlogPosting", "name": "<b>Rain</b>"},
    ],
)
def test_the_article_is_found_where_pages_put_it(block: object):
    assert told(block).title == "Rain"


@pytest.mark.parametrize(
    "block",
    [
        "",
        "no JSON",
        "null",
        '"NewsArticle"',
        "[" * 5000,
        {"@type": "ItemList", "itemListElement": [report()]},
        {"@type": "Person", "name": "Ana Ruiz"},
    ],
)
def test_without_an_article_nothing_is_said(block: object):
    assert told(block) == Metadata()


def test_of_several_articles_the_first_counts_and_a_film_only_alone():
    film = {"@type": "VideoObject", "name": "Film"}
    assert told(film, report(), report(headline="Snow")).title == "Rain"
    assert told(film).title == "Film"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Mara Lind", ("Mara Lind",)),
        ({"name": "By Mara Lind and Jon Ode"}, ("Mara Lind", "Jon Ode")),
        ([{"@type": "Person", "name": "Mara Lind"}, {"@type": "Organization", "name": "Agency"}], ("Mara Lind",)),
        ({"@type": "NewsMediaOrganization", "name": "Agency"}, ("Agency",)),
        ({"givenName": "Mara", "familyName": "Lind"}, ("Mara Lind",)),
        ({"@id": "#lind"}, ("Mara Lind",)),
        ({"name": ["Mara Lind"]}, ("Mara Lind",)),
        ("https://x.example/lind", ()),
        (7, ()),
        (None, ()),
    ],
)
def test_authors_are_people_however_they_are_written(author: object, names: tuple[str, ...]):
    person = {"@type": "Person", "@id": "#lind", "name": "Mara Lind"}
    assert told({"@graph": [report(author=author), person]}).authors == names


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ({"publisher": "Post"}, "outlet", "Post"),
        ({"publisher": [{"name": "Post"}]}, "outlet", "Post"),
        ({"publisher": {"name": "https://x.example"}}, "outlet", None),
        ({"datePublished": "soon", "dateCreated": "2024-05-06"}, "published_at", "2024-05-06"),
        ({"mainEntityOfPage": "https://x.example/a#top"}, "url", "https://x.example/a"),
        ({"url": "/a", "@id": "https://x.example/b"}, "url", "https://x.example/b"),
        ({"inLanguage": "en_US"}, "language", "en-US"),
        ({"inLanguage": {"name": "English", "alternateName": "en"}}, "language", "en"),
        ({"inLanguage": ["English", "en"]}, "language", "en"),
    ],
)
def test_other_fields(more: dict[str, object], field: str, value: str | None):
    assert getattr(told(report(**more)), field) == value


def test_microdata_of_other_items_stays_theirs():
    item = 'itemscope itemtype="https://schema.org/'
    html = f"""<div {item}Article"><h1 itemprop="headline name">Rain</h1>
      <div itemprop="author" {item}Person">Mara <b>Lind</b></div>
      <div itemprop="publisher" {item}Organization"><span itemprop="name">Post</span></div>
      <div itemprop="image" {item}ImageObject"><meta itemprop="headline" content="Photo"></div>
      <a itemprop="url" href="https://x.example/a">here</a><time itemprop="datePublished">2024-05-06</time></div>"""
    found = microdata_metadata(fromstring(html))
    assert found == Metadata("Rain", "Post", "2024-05-06", ("Mara Lind",), "https://x.example/a")


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["@type", "@graph", "@id", "author", "publisher", "name", "url"]), inner)
        ),
    )
)
@settings(max_examples=80, deadline=None)
def test_no_json_breaks_it(value: object):
    told([value, {"@type": "NewsArticle", "author": value, "publisher": value, "inLanguage": value, "url": value}])

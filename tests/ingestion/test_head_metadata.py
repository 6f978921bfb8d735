"""What the tags of a page's head say."""

import pytest
from lxml.html import fromstring

from service.ingestion.head_metadata import head_metadata, open_graph_metadata, tags_of
from service.ingestion.metadata import Metadata


def head(tags: str, lang: str = "") -> Metadata:
    tree = fromstring(f"<html {lang}><head>{tags}</head><body><p>x</p></body></html>")
    return head_metadata(tree, tags_of(tree), "https://x.example/a")


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("tags", "field", "value"),
    [
        (meta("DC.Title", "Rain"), "title", "Rain"),
        (meta("twitter:title", " Rain&amp;amp;shine "), "title", "Rain&shine"),
        (meta("publisher", "Post"), "outlet", "Post"),
        (meta("date", "soon") + meta("pubdate", "2024-05-06"), "published_at", "2024-05-06"),
        (meta("pubdate", "Mon, 06 May 2024 10:00:00 GMT"), "published_at", "2024-05-06T10:00:00+00:00"),
        (meta("author", "Mara Lind") + meta("author", "Jon Ode"), "authors", ("Mara Lind", "Jon Ode")),
        (meta("author", "desk@x.example"), "authors", ()),
        ('<link rel="alternate canonical" href="b">', "url", "https://x.example/b"),
        ('<link rel="amphtml" href="b">', "url", None),
        ('<meta http-equiv="Content-Language" content="en">', "language", "en"),
        (meta("language", "English"), "language", None),
    ],
)
def test_tags(tags: str, field: str, value: object):
    assert getattr(head(tags), field) == value


def test_the_language_of_the_page_comes_first():
    assert head(meta("language", "fr"), 'lang="en-CA"').language == "en-CA"


def test_open_graph_is_read_wherever_it_stands():
    tree = fromstring('<html><body><meta name="og:title" content="Rain"><p>x</p></body></html>')
    assert open_graph_metadata(tags_of(tree), None).title == "Rain"


def test_only_so_many_tags_are_looked_at():
    assert len(tags_of(fromstring("<p>x</p>" + "".join(meta(f"n{number}", "x") for number in range(2000))))) == 1000

"""What contents are, by their beginning, their names and kinds."""

import pytest

from quotes_client.formats.contents import Content, Kind, articles_in
from quotes_client.formats.found import Found, Refused
from quotes_client.formats.records import FieldMap


def reading(content: str, kind: Kind) -> Found | Refused:
    (finding,) = articles_in(Content("x", content.encode(), kind, id="x"), FieldMap.of(()))
    return finding


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PAGE, Kind.XML])
def test_a_page_is_known_by_its_beginning(kind: Kind):
    page = ' \n<?xml version="1.0"?><!DOCTYPE html><HTML><p>It rains.</p></HTML>'
    assert reading(page, kind).article.html == page


@pytest.mark.parametrize(
    ("content", "kind", "text"),
    [
        ("{sic} he said.", Kind.TEXT, "{sic} he said."),
        ('{"text": "Rain."}', Kind.TEXT, "Rain."),
        ('{"text": "Rain."}', Kind.XML, "Rain."),
        ('{"articles": [{"text": "Rain."}]}', Kind.JSON, "Rain."),
        ('{"text": "Rain."}\n', Kind.LINES, "Rain."),
        ("title,text\nx,Rain.\n", Kind.CSV, "Rain."),
        ("text\tsection\nRain.\tx\n", Kind.CSV, "Rain."),
    ],
)
def test_texts(content: str, kind: Kind, text: str):
    assert reading(content, kind).article.text == text


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        (" ", Kind.TEXT, "x is empty."),
        ("<p>Rain.</p>", Kind.TEXT, "x is XML of a kind that is not read: <p>."),
        ("<p>Rain.", Kind.TEXT, "x is not well-formed XML: no element found: line 1, column 8."),
        ('<?xml version="1.0" encoding="x-y"?><a/>', Kind.XML, "x is not well-formed XML: unknown encoding: x-y."),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a/>', Kind.XML, "x defines entities of its own, which are not read."),
        ("<rss>", Kind.XML, "x is not a feed with entries that can be read."),
        ("<nitf><body.content/></nitf>", Kind.XML, "x has no text."),
        ("<packageItem/>", Kind.XML, "x has no news items, only a package that refers to some."),
        ("<newsItem><contentSet/></newsItem>", Kind.XML, "x has no text of its own."),
        ("[" * 100_000, Kind.JSON, "x is nested too deeply."),
        ("{", Kind.JSON, "x is not JSON in UTF-8: Expecting property name enclosed in double quotes: line 1 column 2"),
        ("7", Kind.JSON, "x is not an article but a list or a single value."),
        ("a,b\n1,2\n", Kind.CSV, "x has no column text, html or url: with other names, they need --map COLUMN=FIELD."),
        ('text\n"Rain', Kind.CSV, "x:1 is not CSV: unexpected end of data."),
        ("Rain.", Kind.MAIL, "x is not a mail with a text."),
        ("From: a@b.example\n\n-- \nme\n", Kind.MAIL, "x is a mail without a text."),
    ],
)
def test_what_is_refused(content: str, kind: Kind, reason: str):
    refused = reading(content, kind)
    assert isinstance(refused, Refused)
    assert refused.reason.startswith(reason)


def test_a_mail_in_html_is_a_page():
    mail = "From: a@b.example\nContent-Type: text/html\n\n<p>It rains.</p>\n"
    article = reading(mail, Kind.MAIL).article
    assert (article.html, article.outlet) == ("<p>It rains.</p>\n", "b.example")

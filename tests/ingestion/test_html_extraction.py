"""The article inside an HTML page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.ingestion.html_extraction import Page, decoded, read_page

PAGE = """<html><head><title>Title</title><style>p {}</style></head><body>
<header><nav><a href="/">Home</a></nav></header>
<article><h1>Bridge</h1>
<p>“We will build it,” said <a href="/ruiz">Ana <i>Ruiz</i></a>, director of the <b>Port Office</b>.</p>
<p>Nothing else was said.<br>Not a word.</p></article>
<footer>All rights reserved</footer><script>alert(1)</script></body></html>"""


def test_paragraphs_are_kept_and_links_do_not_break_them():
    paragraphs = read_page(PAGE).text.split("\n\n")
    assert "“We will build it,” said Ana Ruiz, director of the Port Office." in paragraphs
    assert "Nothing else was said." in paragraphs
    assert "Not a word." in paragraphs


@pytest.mark.parametrize("furniture", ["Home", "rights", "alert", "p {}"])
def test_what_is_no_article_is_left_out(furniture: str):
    assert furniture not in read_page(PAGE).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>“Hi,” he said.</p>", "“Hi,” he said."),
        ("no tags at all", "no tags at all"),
        ("<p>a &amp; b &#8212; c</p>", "a & b — c"),
        ("<p>a\0b &#1; &#xFFFF; \ud800 c</p>", "a b c"),
        ("", ""),
        ("<html></html>", ""),
        ("<script>let x</script>", ""),
    ],
)
def test_fragments(html: str, text: str):
    assert " ".join(read_page(html).text.split()) == text


def test_a_page_without_text_says_nothing():
    assert read_page("") == Page("")


@given(st.text(alphabet=st.sampled_from("<>/pdivbr&#x0; \n“”a\0\ud800"), max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_html_breaks_it(html: str):
    read_page(html).text.encode("utf-8")


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("“é”".encode(), None),
        ("“é”".encode(), "utf-8"),
        ("“é”".encode(), "no-such-charset"),
        ("“é”".encode(), "base64"),
        ("“é”".encode(), "\0"),
        ("“é”".encode("utf-16"), "utf-16"),
        ("“é”".encode("cp1252"), None),
        ("“é”".encode("cp1252"), "iso-8859-1"),
        ("“é”".encode("cp1252"), "US-ASCII"),
        ("“é”".encode("cp1252"), "utf-8"),
    ],
)
def test_pages_are_decoded_as_they_say_or_as_most_are(body: bytes, charset: str | None):
    assert decoded(body, charset) == "“é”"


@pytest.mark.parametrize(
    "meta", ['<meta charset="windows-1251">', "<META http-equiv='Content-Type' content='text/html; charset=cp1251'>"]
)
def test_a_page_can_tell_its_charset_itself(meta: str):
    assert decoded((meta + "да").encode("cp1251"), None).endswith("да")


def test_bytes_that_are_no_text_are_shown_as_such():
    assert decoded(b"\x81\x9d x", None) == "\ufffd\ufffd x"

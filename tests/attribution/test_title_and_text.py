"""A title and its text as one text to read."""

import pytest

from service.attribution.title_and_text import find_marks_apart, title_and_text
from service.domain.articles import Article, Span
from service.text.paragraphs import find_paragraphs

TITLE = "Lee: “Rates will fall”"
BODY = "Ann Lee spoke on Monday.\n\n“Rates will fall,” she said."


def read(title: str | None, text: str) -> str:
    return title_and_text(Article("a", text, title)).text


def test_a_title_that_quotes_somebody_stands_before_the_text():
    assert read(TITLE, BODY) == f"{TITLE}\n\n{BODY}"


@pytest.mark.parametrize("title", [None, "", "Rates will fall, says Lee", "Lee’s rates", "“Rates” " + "fall " * 100])
def test_the_text_alone_is_read_if_the_title_has_no_marks_or_is_none(title: str | None):
    assert title_and_text(Article("a", BODY, title)).text_start == 0
    assert read(title, BODY) == BODY


@pytest.mark.parametrize(
    "headline",
    [TITLE, "LEE:  ‘Rates will fall’", f"The Example\n\n{TITLE}", "Advertisement\n" + TITLE, 'Lee: "Rates will fall"'],
)
def test_a_title_that_the_text_opens_with_is_not_read_twice(headline: str):
    assert read(TITLE, f"{headline}\n\n{BODY}") == f"{headline}\n\n{BODY}"


def test_a_title_may_name_the_outlet_behind_the_headline():
    text = f"{TITLE}\n\n{BODY}"
    assert read(f"{TITLE} | The Example", text) == text


@pytest.mark.parametrize("opening", ["Rates will fall, Lee says", "“Rates will fall”", "Lee: Rates will fall"])
def test_a_title_that_only_sounds_like_the_first_lines_is_read(opening: str):
    assert read(TITLE, f"{opening}\n\n{BODY}").startswith(f"{TITLE}\n\n")


def test_places_are_those_of_the_title_or_of_the_text():
    sent = title_and_text(Article("a", BODY, TITLE))
    assert sent.span(6, 21) == Span(6, 21, "Rates will fall", "title")
    start = sent.text.index("Ann")
    assert sent.span(start, start + 7) == Span(0, 7, "Ann Lee")


@pytest.mark.parametrize("title", ["Lee: “Rates will fall", "Lee on ‘Rates"])
def test_a_mark_that_a_title_leaves_open_ends_with_it(title: str):
    text = f"{title}\n\n“We wait,” she said. “No."
    marks = find_marks_apart(text, find_paragraphs(text), len(title) + 2)
    alone = find_marks_apart(text[len(title) + 2 :], find_paragraphs(text[len(title) + 2 :]), 0)
    assert [marked.paragraph for marked in marks if marked.span.start > len(title)] == [1, 1]
    assert [marked.span.text for marked in marks if marked.paragraph] == [marked.span.text for marked in alone]
    assert all(marked.is_closed for marked in marks if not marked.paragraph)

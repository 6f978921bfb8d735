"""Lines to paragraphs: blank lines part them, wrapped lines join them, page furniture is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.paragraphs import find_paragraphs, first_line, is_furniture

LONG = "The harbour board met on Tuesday to decide on"


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in find_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n \n", []),
        ("One.", ["One."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\n\n\nTwo.", ["One.", "Two."]),
        ("  One. \n   Two.  ", ["One.", "Two."]),
    ],
)
def test_a_line_is_a_paragraph(text: str, paragraphs: list[str]):
    assert texts(text) == paragraphs


def test_a_line_that_breaks_off_goes_on_with_the_next():
    assert texts(f"{LONG}\nthe new bridge.") == [f"{LONG}\nthe new bridge."]


def test_a_sentence_wrapped_over_three_lines_is_one_paragraph():
    wrapped = f"{LONG}\nthe new bridge, which the town has wanted,\nand on its cost."
    assert texts(wrapped) == [wrapped]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{LONG}.\nthe new bridge", id="the line before is complete"),
        pytest.param(f"{LONG}\nThe new bridge", id="the next line begins with a capital"),
        pytest.param(f"{LONG}\n\nthe new bridge", id="an empty line stands between"),
        pytest.param("Harbour news\nthe new bridge", id="the line before is a heading"),
    ],
)
def test_other_lines_stay_apart(text: str):
    assert len(texts(text)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Supported by",
        "Please enter your comment!",
        "Please enter your name here",
        "Leave a Comment",
        "Your email address will not be published. Required fields are marked *",
        "Source link",
        "https://example.org/harbour",
        "© 2024 The Morning Example",
        "All rights reserved.",
    ],
)
def test_furniture_of_the_page_is_no_paragraph(line: str):
    assert is_furniture(line)
    assert texts(f"One.\n\n{line}\n\nTwo.") == ["One.", "Two."]


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement was banned on Monday.",
        "“Please enter your name,” the sign read.",
        "Supported by his wife, Lee resigned.",
        "Comments by the minister angered the unions.",
        "Subscribers left in their thousands, the paper said.",
    ],
)
def test_a_sentence_that_sounds_like_furniture_stays(line: str):
    assert texts(line) == [line]


@given(st.text(st.sampled_from(" \n\tab.,A“”") | st.characters(), max_size=80))
def test_paragraphs_of_any_text_are_slices_in_order_without_blanks_around(text: str):
    end = 0
    for paragraph in find_paragraphs(text):
        assert end <= paragraph.start < paragraph.end
        assert text[paragraph.start : paragraph.end] == paragraph.text == paragraph.text.strip()
        end = paragraph.end


@pytest.mark.parametrize(
    ("text", "line"),
    [("Advertisement\n\n Ferries stop \nLee said so.", "Ferries stop"), ("Ferries stop", "Ferries stop"), ("\n", "")],
)
def test_an_article_begins_behind_what_belongs_to_the_page(text: str, line: str):
    assert first_line(text) == line

"""Where words stand among quotation marks."""

import re

import pytest

from service.domain.articles import Span
from service.parsing.annotation import MarkPlace
from service.parsing.reported.mark_places import mark_places
from service.text.marks import find_marks
from service.text.paragraphs import find_paragraphs

_LETTERS = {MarkPlace.OUTSIDE: ".", MarkPlace.INSIDE: "i", MarkPlace.MARK: "m"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ann said “ yes ” .", "..mim."),
        ("Ann said nothing .", "...."),
        ("“ We won” , she said .", "mii...."),
        ("See www.example.org/“yes” now .", ".i.."),
    ],
)
def test_words_are_inside_marks_outside_or_marks(text: str, places: str):
    words = [Span(found.start(), found.end(), found[0]) for found in re.finditer(r"\S+", text)]
    found = mark_places(words, find_marks(text, find_paragraphs(text)))
    assert "".join(_LETTERS[place] for place in found) == places


def test_without_words_there_are_no_places():
    assert mark_places([], ()) == []

"""Places by which an article tells who somebody unnamed is."""

import pytest

from service.attribution.affiliations.implied.places_of_unnamed import with_place
from service.attribution.affiliations.position_spans import read_position
from tests.attribution.parses import parsed, word_of


@pytest.mark.parametrize(
    ("notation", "noun", "expected"),
    [
        ("A voter/nsubj/left from Port_City/nmod/voter/LOC left/root .", "voter", "Port City"),
        ("A voter/nsubj/left in the street/nmod/voter left/root .", "voter", None),
        ("A voter/nsubj/left left/root .", "voter", None),
        ("A writer/nsubj/left in Delta/nmod/writer/LOC left/root .", "writer", None),
        (
            "A clerk/nsubj/left at Port_Office/nmod/clerk/ORG in Delta/nmod/clerk/LOC left/root .",
            "clerk",
            "Port Office",
        ),
    ],
)
def test_places(notation: str, noun: str, expected: str | None):
    parse = parsed(notation)
    word = word_of(parse, noun)
    organization = with_place(parse, word, read_position(parse, word, [])).spans(parse)[1]
    assert (None if organization is None else organization.text) == expected

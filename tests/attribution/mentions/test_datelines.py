"""The place that a paragraph opens with."""

import pytest

from service.attribution.mentions.datelines import without_dateline_as_subject
from tests.attribution.parses import article_and_parser


def subject_of(notation: str) -> str:
    """Who is the subject afterwards."""
    _, parser = article_and_parser(notation)
    (sentence,) = parser.sentences
    return next(token.text for token in without_dateline_as_subject(sentence).tokens if token.relation == "nsubj")


@pytest.mark.parametrize(
    ("notation", "subject"),
    [
        pytest.param(
            "Kenford/nsubj/said/LOC --/punct/said/PUNCT Police/appos/Kenford/NOUN said/root so/advmod/said .",
            "Police",
            id="a dateline",
        ),
        pytest.param(
            "East/compound/Kenford/LOC Kenford/nsubj/said/LOC --/punct/said/PUNCT Police/appos/Kenford/NOUN said/root "
            "so/advmod/said .",
            "Police",
            id="of two words",
        ),
        pytest.param(
            "Kenford/nsubj/said/LOC --/punct/said/PUNCT a/det/town town/appos/Kenford/NOUN said/root so/advmod/said .",
            "Kenford",
            id="what the place is",
        ),
        pytest.param(
            "Kenford/nsubj/said/LOC , Police/appos/Kenford/NOUN said/root so/advmod/said .", "Kenford", id="a comma"
        ),
        pytest.param(
            "Kenford/nsubj/said/LOC --/punct/said/PUNCT Then/advmod/said said/root .",
            "Kenford",
            id="nobody behind the dash",
        ),
        pytest.param(
            "Ann/nsubj/said/PERSON --/punct/said/PUNCT Police/appos/Ann/NOUN said/root .", "Ann", id="a person"
        ),
        pytest.param("Kenford/nsubj/said/LOC said/root so/advmod/said .", "Kenford", id="no dash"),
    ],
)
def test_whoever_stands_behind_the_place_speaks(notation: str, subject: str):
    assert subject_of(notation) == subject

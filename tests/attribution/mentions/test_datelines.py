"""The place that a paragraph opens with."""

import pytest

from service.attribution.mentions.datelines import without_dateline_as_subject
from tests.attribution.parses import article_and_parser


def subject_of(notation: str) -> str:
    """Who is the subject afterwards."""
    _, parser = article_and_parser(notation)
    (sentence,) = parser.sentences
    tokens = without_dateline_as_subject(sentence).tokens
    verb = next(word for word, token in enumerate(tokens) if token.relation == "root")
    return next(token.text for token in tokens if token.relation == "nsubj" and token.head == verb)


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
        pytest.param(
            "Kenford/nsubj/said/LOC : Trade/nsubj/grew grew/ccomp/said , said/root Lee/nsubj/said/PERSON .",
            "Lee",
            id="a colon, and whoever stands behind the verb",
        ),
        pytest.param(
            "Kenford/nsubj/said/LOC --/punct/said/PUNCT 4/appos/Kenford/DATE May/nmod/4/DATE : Trade/nsubj/grew "
            "grew/ccomp/said , said/root Lee/nsubj/said/PERSON .",
            "Lee",
            id="place and day",
        ),
        pytest.param(
            "Kenford/nsubj/said/LOC , May/appos/Kenford/DATE 4/nmod/May/DATE ( Wire/appos/Kenford/ORG ) "
            "--/punct/said/PUNCT Trade/nsubj/grew grew/ccomp/said , Lee/nsubj/said/PERSON said/root .",
            "Lee",
            id="place, day and agency",
        ),
        pytest.param(
            "Kenford/nsubj/grew/LOC ’s mayor/obj/grew : Trade/nsubj/grew grew/root .",
            "Kenford",
            id="more than a place before the colon",
        ),
    ],
)
def test_whoever_stands_behind_the_place_speaks(notation: str, subject: str):
    assert subject_of(notation) == subject

"""Positions that "and" joins to another one of the speaker."""

import pytest

from service.attribution.affiliations.speaker_affiliations import position_contexts
from service.attribution.affiliations.weighing.second_positions import is_second_position
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of

BEFORE = "former/amod/mayor mayor/nsubj/left and {} contributor/conj/mayor/NOUN Ann_Lee/appos/mayor/PERSON left/root ."


def is_second(notation: str, noun: str, *positions: str) -> bool:
    """Whether the noun is a second position of Ann Lee, who holds the others."""
    annotated = annotated_of(notation)
    word = word_of(annotated.parse, noun)
    (context,) = (
        each for each in position_contexts(annotated, [mention_of(annotated, "Ann Lee")]) if each.word == word
    )
    return is_second_position(context, {word_of(annotated.parse, each) for each in positions})


@pytest.mark.parametrize(
    ("notation", "noun", "position", "expected"),
    [
        pytest.param(BEFORE.format("Acme_News/compound/contributor/ORG"), "contributor", "mayor", True, id="behind"),
        pytest.param(BEFORE.format("Acme_News/compound/contributor/ORG"), "mayor", "contributor", True, id="in front"),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON , a retired/amod/general general/appos/Ann/NOUN and Acme_News/compound/host/ORG "
            "host/conj/general/NOUN , left/root .",
            "general",
            "host",
            True,
            id="behind the comma",
        ),
        pytest.param(BEFORE.format("local/amod/contributor"), "contributor", "mayor", False, id="one position of both"),
        pytest.param(
            BEFORE.format("his/nmod:poss/contributor/PRON Acme_News/compound/contributor/ORG"),
            "contributor",
            "mayor",
            False,
            id="of somebody else",
        ),
        pytest.param(
            "Ann_Lee/nsubj/met/PERSON met/root a mayor/obj/met/NOUN and Acme_News/compound/contributor/ORG "
            "contributor/conj/mayor/NOUN .",
            "contributor",
            "mayor",
            False,
            id="not beside the name",
        ),
        pytest.param(
            BEFORE.format("Acme_News/compound/contributor/ORG").replace("contributor", "camera"),
            "camera",
            "mayor",
            False,
            id="a thing",
        ),
    ],
)
def test_second_position(notation: str, noun: str, position: str, expected: bool):
    assert is_second(notation, noun, position) is expected


def test_nothing_is_joined_to_no_position():
    assert not is_second(BEFORE.format("Acme_News/compound/contributor/ORG"), "contributor")

"""Positions in a list in front of the organization that they share."""

import pytest

from service.attribution.affiliations.joint_positions import find_joint_position
from tests.attribution.parses import parsed, word_of

LIST = (
    "Lee/nsubj/left , co-founder/appos/Lee , chairman/conj/co-founder and chief/amod/director director/conj/co-founder"
)


@pytest.mark.parametrize("noun", ["co-founder", "chairman", "director"])
def test_the_whole_list_from_each_of_its_nouns(noun: str):
    parse = parsed(f"{LIST} of Acme/nmod/director/ORG left/root .")
    found = find_joint_position(parse, word_of(parse, noun), range(2, len(parse)))
    assert found is not None
    assert parse.span(found.start, found.stop - 1).text == "co-founder, chairman and chief director"


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param("The chairman/nsubj/left of Acme/nmod/chairman/ORG left/root .", id="no list"),
        pytest.param("The poet/nsubj/left and chairman/conj/poet left/root .", id="no organization"),
        pytest.param("The poet/nsubj/left and former/amod/chairman chairman/conj/poet of Acme/nmod/chairman/ORG "
                     "left/root .", id="another time"),
        pytest.param("A former/amod/poet poet/nsubj/left and chairman/conj/poet of Acme/nmod/chairman/ORG left/root .",
                     id="another time before"),
        pytest.param("A Kenyan/amod/poet/NORP poet/nsubj/left and chairman/conj/poet of Acme/nmod/chairman/ORG "
                     "left/root .", id="the first has its own"),
        pytest.param("The chairman/nsubj/left , poets/conj/chairman of Acme/nmod/chairman/ORG left/root .",
                     id="no conjunction"),
        pytest.param("The chairman/nsubj/left and the harbour/conj/chairman of Acme/nmod/chairman/ORG left/root .",
                     id="something else"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_positions(notation: str):
    parse = parsed(notation)
    assert find_joint_position(parse, word_of(parse, "chairman"), range(1, len(parse))) is None

"""Positions in a list in front of the organization that they share."""

import pytest

from service.attribution.affiliations.joint_positions import end_of_pair, find_joint_position
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


@pytest.mark.parametrize(
    ("notation", "noun", "expected"),
    [
        pytest.param("The founder/nsubj/left and director/conj/founder left/root .", "founder",
                     "founder and director", id="one person"),
        pytest.param("The activists/nsubj/left and opposition/compound/leaders leaders/conj/activists left/root .",
                     "activists", "activists and opposition leaders", id="to the last noun"),
        pytest.param("The minister/nsubj/left and opposition/compound/leaders leaders/conj/minister left/root .",
                     "minister", "minister", id="the leaders are others"),
    ],
)  # fmt: skip
def test_a_pair_of_positions(notation: str, noun: str, expected: str):
    parse = parsed(notation)
    word = word_of(parse, noun)
    assert parse.span(word, end_of_pair(parse, word, word + 1, len(parse)) - 1).text == expected

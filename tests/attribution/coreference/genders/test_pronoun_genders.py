"""The gender that pronouns tell, where no title, noun or listed name does."""

import pytest

from tests.attribution.readings import resolver_of

XQ = "Xq_Lee/nsubj/left/PERSON left/root ."
RIYA = "Riya_Lee/nsubj/left/PERSON left/root ."
MARY = "Mary_Lee/nsubj/left/PERSON left/root ."
SHE, HE = "She/nsubj/won won/root .", "He/nsubj/won won/root ."


@pytest.mark.parametrize(
    ("sentences", "gender"),
    [
        pytest.param((XQ, SHE, HE, HE), "m", id="most of the pronouns, not the first"),
        pytest.param((XQ, HE, SHE, SHE), "f", id="the other way round"),
        pytest.param((XQ, SHE), "f", id="one alone, by the resolution that follows"),
        pytest.param((XQ, "“ She/nsubj/won won/root . ”", HE), "m", id="whom a speaker means is somebody else"),
        pytest.param((RIYA, HE), "f", id="a given name against one pronoun"),
        pytest.param((RIYA, HE, HE, HE, HE), "m", id="many pronouns against a given name"),
        pytest.param((MARY, HE, HE, HE, HE), "f", id="what is stated stays"),
    ],
)
def test_pronouns_vote(sentences: tuple[str, ...], gender: str):
    _, resolver = resolver_of("\n".join(sentences))
    assert resolver.entities[0].gender == gender


def test_pronouns_vote_for_the_name_behind_the_subject():
    told = (
        "The lawyer/nsubj/told , advocate/compound/Lee Riya_Lee/appos/lawyer/PERSON , told/root the court/obj/told "
        "Tom_Ray/nmod:poss/case/PERSON ’s case/nsubj/fails fails/ccomp/told ."
    )
    _, resolver = resolver_of("\n".join([told, HE] * 4))
    assert {entity.name: entity.gender for entity in resolver.entities}["Riya Lee"] == "m"

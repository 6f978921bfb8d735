"""Whose somebody is."""

import pytest

from tests.attribution.readings import report_of, who

SAID = "said/root it/nsubj/works works/ccomp/said ."


@pytest.mark.parametrize(
    ("first", "described", "name"),
    [
        pytest.param("The boy/nmod:poss/father ’s father/nsubj/said", "The boy", "boy", id="the boy of the father"),
        pytest.param("The lawyer/nsubj/said for the man/nmod/lawyer", "The man", "man", id="the man of a lawyer"),
        pytest.param("The lawyer/nsubj/said", "The lawyer", "lawyer", id="the lawyer"),
        pytest.param("A/det/boy boy/nsubj/said", "The woman", "woman", id="no woman where a boy spoke"),
        pytest.param("A/det/neighbour neighbour/nsubj/said", "The woman", "neighbour", id="a woman, for all one knows"),
    ],
)
def test_an_owner_is_somebody_else(first: str, described: str, name: str):
    noun = described.split()[1]
    assert (
        who(f"{first} {SAID}\n\n{described.split()[0]} {noun}/nsubj/said so/advmod/said said/root .", described) == name
    )


def test_what_the_suspect_says_is_not_the_lawyers():
    lawyer = f"The suspect/nmod:poss/lawyer ’s lawyer/nsubj/said , Ann_Lee/appos/lawyer/PERSON , {SAID}"
    report = report_of(f"{lawyer}\n\n“ No/ccomp/said/INTJ , ” the suspect/nsubj/said said/root .")
    names = {speaker.id: speaker.name for speaker in report.speakers}
    found = [names[each] for attribution in report.attributions for each in attribution.speaker_ids]
    assert found[-1] == "suspect"

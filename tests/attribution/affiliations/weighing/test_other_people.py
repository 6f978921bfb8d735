"""Nouns beside a speaker that are somebody else."""

import pytest

from service.attribution.affiliations.speaker_affiliations import position_contexts
from service.attribution.affiliations.weighing.other_people import is_somebody_else
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of


def is_beside(notation: str, noun: str) -> bool | None:
    """Whether the noun is somebody else; None if it is not even weighed."""
    annotated = annotated_of(notation)
    contexts = position_contexts(annotated, [mention_of(annotated, "Ann Lee")])
    return next((is_somebody_else(each) for each in contexts if each.word == word_of(annotated.parse, noun)), None)


@pytest.mark.parametrize(
    ("notation", "noun"),
    [
        ("Ann_Lee/nsubj/left/PERSON , the victim/nmod:poss/aunt 's/case/victim/PART aunt/appos/Ann , left/root .",
         "victim"),
        ("Ann_Lee/nsubj/left/PERSON , whose/nmod:poss/son/PRON son/nsubj/teacher is/cop/teacher a "
         "teacher/acl:relcl/Ann/NOUN , left/root .", "teacher"),
        ("The mother/nsubj/left and sister/conj/mother of 12/nummod/Ann/NUM - year/compound/Ann - old/amod/Ann "
         "Ann_Lee/appos/mother/PERSON left/root .", "mother"),
        ("The sister/nsubj/left of the late/amod/Ann Ann_Lee/appos/sister/PERSON left/root .", "sister"),
        ("Ann_Lee/nsubj/met/PERSON met/root the leaders/obj/met/NOUN .", "leaders"),
        ("Ann_Lee/nsubj/met/PERSON and leaders/conj/Ann of/case/parties parties/nmod/leaders met/root .", "leaders"),
    ],
)  # fmt: skip
def test_others(notation: str, noun: str):
    assert is_beside(notation, noun) in (True, None)


@pytest.mark.parametrize(
    ("notation", "noun"),
    [
        ("The mayor/nsubj/left Ann_Lee/appos/mayor/PERSON left/root .", "mayor"),
        ("Ann_Lee/nsubj/left/PERSON , a nurse/appos/Ann , left/root .", "nurse"),
        ("The head/nsubj/left of research/nmod/head Ann_Lee/appos/head/PERSON left/root .", "head"),
        ("Ann_Lee/nsubj/works/PERSON works/root as/case/nurse a nurse/obl/works .", "nurse"),
        ("Ann_Lee/nsubj/left/PERSON , one/appos/Ann of the leaders/nmod/one/NOUN , left/root .", "leaders"),
        ("Ann_Lee/nsubj/leaders/PERSON is/cop/leaders among/case/leaders the leaders/root//NOUN .", "leaders"),
        ("Ann_Lee/nsubj/left/PERSON and Bob_Ray/conj/Ann/PERSON , leaders/appos/Ann/NOUN , left/root .", "leaders"),
        ("Ann_Lee/nsubj:pass/made/PERSON was/aux:pass/made made/root captain/xcomp/made/NOUN .", "captain"),
    ],
)
def test_own(notation: str, noun: str):
    assert is_beside(notation, noun) is False

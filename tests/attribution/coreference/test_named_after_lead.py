"""Somebody whom the opening describes and the next paragraph names."""

import pytest

from tests.attribution.readings import who

EXECUTIVE = "A bank/compound/executive executive/nsubj/called called/root it/obj/called dead/xcomp/called ."
CHIEF = "The bank/compound/chief chief/nsubj/called called/root it/obj/called dead/xcomp/called ."
ANN = (
    "Ann_Lee/nsubj/said/PERSON , the secretary/appos/Ann of the board/nmod/secretary , said/root it/nsubj/is "
    "is/ccomp/said ."
)
CHIEF_ANN = ANN.replace("secretary", "chief")
NO_POST = "Ann_Lee/nsubj/said/PERSON said/root it/nsubj/is is/ccomp/said ."
BO = "Bo_Kim/nsubj/said/PERSON said/root it/nsubj/is is/ccomp/said ."


@pytest.mark.parametrize(
    ("paragraphs", "described", "name"),
    [
        pytest.param((EXECUTIVE, ANN), "bank executive", "Ann Lee", id="a general noun, and another post"),
        pytest.param((EXECUTIVE, NO_POST), "bank executive", "Ann Lee", id="somebody new, and no post"),
        pytest.param((CHIEF, ANN), "bank chief", "Ann Lee", id="the one who leads a body"),
        pytest.param((CHIEF, NO_POST), "bank chief", "bank chief", id="somebody known, and no post"),
        pytest.param((BO, EXECUTIVE, ANN), "bank executive", "bank executive", id="somebody is named before"),
        pytest.param(
            (EXECUTIVE, "The judge/nsubj/said said/root it/nsubj/is is/ccomp/said .", ANN),
            "bank executive",
            "bank executive",
            id="somebody else speaks between",
        ),
        pytest.param(
            (EXECUTIVE.replace(" .", " on/case/anonymity anonymity/obl/called ."), ANN),
            "bank executive",
            "bank executive",
            id="who wishes not to be named",
        ),
        pytest.param(
            ("A bank/compound/minister minister/nsubj/said said/root it/nsubj/is is/ccomp/said .", CHIEF_ANN),
            "bank minister",
            "Ann Lee",
            id="a general noun for the one named",
        ),
        pytest.param(
            ("A bank/compound/cook cook/nsubj/said said/root it/nsubj/is is/ccomp/said .", CHIEF_ANN),
            "bank cook",
            "bank cook",
            id="who can be no chief",
        ),
        pytest.param(
            ("A bank/compound/cook cook/nsubj/said said/root it/nsubj/is is/ccomp/said .", ANN),
            "bank cook",
            "bank cook",
            id="another trade",
        ),
    ],
)
def test_named_after_lead(paragraphs: tuple[str, ...], described: str, name: str):
    assert who("\n\n".join(paragraphs), described) == name

"""Words that the article's own "I" says."""

import pytest

from tests.attribution.readings import report_of, speakers_of

ANN = "Ann_Lee/nsubj/said/PERSON said/root “ Yes/ccomp/said/INTJ it/nsubj/Yes is/cop/Yes . ”\n"


@pytest.mark.parametrize(
    ("notation", "speakers"),
    [
        pytest.param(
            ANN + "“ Why/advmod/go must/aux/go we/nsubj/go go/ccomp/asked ? ” I/nsubj/asked asked/root/VERB .",
            ["Ann Lee", None],
            id="nobody who is named",
        ),
        pytest.param(
            ANN + "“ We/nsubj/won won/ccomp/said , ” I/nsubj/said said/root . “ They/nsubj/lost lost/root . ”",
            ["Ann Lee", None],
            id="the narrator goes on",
        ),
        pytest.param(
            ANN + "Those/nsubj/said surveyed/acl/Those said/root/VERB “ We/nsubj/won won/ccomp/said . ”",
            ["Ann Lee", None],
            id="those surveyed",
        ),
        pytest.param(
            ANN + "“ We/nsubj/won won/ccomp/said , ” I/nsubj/said said/root . Ann/nsubj/added/PERSON added/root : "
            "“ They/nsubj/lost lost/parataxis/added . ”",
            ["Ann Lee", None, "Ann Lee"],
            id="somebody else goes on",
        ),
    ],
)
def test_the_narrator_has_no_name(notation: str, speakers: list[str | None]):
    assert speakers_of(report_of(notation)) == speakers


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            "Ann_Lee/dislocated/said/PERSON : I/nsubj/said said/root , “ We/nsubj/won will/aux/won not/advmod/won "
            "won/ccomp/said here/advmod/won . ”",
            id="in an interview",
        ),
        pytest.param(
            "Ann_Lee/nsubj/told/PERSON told/root Ray/obj/told/PERSON I/nsubj/said said/ccomp/told "
            "“ never/obj/said/INTJ ” .",
            id="somebody else reports it",
        ),
    ],
)
def test_another_i_is_no_narrator(notation: str):
    assert speakers_of(report_of(notation)) == ["Ann Lee"]


def test_a_colon_may_stand_before_the_narrator():
    notation = "Ann_Lee/nsubj/left/PERSON left/root : I/nsubj/said said/parataxis/left “ never/obj/said/INTJ ” ."
    assert speakers_of(report_of(notation)) == [None]


def test_the_narrator_is_the_mention():
    report = report_of(ANN + "“ We/nsubj/won won/ccomp/said , ” I/nsubj/said said/root .")
    mention = report.attributions[1].mention
    assert mention is not None
    assert mention.text == "I"

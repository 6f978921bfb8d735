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


def test_the_narrator_is_the_mention():
    report = report_of(ANN + "“ We/nsubj/won won/ccomp/said , ” I/nsubj/said said/root .")
    mention = report.attributions[1].mention
    assert mention is not None
    assert mention.text == "I"

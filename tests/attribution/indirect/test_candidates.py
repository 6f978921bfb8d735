"""Which words are reported without quotation marks, and how surely."""

import pytest

from service.attribution.indirect.candidates import find_indirect_quotations
from tests.attribution.readings import annotated_of

SAID = "Ann_Lee/nsubj/said/PERSON said/root that/mark/works the plan/nsubj/works works/ccomp/said ."
ACCORDING = "The plan/nsubj/is is/root//AUX , according/case/Acme to/fixed/according/ADP Acme/obl/is/ORG ."


def found(notation: str) -> list[tuple[str, str, bool]]:
    """Cue, words, and whether they are likelier reported than not."""
    annotated = annotated_of(notation)
    return [
        (
            annotated.parse.words[report.cue.word].text,
            annotated.parse.span(report.content.words[0], report.content.words[1] - 1).text,
            probability > 0.5,
        )
        for report, probability in find_indirect_quotations(annotated)
    ]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(SAID, [("said", "the plan works", True)], id="said that"),
        pytest.param(ACCORDING, [("according", "The plan is", True)], id="according to"),
        pytest.param(
            "The mayor/nsubj/visited visited/root the bridge/obj/visited .",
            [("visited", "the bridge", False)],
            id="a verb that reports nothing",
        ),
    ],
)
def test_the_likeliest_words_of_each_cue(notation: str, expected: list[tuple[str, str, bool]]):
    assert found(notation) == expected


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param("So/advmod/said said/root .", id="nobody says anything"),
        pytest.param("Ann_Lee/nsubj/said/PERSON said/root .", id="no words"),
        pytest.param("“ Ann_Lee/nsubj/said/PERSON said/root it/nsubj/works works/ccomp/said . ”", id="between marks"),
        pytest.param("Ann_Lee/nsubj/is/PERSON is/root//AUX in/case/Kent Kent/obl/is/LOC .", id="a verb of being"),
    ],
)
def test_no_report(notation: str):
    assert found(notation) == []

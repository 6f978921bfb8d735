"""Turns of interviews, which stand without marks."""

import pytest

from tests.attribution.readings import report_of, speakers_of

SPOKE = "We/nsubj/spoke spoke/root to/case/Cole Dana/obl/spoke/PERSON Cole/flat/Dana/PERSON ."


@pytest.mark.parametrize(
    ("notation", "parts", "speakers"),
    [
        pytest.param(
            "Dana_Cole/dep/left/PERSON : I/nsubj/left left/root .\n\nTom_Reed/dep/stayed/PERSON : I/nsubj/stayed "
            "stayed/root .",
            ["I left.", "I stayed."],
            ["Dana Cole", "Tom Reed"],
            id="by names",
        ),
        pytest.param(
            f"{SPOKE}\n\nQ/dep/left/X : Who/nsubj/left/PRON left/root ?\n\nA/dep/did/X : I/nsubj/did did/root/VERB .",
            ["I did."],
            ["Dana Cole"],
            id="by question and answer",
        ),
        pytest.param(
            "Tom_Reed/nsubj/said/PERSON said/root :\n\nI/nsubj/left left/root .",
            ["I left."],
            ["Tom Reed"],
            id="below a clause",
        ),
        pytest.param(
            "Tom_Reed/nsubj/wrote/PERSON wrote/root in/case/letter a letter/obl/wrote :\n\n"
            "The bridge/nsubj/closed closed/root .",
            ["The bridge closed."],
            ["Tom Reed"],
            id="below a letter",
        ),
        pytest.param(
            "Gazette/dep/left/X : Who/nsubj/left/PRON left/root ?\n\nDana_Cole/dep/did/PERSON : I/nsubj/did did/root .",
            ["I did."],
            ["Dana Cole"],
            id="by whoever asks",
        ),
        pytest.param(
            "Who/nsubj/left/PRON left/root ?\n\nDana_Cole/dep/Nobody/PERSON : Nobody/root/PRON .",
            ["Nobody."],
            ["Dana Cole"],
            id="below a question without a label",
        ),
        pytest.param("Dana_Cole/dep/left/PERSON : I/nsubj/left left/root .", [], [], id="one label alone"),
        pytest.param(
            "Tom_Reed/nsubj/said/PERSON said/root :\n\nThe bridge/nsubj/closed closed/root .", [], [], id="a list"
        ),
    ],
)
def test_turns(notation: str, parts: list[str], speakers: list[str]):
    report = report_of(notation)
    assert [part.text for each in report.attributions for part in each.quotation.parts] == parts
    assert speakers_of(report) == speakers

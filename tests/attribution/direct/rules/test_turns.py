"""Who cannot have said the words because somebody answers them."""

import pytest

from tests.attribution.direct.test_judging import best

ASKED = "“ Why/advmod/asked ? ” Mary_Lee/nsubj/asked/PERSON asked/root ."
SAID = "“ No/ccomp/said/INTJ , ” said/root Mary_Lee/nsubj/said/PERSON , a banker/appos/Mary ."
AIDE = "Asked/advcl/laughed by Bo_Kim/obl/Asked/PERSON , Peter_Lee/nsubj/laughed/PERSON laughed/root ."


@pytest.mark.parametrize(
    ("notation", "names"),
    [
        pytest.param(
            f"{ASKED}\n“ So/advmod/said , ” the clerk/nsubj/said said/root .",
            ["Mary Lee", "clerk"],
            id="whoever is asked answers",
        ),
        pytest.param(
            f"{SAID}\n“ Yes/ccomp/replied/INTJ , ” the minister/nsubj/replied replied/root .",
            ["Mary Lee", "minister"],
            id="nobody replies to themselves",
        ),
        pytest.param(
            f"{ASKED}\n“ So/advmod/added , ” the swimmer/nsubj/added added/root .",
            ["Mary Lee", "Mary Lee"],
            id="whoever asks may go on",
        ),
        pytest.param(
            "“ No/ccomp/said/INTJ , ” said/root a worker/nsubj/said , who/nsubj/asked asked/acl:relcl/worker "
            "not/advmod/named to/mark/named be/aux:pass/named named/xcomp/asked .\n"
            "“ Never/ccomp/said/ADV , ” the worker/nsubj/said said/root .",
            ["worker", "worker"],
            id="who asks for something asks nobody",
        ),
        pytest.param(
            f"{ASKED}\n\n“ No/ccomp/said/INTJ , ” Bo_Kim/nsubj/said/PERSON said/root .\n\n“ Never/root//ADV ? ”",
            ["Mary Lee", "Bo Kim", "Mary Lee"],
            id="nobody asks behind their own answer",
        ),
        pytest.param(
            f"{AIDE}\n“ No/ccomp/said/INTJ , ” he/nsubj/said said/root .", ["Peter Lee"], id="not who asked beforehand"
        ),
    ],
)
def test_turns(notation: str, names: list[str]):
    assert best(notation) == names

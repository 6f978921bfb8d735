"""What stands beside quoted words and is the article's own."""

import pytest

from tests.attribution.readings import report_of


@pytest.mark.parametrize(
    ("notation", "parts"),
    [
        pytest.param(
            "“ It/nsubj/is is/ccomp/said our/nmod:poss/secret ” — she/nsubj/leaned leaned/parataxis/is — “ "
            "secret/obj/is , ” said/root Ann_Lee/nsubj/said/PERSON .",
            ["It is our", "secret,"],
            id="between dashes",
        ),
        pytest.param(
            "Critics/nsubj/say say/root “ it/nsubj/works works/ccomp/say , ” but/cc/would Ann_Lee/nsubj/would/PERSON "
            "would/conj/say/AUX not/advmod/would .",
            ["it works,"],
            id="another's clause behind the mark",
        ),
        pytest.param(
            "The plan/nsubj:pass/called was/aux:pass/called called/root “ a/det/trap dangerous/amod/trap "
            "trap/xcomp/called/NOUN ” by/case/Bo Bo/nmod/trap/PERSON Kim/flat/Bo/PERSON .",
            ["a dangerous trap"],
            id="who said it in the passive",
        ),
        pytest.param(
            "HILLFORD/dep/is/X ( Reuters/dep/HILLFORD/X ) — The bridge/nsubj/is is/ccomp/said “ shut/obj/is , ” "
            "Ann_Lee/nsubj/said/PERSON said/root .",
            ["The bridge is", "shut,"],
            id="a dateline",
        ),
        pytest.param(
            "HILLFORD/dep/is/X - 4/appos/HILLFORD/NUM May/nmod/4/PROPN 2024/nmod/4/NUM : The bridge/nsubj/is "
            "is/ccomp/said “ shut/obj/is , ” Ann_Lee/nsubj/said/PERSON said/root .",
            ["The bridge is", "shut,"],
            id="a dateline with the day behind its dash",
        ),
        pytest.param(
            "HILLFORD/dep/said/X — “ The/det/bridge bridge/nsubj/is is/ccomp/said shut/obj/is , ” "
            "Ann_Lee/nsubj/said/PERSON said/root .",
            ["The bridge is shut,"],
            id="a dateline before the mark",
        ),
        pytest.param(
            "Ann_Lee/nsubj/says/PERSON says/root “ it/nsubj/works works/ccomp/says , ” critics/nsubj/deny/NOUN "
            "deny/parataxis/works it/obj/deny .",
            ["it works,"],
            id="a clause of others behind a comma and the mark",
        ),
        pytest.param(
            "Ann_Lee/nsubj/wrote/PERSON wrote/root on/case/page her page/obl/wrote , “ We/nsubj/won won/ccomp/wrote "
            "it/obj/won . ”",
            ["We won it."],
            id="a place before a sentence",
        ),
        pytest.param(
            "Ann_Lee/nsubj/called/PERSON called/root it/obj/called “ rigged/xcomp/called/ADJ ” in/case/message "
            "a/det/message message/obl/called on Monday/nmod/message .",
            ["it", "rigged"],
            id="what carries the words",
        ),
    ],
)
def test_narration_is_no_part(notation: str, parts: list[str]):
    report = report_of(notation)
    assert [part.text for each in report.attributions for part in each.quotation.parts] == parts

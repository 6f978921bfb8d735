"""Verbs that go on with the reporting, and not with what is reported."""

import pytest

from service.attribution.reporting.coordination import second_verbs, shares_auxiliary, verb_above_report
from tests.attribution.parses import parsed, word_of
from tests.attribution.readings import report_of, speakers_of


def _sentence(reported: str, joined: str, cue: str = "said") -> str:
    return (
        f"Ann_Lee/nsubj/{cue}/PERSON {cue}/root the port/nsubj/failing {reported} failing/ccomp/{cue} , and {joined} "
        "to/mark/leave/PART leave/xcomp/failing ."
    )


@pytest.mark.parametrize(
    ("notation", "is_above"),
    [
        pytest.param(_sentence("would/aux/failing", "promised/conj/failing/VERB"), True, id="a past beside would"),
        pytest.param(_sentence("", "promised/conj/failing/VERB"), True, id="no auxiliary"),
        pytest.param(_sentence("", "promised/conj/failing/VERB", "says"), True, id="says"),
        pytest.param(_sentence("", "slept/conj/failing/VERB"), False, id="no verb that reports"),
        pytest.param(_sentence("", "promised/conj/failing/VERB", "dreamt"), False, id="under none that reports"),
        pytest.param(_sentence("would/aux/failing", "is/cop/promised promised/conj/failing/VERB"), False, id="with is"),
        pytest.param(
            _sentence("would/aux/failing", "we/nsubj/promised promised/conj/failing/VERB"), False, id="with a subject"
        ),
    ],
)
def test_whose_verb_it_is(notation: str, is_above: bool):
    parse = parsed(notation)
    verb = word_of(parse, "slept" if "slept/" in notation else "promised")
    assert verb_above_report(parse, verb) == (word_of(parse, "Lee") + 1 if is_above else None)
    assert second_verbs(parse, word_of(parse, "failing")) == [verb] * is_above


def test_a_verb_of_its_own_is_none():
    parse = parsed("Ann_Lee/nsubj/promised/PERSON promised/root so/advmod/promised .")
    assert verb_above_report(parse, word_of(parse, "promised")) is None


def test_the_words_of_each_verb_are_its_own():
    report = report_of(
        "Tom_Reed/nsubj/said/PERSON said/root Ann_Lee/nsubj/making/PERSON would/aux/making be/aux/making "
        "making/ccomp/said a “ big/amod/mistake mistake/obj/making ” , and promised/conj/making/VERB "
        "to/mark/choose/PART choose/xcomp/promised what/obj/liked “ nobody/nsubj/liked liked/ccomp/choose . ”"
    )
    assert speakers_of(report) == ["Tom Reed", "Tom Reed"]
    first, second = (attribution.quotation.text for attribution in report.attributions)
    assert "promised" not in first + second


@pytest.mark.parametrize(
    ("comma", "had", "shares"),
    [
        pytest.param("", "had/aux/come ", True, id="one auxiliary"),
        pytest.param(", ", "had/aux/come ", False, id="behind a comma"),
        pytest.param("", "", False, id="without one"),
    ],
)
def test_one_auxiliary_makes_both_part_of_the_report(comma: str, had: str, shares: bool):
    parse = parsed(
        f"Ann_Lee/nsubj/said/PERSON said/root a guard/nsubj/come {had}come/ccomp/said {comma}and/cc/shouted/CCONJ "
        "shouted/conj/come/VERB it/nsubj/works works/ccomp/shouted ."
    )
    verb = word_of(parse, "shouted")
    assert shares_auxiliary(parse, word_of(parse, "come"), verb) is shares
    assert (verb_above_report(parse, verb) is None) is shares

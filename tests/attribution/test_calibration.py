"""From raw probabilities to confidences."""

import pytest

from service.attribution.calibration import AnswerKind, answer_kind, confidence
from service.attribution.coreference.families.namesakes import find_namesakes
from tests.attribution.readings import report_of, resolver_of


@pytest.mark.parametrize("kind", AnswerKind)
def test_a_surer_answer_keeps_its_lead(kind: AnswerKind):
    raised = [confidence(kind, step / 20) for step in range(21)]
    assert raised == sorted(raised)
    assert all(0 < each < 1 for each in raised)


@pytest.mark.parametrize("probability", [0.4, 0.6, 0.8])
def test_the_probability_of_a_report_is_about_what_it_is_worth(probability: float):
    """Its weights learn from what counts as right in the end: the words and whose they are."""
    assert confidence(AnswerKind.INDIRECT, probability) == pytest.approx(probability, abs=0.1)


@pytest.mark.parametrize(
    ("sentences", "kinds"),
    [
        pytest.param("Ann_Lee/nsubj/left/PERSON left/root .", {"Ann Lee": AnswerKind.FULL_NAME}, id="in full"),
        pytest.param("Lee/nsubj/left/PERSON left/root .", {"Lee": AnswerKind.PART_OF_NAME}, id="a surname alone"),
        pytest.param(
            "Ann_Lee/nsubj/met/PERSON met/root Bo_Lee/obj/met/PERSON .",
            {"Ann Lee": AnswerKind.PART_OF_NAME, "Bo Lee": AnswerKind.PART_OF_NAME},
            id="two of a surname",
        ),
        pytest.param("Acme_Bank/nsubj/left/ORG left/root .", {"Acme Bank": AnswerKind.NO_NAME}, id="an organization"),
        pytest.param("The mayor/nsubj/left left/root .", {"mayor": AnswerKind.NO_NAME}, id="nobody with a name"),
    ],
)
def test_the_kind_of_an_answer(sentences: str, kinds: dict[str, AnswerKind]):
    _, resolver = resolver_of(sentences)
    namesakes = find_namesakes(resolver.entities)
    assert {entity.name: answer_kind(entity, namesakes) for entity in resolver.entities} == kinds


def test_several_together_have_no_name_of_their_own():
    assert answer_kind(None, ()) is AnswerKind.NO_NAME


def test_one_of_two_who_may_be_meant_is_less_sure_than_the_only_one():
    alone = "Ann_Lee/nsubj/came/PERSON came/root .\n“ We/nsubj/won won/ccomp/said , ” said/root Lee/nsubj/said/PERSON ."
    (of_one,) = report_of(f"Bo_Ray/nsubj/left/PERSON left/root .\n{alone}").attributions
    (of_two,) = report_of(f"Bo_Lee/nsubj/left/PERSON left/root .\n{alone}").attributions
    assert of_two.confidence < of_one.confidence

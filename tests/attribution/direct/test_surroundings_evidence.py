"""What stands around a passage and inside it; see test_speech.py for what follows from it."""

import pytest

from service.attribution.direct import surroundings_evidence as rules
from tests.attribution.readings import contexts_of


@pytest.mark.parametrize(
    ("rule", "notation", "is_so"),
    [
        (rules.title_case, "He/nsubj/read read/root “ Silent/amod/Rivers Rivers/obj/read ” .", True),
        (rules.title_case, "He/nsubj/saw saw/root “ silent/amod/rivers rivers/obj/saw ” .", False),
        (rules.naming_leads, "It/nsubj:pass/called was/aux:pass/called called/root “ rivers/xcomp/called ” .", True),
        (
            rules.naming_leads,
            "Ann_Lee/nsubj/called/PERSON called/root it/obj/called “ a sham/xcomp/called/NOUN ” .",
            False,
        ),
        (rules.naming_leads, "Its so/advmod/called - called/amod/bank “ bank/nsubj/fell ” fell/root .", True),
        (rules.naming_leads, "He/nsubj/saw saw/root “ rivers/obj/saw ” .", False),
        (rules.object_of_verb, "He/nsubj/saw saw/root “ rivers/obj/saw ” .", True),
        (rules.object_of_verb, "“ Rivers/nsubj/rose rose/root ” .", False),
    ],
)
def test_what_a_rule_sees(rule, notation: str, is_so: bool):
    assert bool(rule(contexts_of(notation)[0])) is is_so


def test_punctuation_is_left_out():
    context = contexts_of("He/nsubj/saw saw/root “ rivers/obj/saw , ” he/nsubj/said said/parataxis/saw .")[0]
    assert [context.parse.words[word].text for word in context.words_inside] == ["rivers"]
    assert rules.inside(context).rstrip(",") == "rivers"

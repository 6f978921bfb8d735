"""What speaks for and against a noun naming a position."""

import pytest

from service.attribution.affiliations.speaker_affiliations import position_contexts
from service.attribution.affiliations.weighing.position_evidence import POSITION_EVIDENCE, PositionContext, evidence_of
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of


def context_of(notation: str, noun: str, name: str = "Ann Lee") -> PositionContext:
    annotated = annotated_of(notation)
    contexts = position_contexts(annotated, [mention_of(annotated, name)])
    word = word_of(annotated.parse, noun)
    return next(context for context in contexts if context.word == word)


BYSTANDER = "Ann_Lee/nsubj/said/PERSON , the suspect/nmod:poss/lawyer ’s lawyer/appos/Ann , said/root so/advmod/said ."
NEARER = "Ann_Lee/nsubj/met/PERSON met/root Tom_Reed/obj/met/PERSON the/det/mayor mayor/obj/met ."
TITLED = "Ann_Lee/nsubj/met/PERSON met/root the mayor/obj/met , Tom_Reed/appos/mayor/PERSON ."
QUOTED = "“ A/det/nurse nurse/root//NOUN ran/acl/nurse , ” said/parataxis/nurse Ann_Lee/nsubj/said/PERSON ."


@pytest.mark.parametrize(
    ("notation", "noun", "seen"),
    [
        (BYSTANDER, "suspect", "possession=owner"),
        (BYSTANDER, "lawyer", "possession=of|role"),
        (BYSTANDER, "lawyer", "kind_of_noun=role"),
        (BYSTANDER, "lawyer", "kind_of_mention=name|PERSON"),
        (BYSTANDER, "lawyer", "way_through_parse=appos|||role"),
        (BYSTANDER, "lawyer", "words_around=next|,"),
        (BYSTANDER, "lawyer", "noun_itself=lawyer|after"),
        (BYSTANDER, "lawyer", "order_of_mention=first|True"),
        (NEARER, "mayor", "other_person=nearer"),
        (NEARER, "mayor", "form_of_noun=obj"),
        (QUOTED, "nurse", "quoted=False"),
    ],
)
def test_evidence(notation: str, noun: str, seen: str):
    assert seen in evidence_of(context_of(notation, noun))


def test_a_title_of_somebody_else_is_not_even_weighed():
    annotated = annotated_of(TITLED)
    contexts = position_contexts(annotated, [mention_of(annotated, "Ann Lee")])
    assert word_of(annotated.parse, "mayor") not in {context.word for context in contexts}


def test_a_description_elsewhere_counts():
    annotated = annotated_of(
        "The nurse/nsubj/slept slept/root .\nAnn_Lee/nsubj/ran/PERSON , a nurse/appos/Ann , ran/root ."
    )
    mentions = [mention_of(annotated, "Ann Lee"), mention_of(annotated, "The nurse")]
    seen = {name for context in position_contexts(annotated, mentions) for name in evidence_of(context)}
    assert "noun_of_description=True|name|after" in seen


def test_nobody_else_is_no_evidence():
    assert not any(name.startswith("other_person") for name in evidence_of(context_of(BYSTANDER, "lawyer")))


def test_every_rule_says_what_it_sees():
    assert all(rule.__doc__ for rule in POSITION_EVIDENCE)


def test_the_beginning_of_a_rank_is_no_position():
    annotated = annotated_of("Chief/compound/Lee/PROPN Insp/compound/Lee/PROPN Ann_Lee/nsubj/said/PERSON said/root .")
    assert not position_contexts(annotated, [mention_of(annotated, "Ann Lee")])

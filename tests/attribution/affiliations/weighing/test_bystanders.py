"""Nouns that are somebody else’s beyond doubt."""

import pytest

from service.attribution.affiliations.weighing.bystanders import is_of_bystander
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of


@pytest.mark.parametrize(
    ("notation", "noun", "expected"),
    [
        ("Ann_Lee/nsubj/met/PERSON met/root the mayor/obj/met , Tom_Reed/appos/mayor/PERSON .", "mayor", True),
        ("Ann_Lee/nsubj/met/PERSON , the mayor/appos/Ann , met/root Tom_Reed/obj/met/PERSON .", "mayor", False),
        (
            "Ann_Lee/nsubj/met/PERSON , leader/appos/Ann Tom_Reed/conj/Ann/PERSON and others/conj/Ann met/root .",
            "leader",
            True,
        ),
        (
            "Ann_Lee/nsubj/spoke/PERSON spoke/root to a reporter/obl/spoke , Tom_Reed/obj/spoke/PERSON .",
            "reporter",
            True,
        ),
        (
            "Ann_Lee/nsubj/led/PERSON led/root as mayor/obl/led when/mark/ran Tom_Reed/nsubj/ran/PERSON ran/advcl/led",
            "mayor",
            False,
        ),
        (
            "Ann_Lee/nsubj/met/PERSON met/root Tom_Reed/obj/met/PERSON when/mark/ran a mayor/nsubj/ran ran/advcl/met .",
            "mayor",
            False,
        ),
    ],
)
def test_somebody_else(notation: str, noun: str, expected: bool):
    annotated = annotated_of(notation)
    own, others = [mention_of(annotated, "Ann Lee")], [mention_of(annotated, "Tom Reed")]
    assert is_of_bystander(annotated.parse, word_of(annotated.parse, noun), own, others) is expected


def test_a_post_inside_the_name_of_another():
    annotated = annotated_of("Ann_Lee/nsubj/met/PERSON met/root Chairwoman_Reed/obj/met/PERSON .")
    own, others = [mention_of(annotated, "Ann Lee")], [mention_of(annotated, "Reed")]
    assert is_of_bystander(annotated.parse, word_of(annotated.parse, "Chairwoman"), own, others)
    assert not is_of_bystander(annotated.parse, word_of(annotated.parse, "Chairwoman"), others, own)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param("Ann_Lee/nsubj/spoke/PERSON spoke/root of her aunt/obl/spoke , a nurse/appos/aunt .", True,
                     id="what her aunt is"),
        pytest.param("Ann_Lee/nsubj/spoke/PERSON of her aunt/nmod/Ann , a nurse/appos/Ann , spoke/root .", True,
                     id="bound to the name by the parse"),
        pytest.param("Ann_Lee/nsubj/spoke/PERSON of the Port_Office/nmod/Ann/ORG , a nurse/appos/Ann , spoke/root .",
                     False, id="what she is"),
        pytest.param("Ann_Lee/nsubj/spoke/PERSON , one/appos/Ann of her aides/nmod/one , a nurse/appos/Ann , "
                     "spoke/root .", False, id="one of several"),
    ],
)  # fmt: skip
def test_what_somebody_only_described_is(notation: str, *, expected: bool):
    annotated = annotated_of(notation)
    own = [mention_of(annotated, "Ann Lee")]
    assert is_of_bystander(annotated.parse, word_of(annotated.parse, "nurse"), own, []) is expected

"""Nouns that a clause says the speaker is."""

import pytest

from service.attribution.affiliations.speaker_affiliations import position_contexts
from service.attribution.affiliations.weighing.predicates import is_predicate
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of


@pytest.mark.parametrize(
    ("notation", "noun", "expected"),
    [
        ("Ann_Lee/nsubj/nurse/PERSON is/cop/nurse a nurse/root//NOUN .", "nurse", True),
        (
            "Ann_Lee/nsubj/nurse/PERSON is/cop/nurse a nurse/root//NOUN and a poet/conj/nurse/NOUN .",
            "poet",
            True,
        ),
        ("Ann_Lee/nsubj/become/PERSON will/aux/become become/root//VERB the mayor/xcomp/become/NOUN .", "mayor", True),
        (
            "Ann_Lee/nsubj/left/PERSON , who/nsubj/nurse is/cop/nurse a nurse/acl:relcl/Ann/NOUN , left/root//VERB .",
            "nurse",
            True,
        ),
        (
            "Ann_Lee/nsubj/one/PERSON is/cop/one one/root//NUM of/case/organizers the organizers/nmod/one/NOUN .",
            "organizers",
            True,
        ),
        ("Ann_Lee/nsubj/partners/PERSON and they are/cop/partners partners/root//NOUN .", "partners", False),
        ("Ann_Lee/nsubj/met/PERSON met/root//VERB the mayor/obj/met/NOUN .", "mayor", False),
        ("Ann_Lee/nsubj/nurse/PERSON is/cop/nurse no/det/nurse nurse/root//NOUN .", "nurse", False),
        ("Ann_Lee/nsubj/serve/PERSON will/aux/serve serve/root//VERB as/case/nurse a nurse/obl/serve .", "nurse", True),
        ("Ann_Lee/nsubj/act/PERSON will/aux/act act/root//VERB as/case/nurse a nurse/obl/act .", "nurse", False),
        (
            "Ann_Lee/nsubj/victim/PERSON is/cop/victim the victim/root//NOUN of/case/plot a plot/nmod/victim .",
            "victim",
            False,
        ),
        ("Ann_Lee/nsubj/harbour/PERSON is/cop/harbour a harbour/root//NOUN .", "harbour", False),
        ("“ Ann_Lee/nsubj/nurse/PERSON is/cop/nurse a nurse/root//NOUN . ”", "nurse", False),
        ("A nurse/root//NOUN with Ann_Lee/nmod/nurse/PERSON .", "nurse", False),
    ],
)
def test_predicates(notation: str, noun: str, expected: bool):
    annotated = annotated_of(notation)
    word = word_of(annotated.parse, noun)
    contexts = position_contexts(annotated, [mention_of(annotated, "Ann Lee")])
    assert [is_predicate(context) for context in contexts if context.word == word] == [expected]

"""Reasons from where and how somebody is mentioned: for whom each speaks."""

import pytest

from service.attribution.direct import mention_evidence as rules
from service.attribution.direct.evidence_table import EvidenceFunction
from tests.attribution.readings import contexts_of, spoken_for

AMONG = """
    Police/nsubj/came came/root to Japan/obl/came/LOC .

    Acme/nsubj/sued/ORG sued/root them/obj/sued . The treaty/nsubj/ended ended/root .
    Ann_Lee/nsubj/was/PERSON was/root there/advmod/was : “ We/nsubj/won won/root . ”
    Her/nmod:poss/aide aide/nsubj/left left/root .

    He/nsubj/slept slept/root .
"""
ALONE = """
    Ann_Lee/nsubj/met/PERSON met/root the mayor/obj/met .

    “ We/nsubj/won won/root . ”
"""
REPORTED = """
    Ann_Lee/nsubj/said/PERSON said/root that/mark/wrote Bo_Kim/nsubj/wrote/PERSON wrote/ccomp/said “ text/obj/wrote ” .
"""
MENTIONED = """
    Ann_Lee/nsubj/said/PERSON said/root that/mark/left Bo_Kim/nsubj/left/PERSON left/ccomp/said “ well/advmod/left ” .
"""
CITED = """
    The law/nsubj/says says/root “ no/det/guns guns/ccomp/says/NOUN ” to the company/obl/says .
"""
ARTICLES = {"among": AMONG, "alone": ALONE, "reported": REPORTED, "mentioned": MENTIONED, "cited": CITED}


@pytest.mark.parametrize(
    ("rule", "article", "names"),
    [
        (rules.colon_leads, "among", {"Ann Lee"}),
        (rules.colon_leads, "alone", set()),
        (rules.subject_of_sentence, "alone", {"Ann Lee"}),
        (rules.subject_in_sentence, "reported", {"Ann Lee", "Bo Kim"}),
        (rules.subject_in_sentence, "alone", set()),
        (rules.subject_of_main_clause, "reported", {"Ann Lee"}),
        (rules.in_sentence_before, "alone", set()),
        (rules.in_same_sentence, "reported", {"Ann Lee", "Bo Kim"}),
        (rules.in_same_sentence, "alone", set()),
        (rules.in_paragraph, "alone", set()),
        (rules.in_paragraph_before, "alone", {"Ann Lee", "mayor"}),
        (rules.in_paragraph_before, "among", {"Police", "Japan"}),
        (rules.in_paragraph_after, "among", {"he"}),
        (rules.subject_in_paragraph_before, "alone", {"Ann Lee"}),
        (rules.subject_in_paragraph_before, "among", set()),
        (rules.after_quotation, "among", {"her", "Her aide", "he"}),
        (rules.person_name, "among", {"Ann Lee"}),
        (rules.organization_name, "among", {"Acme"}),
        (rules.place_name, "among", {"Japan"}),
        (rules.pronoun, "among", {"them", "her", "he"}),
        (rules.personal_pronoun, "among", {"he"}),
        (rules.document, "among", {"treaty"}),
        (rules.document_subject_in_sentence, "cited", {"law"}),
        (rules.described_body, "cited", {"company"}),
        (rules.possessive, "among", {"her"}),
        (rules.inside_other_report, "mentioned", {"Bo Kim"}),
        (rules.inside_other_report, "reported", {"Bo Kim"}),
        (rules.inside_other_report, "alone", set()),
    ],
)
def test_a_rule_speaks_for(rule: EvidenceFunction, article: str, names: set[str]):
    assert spoken_for(rule, contexts_of(ARTICLES[article])[0]) == names


def strengths(rule: EvidenceFunction, notation: str) -> dict[str, float]:
    context = contexts_of(notation)[0]
    return {candidate.mention.name: rule(context, candidate) for candidate in context.candidates}


def test_the_further_the_more_distant():
    found = strengths(rules.distance, AMONG)
    assert found["Police"] > found["Acme"] > found["Ann Lee"]


def test_who_is_near_has_fewer_others_between():
    found = strengths(rules.candidates_between, AMONG)
    assert found["Police"] > found["Acme"] > found["Ann Lee"] == found["her"] == 0


SPOKE = """
    Ann_Lee/nsubj/said/PERSON said/root : “ We/nsubj/won won/ccomp/said . ” “ They/nsubj/lost lost/root . ”

    “ Nobody/nsubj/came/PRON came/root . ”

    “ No/root//INTJ , ” said/parataxis/No Bo_Kim/nsubj/said/PERSON . “ Never/root//ADV . ”
"""


@pytest.mark.parametrize(
    ("rule", "nth", "names"),
    [
        (rules.spoke_before_in_paragraph, 0, set()),
        (rules.spoke_before_in_paragraph, 1, {"Ann Lee"}),
        (rules.spoke_before_in_paragraph, 2, set()),
        (rules.spoke_in_paragraph_before, 1, set()),
        (rules.spoke_in_paragraph_before, 2, {"Ann Lee"}),
        (rules.goes_on_after_clause, 0, set()),
        (rules.goes_on_after_clause, 1, {"Ann Lee"}),
        (rules.goes_on_after_clause, 4, set()),
    ],
)
def test_who_spoke_before(rule: EvidenceFunction, nth: int, names: set[str]):
    assert spoken_for(rule, contexts_of(SPOKE)[nth]) == names

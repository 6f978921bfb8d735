"""Reasons from reporting clauses: for whom each speaks."""

import pytest

from service.attribution.direct import clause_evidence as rules
from service.attribution.direct.evidence_table import EvidenceFunction
from tests.attribution.readings import contexts_of, spoken_for

FOLLOWED = """
    The mayor/nsubj/warned warned/root that/mark/fails it/nsubj/fails fails/ccomp/warned .

    “ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .
    Bo_Kim/nsubj/smiled/PERSON smiled/root .
"""
LED = """
    The mayor/nsubj/warned warned/root them/obj/warned .
    Ann_Lee/nsubj/said/PERSON said/root : “ We/nsubj/won won/ccomp/said . ”
    She/nsubj/left left/root , and police/nsubj/said said/conj/left/VERB so/advmod/said .

    Acme/nsubj/agreed/ORG agreed/root .
"""
ACCORDING = """
    The plan/nsubj/was was/root “ dead/obj/was ” , according/case/Ann to/fixed/according/ADP Ann_Lee/obl/was/PERSON .

    Bo_Kim/nsubj/agreed/PERSON agreed/root .
"""
PARTED = """
    She/nsubj/said said/root , with/case/calm great/amod/calm calm/obl/said/NOUN : “ We/nsubj/won won/ccomp/said . ”
"""
ARTICLES = {"followed": FOLLOWED, "led": LED, "according": ACCORDING, "parted": PARTED}


@pytest.mark.parametrize(
    ("rule", "article", "names"),
    [
        (rules.clause_touches, "followed", {"Ann Lee"}),
        (rules.clause_touches, "according", {"Ann Lee"}),
        (rules.clause_is_near, "parted", {"she"}),
        (rules.clause_is_near, "according", set()),
        (rules.clause_in_sentence, "followed", {"Ann Lee"}),
        (rules.clause_in_sentence, "led", {"Ann Lee"}),
        (rules.clause_in_paragraph, "followed", set()),
        (rules.clause_in_paragraph, "led", {"mayor", "police"}),
        (rules.clause_governs, "followed", {"Ann Lee"}),
        (rules.clause_governs, "led", {"Ann Lee"}),
        (rules.clause_governs, "according", {"Ann Lee"}),
        (rules.clause_verb_above, "followed", {"Ann Lee"}),
        (rules.clause_verb_above, "led", {"Ann Lee"}),
        (rules.clause_follows, "followed", {"Ann Lee"}),
        (rules.clause_follows, "led", set()),
        (rules.clause_leads, "followed", set()),
        (rules.clause_leads, "led", {"Ann Lee"}),
        (rules.cue_is_likely, "according", {"Ann Lee", "Bo Kim"}),
        (rules.cue_is_likely_in_sentence, "according", {"Ann Lee"}),
        (rules.according_to_in_sentence, "according", {"Ann Lee"}),
        (rules.according_to_in_sentence, "followed", set()),
        (rules.clause_reports_other_words, "followed", {"mayor"}),
        (rules.clause_before_in_paragraph, "led", {"mayor"}),
        (rules.clause_in_paragraph_before, "followed", {"mayor"}),
        (rules.clause_in_paragraph_before, "led", set()),
        (rules.last_clause_before, "followed", {"mayor"}),
        (rules.last_clause_before, "led", {"Ann Lee"}),
        (rules.last_clause_before, "according", set()),
        (rules.first_clause_after, "followed", {"Ann Lee"}),
        (rules.first_clause_after, "led", {"police"}),
    ],
)
def test_a_rule_speaks_for(rule: EvidenceFunction, article: str, names: set[str]):
    assert spoken_for(rule, contexts_of(ARTICLES[article])[0]) == names

"""Who said each quoted passage, or nobody."""

from dataclasses import replace

import pytest

from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.direct.entities.entity_table import ENTITY_EVIDENCE
from service.attribution.direct.judging import RankedSpeaker, judge_passages
from tests.attribution.readings import clauses_of


def ranking(notation: str) -> list[RankedSpeaker]:
    annotated, clauses = clauses_of(notation)
    return list(judge_passages(annotated, clauses, CoreferenceResolver(annotated, clauses)))


def best(notation: str) -> list[str | None]:
    """The name of the likeliest speaker of each passage."""
    return [None if ranked.entity is None else ranked.entity.name for ranked in ranking(notation)]


@pytest.mark.parametrize(
    ("notation", "names"),
    [
        pytest.param("“ We/nsubj/won won/root . ”", [None], id="nobody"),
        pytest.param(
            "Bo_Kim/nsubj/left/PERSON left/root .\n"
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .",
            ["Ann Lee"],
            id="the subject of the clause, not who is named before",
        ),
        pytest.param(
            "Ann_Lee/nsubj/told/PERSON told/root Bo_Kim/obj/told/PERSON : “ We/nsubj/won won/ccomp/told . ”",
            ["Ann Lee"],
            id="who tells, not who is told",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON of Bo_Kim/nmod/Ann/PERSON . "
            "“ They/nsubj/lost lost/parataxis/said . ”",
            ["Ann Lee", "Ann Lee"],
            id="who spoke goes on in the paragraph",
        ),
        pytest.param(
            "“ No/ccomp/said/INTJ , ” said/root Ann_Lee/nsubj/said/PERSON .\n\n"
            "“ Yes/ccomp/said/INTJ , ” said/root Bo_Kim/nsubj/said/PERSON .",
            ["Ann Lee", "Bo Kim"],
            id="a dialogue",
        ),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON left/root . Bo_Kim/nsubj/stayed/PERSON stayed/root .\n\n"
            "“ We/nsubj/won won/ccomp/said , ” she/nsubj/said said/root .",
            ["Ann Lee"],
            id="she, not he who was named last",
        ),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON left/root .\n"
            "“ We/nsubj/won won/ccomp/explained , ” Lee/nmod:poss/entourage/PERSON ’s entourage/nsubj/explained "
            "explained/root .",
            ["Lee’s entourage"],
            id="who belongs to somebody, and not the owner",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root the Port_Office/nsubj/said/ORG ’s Ann_Lee/appos/Port/PERSON .",
            ["Ann Lee"],
            id="the office’s Ann Lee, not the office",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON , now/advmod/teacher a teacher/appos/Ann , said/root : "
            "“ We/nsubj/won won/ccomp/said . ”",
            ["Ann Lee"],
            id="who is described beside the name",
        ),
    ],
)
def test_the_likeliest_speaker(notation: str, names: list[str | None]):
    assert best(notation) == names


def test_a_verdict_tells_its_probability_and_the_rules_that_spoke():
    (ranked,) = ranking("“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .")
    assert ranked.is_speech
    assert 0 < ranked.probability <= 1
    assert ranked.evidence
    assert set(ranked.evidence) <= {"clause_governs", *(rule.__name__ for rule in ENTITY_EVIDENCE)}


def test_without_candidates_there_is_no_probability_and_no_rule():
    (ranked,) = ranking("“ We/nsubj/won won/root . ”")
    assert (ranked.probability, ranked.evidence) == (0, ())


def test_the_surer_the_clause_the_surer_the_speaker():
    sure, unsure = (
        ranking(notation)[0].probability
        for notation in (
            "Bo_Kim/nsubj/left/PERSON left/root .\n"
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .",
            "Bo_Kim/nsubj/met/PERSON met/root Ann_Lee/obj/met/PERSON . “ We/nsubj/won won/parataxis/met . ”",
        )
    )
    assert sure > unsure


@pytest.mark.parametrize(
    ("speech", "probability", "expected"),
    [(0.98, 0.5, True), (0.98, 0.35, False), (0.55, 0.9, True), (0.75, 0.5, False), (0.45, 1.0, False)],
)
def test_somebody_is_named_where_both_are_likely(speech: float, probability: float, expected: bool):
    (ranked,) = ranking("“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .")
    assert replace(ranked, speech=speech, probability=probability).may_be_named is expected


def test_a_claim_is_of_whoever_it_is_by():
    notation = (
        "Ann_Lee/nsubj/rejected/PERSON rejected/root a claim/obj/rejected by the regulator/nmod/claim "
        "that/mark/lied she/nsubj/lied “ lied/acl/claim ” ."
    )
    assert best(notation) == ["regulator"]

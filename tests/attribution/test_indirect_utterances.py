"""Reports without quotation marks; test_quoted_utterances.py has them beside those with marks."""

from service.attribution.indirect_utterances import indirect_utterances
from service.domain.quotations import QuotationKind
from tests.attribution.readings import clauses_of

SAID = "Ann_Lee/nsubj/said/PERSON said/root that/mark/works the plan/nsubj/works works/ccomp/said ."


def test_a_likely_report_has_its_words_and_source():
    annotated, clauses = clauses_of(SAID)
    (utterance,) = indirect_utterances(annotated, clauses, [])
    assert (utterance.kind, [part.text for part in utterance.parts]) == (QuotationKind.INDIRECT, ["the plan works"])
    assert utterance.mention is not None
    assert utterance.mention.name == "Ann Lee"


def test_words_that_are_quoted_already_are_not_reported_again():
    annotated, clauses = clauses_of(SAID)
    (utterance,) = indirect_utterances(annotated, clauses, [])
    assert list(indirect_utterances(annotated, clauses, utterance.parts)) == []


def test_a_dateline_is_no_part_of_a_report():
    annotated, clauses = clauses_of(
        "HILLFORD/dep/works/LOC ( Reuters/dep/HILLFORD/ORG ) — The/det/plan plan/nsubj/works/NOUN works/root//VERB "
        "for/case/city/ADP the/det/city city/obl/works/NOUN , according/case/Lee/VERB to/fixed/according/ADP "
        "Ann_Lee/obl/works/PERSON ."
    )
    (utterance,) = indirect_utterances(annotated, clauses, [])
    assert [part.text for part in utterance.parts] == ["The plan works for the city"]

"""Reports without quotation marks; test_quoted_utterances.py has them beside those with marks."""

import pytest

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


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        pytest.param("The/det/three three/nsubj/said/NUM", True, id="the three"),
        pytest.param("Three/nsubj/said/NUM", False, id="a number"),
        pytest.param("One/nsubj/said/NUM of/case/them them/nmod/One/PRON", True, id="one of several"),
        pytest.param("One/nsubj/said/NUM in/case/five five/nmod/One/NUM", False, id="a count"),
        pytest.param(
            "Ten/nummod/percent percent/nsubj/said of/case/drivers drivers/nmod/percent", True, id="people's share"
        ),
        pytest.param("Ten/nummod/percent percent/nsubj/said", False, id="a share"),
    ],
)
def test_a_number_of_people_speaks(subject: str, *, found: bool):
    annotated, clauses = clauses_of(
        f"{subject} said/root that/mark/works the/det/plan plan/nsubj/works works/ccomp/said ."
    )
    assert bool(list(indirect_utterances(annotated, clauses, []))) == found


def test_a_short_sentence_before_its_clause_is_a_report():
    annotated, clauses = clauses_of(
        "The/det/road road/nsubj/was/NOUN was/ccomp/stated//AUX wet/xcomp/was/ADJ , the/det/report "
        "report/nsubj/stated/NOUN stated/root//VERB ."
    )
    (utterance,) = indirect_utterances(annotated, clauses, [])
    assert [part.text for part in utterance.parts] == ["The road was wet"]


def test_what_a_second_clause_reports_is_no_part_of_the_first_report():
    annotated, clauses = clauses_of(
        "The/det/plan plan/nsubj/works/NOUN works/root//VERB , Ann_Lee/nsubj/said/PERSON said/parataxis/works//VERB , "
        "but/cc/noted/CCONJ she/nsubj/noted/PRON noted/conj/works//VERB that/mark/fails the/det/town "
        "town/nsubj/fails/NOUN fails/ccomp/noted//VERB ."
    )
    first = next(indirect_utterances(annotated, clauses, []))
    assert [part.text for part in first.parts] == ["The plan works"]


@pytest.mark.parametrize(
    ("opening", "n_found"),
    [pytest.param("The", 1, id="a whole sentence"), pytest.param("Since/mark/hold The", 0, id="a clause beside it")],
)
def test_a_sentence_that_hangs_on_a_clause_behind_it_is_likely_reported(opening: str, n_found: int):
    relation = "ccomp" if n_found else "advcl"
    annotated, clauses = clauses_of(
        f"{opening}/det/plans plans/nsubj/hold hold/{relation}/said//VERB for/case/town the/det/town "
        "town/obl/hold , the/det/Agency Agency/conj/town/ORG said/root//VERB on/case/Monday Monday/obl/hold/DATE ."
    )
    assert len(list(indirect_utterances(annotated, clauses, []))) == n_found

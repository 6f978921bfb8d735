"""Whose words a clause passes on, and through whom."""

import pytest

from service.attribution.reporting.relays import outside_report, quoted_source, second_subject
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, clauses_of


@pytest.mark.parametrize(
    ("notation", "source", "relays"),
    [
        pytest.param(
            "Reuters/nsubj/said/ORG , citing/advcl/said the mayor/obj/citing , said/root "
            "it/nsubj/works works/ccomp/said .",
            "mayor",
            ["Reuters"],
            id="an agency passes on whom it cites",
        ),
        pytest.param(
            "Reuters/nsubj/said/ORG said/root it/nsubj/works works/ccomp/said , citing/advcl/said "
            "Bo_Kim/iobj/citing/PERSON .",
            "Bo",
            ["Reuters"],
            id="the object may be parsed as the hearer",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON , citing/advcl/said the mayor/obj/citing , said/root "
            "it/nsubj/works works/ccomp/said .",
            "Ann",
            [],
            id="a person cites in words of her own",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root it/nsubj/works works/ccomp/said .", "Ann", [], id="nobody relays"
        ),
    ],
)
def test_whose_words(notation: str, source: str, relays: list[str]):
    annotated, clauses = clauses_of(notation)
    said = word_of(annotated.parse, "said")
    found, through = quoted_source(annotated, next(clause for clause in clauses if clause.verb == said))
    words = annotated.parse.words
    assert found is not None
    assert (words[found].text, [words[each].text for each in through]) == (source, relays)


GAP = (
    "Ann_Lee/nsubj/said/PERSON said/root it/nsubj/near was/cop/near “ near/ccomp/said/ADJ ” , and {second} "
    "was/cop/dead “ dead/conj/near/ADJ ” ."
)


@pytest.mark.parametrize(
    ("second", "name"),
    [
        pytest.param("Bo_Ray/conj/said/PERSON that/mark/dead it/nsubj/dead", "Bo", id="the verb is left out"),
        pytest.param("that/mark/dead it/nsubj/dead", None, id="one who says two things"),
        pytest.param("Bo_Ray/conj/said/PERSON , that/mark/dead it/nsubj/dead , so/advmod/dead", None, id="a comma"),
    ],
)
def test_who_says_something_by_the_verb_of_another(second: str, name: str | None):
    annotated = annotated_of(GAP.format(second=second))
    found = second_subject(annotated, word_of(annotated.parse, "said"), word_of(annotated.parse, "“", 1))
    assert (None if found is None else annotated.parse.words[found].text) == name


def test_one_who_is_described_says_something_by_the_verb_of_another():
    annotated = annotated_of(
        "Ann_Lee/nsubj/said/PERSON said/root of/case/hope “ hope/obl/said ” , the union/appos/hope of/case/fear “ "
        "fear/nmod/union ” ."
    )
    found = second_subject(annotated, word_of(annotated.parse, "said"), word_of(annotated.parse, "“", 1))
    assert found is not None
    assert annotated.parse.words[found].text == "union"


def test_whom_another_verb_has_for_its_object_says_nothing():
    annotated = annotated_of(
        "Ann_Lee/nsubj/said/PERSON said/root of/case/hope “ hope/obl/said ” and accused/conj/said/VERB "
        "Bo_Ray/obj/accused/PERSON of/case/fear “ fear/obl/accused ” ."
    )
    assert second_subject(annotated, word_of(annotated.parse, "said"), word_of(annotated.parse, "“", 1)) is None


_SEES = (
    "Ann_Lee/nsubj/said/PERSON said/root the mayor/nsubj/thinks thinks/ccomp/said that/mark/ends it/nsubj/ends "
    "ends/ccomp/thinks “ the gloom/obj/ends ” ."
)
_SPOKE = "Ann_Lee/nsubj/said/PERSON said/root the mayor/nsubj/spoke spoke/ccomp/said of “ gloom/obl/spoke ” ."


@pytest.mark.parametrize(
    ("notation", "run", "verbs"),
    [
        pytest.param(_SEES, "it ends “the gloom”", ["thinks", "said"], id="no clause is reported"),
        pytest.param(_SEES, "the mayor thinks that it ends “the gloom”", ["said"], id="one is"),
        pytest.param(_SPOKE, "the mayor spoke of “gloom”", ["spoke", "said"], id="one that the words hang on"),
        pytest.param(_SEES, "Ann Lee said the mayor thinks that it ends “the gloom”", ["thinks", "said"], id="all are"),
    ],
)
def test_clauses_that_are_reported_with_the_words_do_not_report_them(notation: str, run: str, verbs: list[str]):
    annotated, clauses = clauses_of(notation, run)
    (marked,) = annotated.marks
    quoted = annotated.parse.within(marked.outer.start, marked.outer.end)
    chain = [clause for verb in ("spoke", "thinks", "said") for clause in clauses if clause.cue.text == verb]
    assert [clause.cue.text for clause in outside_report(annotated, chain, quoted)] == verbs


def test_a_clause_of_what_nobody_shall_do_does_not_report_the_words():
    annotated, clauses = clauses_of(
        "Ann_Lee/nsubj/told/PERSON told/root them/obj/told not/advmod/warn/PART to/mark/warn warn/xcomp/told : "
        "“ We/nsubj/know know/ccomp/told . ”"
    )
    (marked,) = annotated.marks
    chain = [clause for verb in ("warn", "told") for clause in clauses if clause.verb == word_of(annotated.parse, verb)]
    found = outside_report(annotated, chain, annotated.parse.within(marked.outer.start, marked.outer.end))
    assert found == (chain[-1],)

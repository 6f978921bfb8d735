"""Whom a governing clause names."""

import pytest

from service.attribution.direct.context import QuotationContext
from service.attribution.direct.governed_mentions import governed_mention
from service.attribution.direct.quoted_passages import find_passages
from tests.attribution.readings import clauses_of


def named(notation: str, likeliest: str | None = None) -> str | None:
    """The mention that the clause names for the first passage; the likeliest is told by its name."""
    annotated, clauses = clauses_of(notation)
    passage = next(iter(find_passages(annotated.marks, annotated.parse.text)))
    context = QuotationContext(annotated, clauses, passage)
    assert context.governance is not None
    best = next((each for each in context.candidates if each.mention.name == likeliest), None)
    found = governed_mention(context, context.governance, best)
    return None if found is None else found.mention.name


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        pytest.param("Ann_Lee/nsubj/said/PERSON", "Ann Lee", id="a name"),
        pytest.param("the mayor/nsubj/said", "mayor", id="somebody described"),
        pytest.param("she/nsubj/said", "she", id="a pronoun"),
        pytest.param("one/nsubj/said/NUM of them/nmod/one", "one of them", id="one of several"),
        pytest.param("the plan/nsubj/said", None, id="a thing"),
        pytest.param("the Dane/nsubj/said/NORP", "Dane", id="one of a people"),
        pytest.param("the 54-year-old/nsubj/said/NOUN", "54-year-old", id="somebody of an age"),
        pytest.param("Lee/nmod:poss/entourage/PERSON ’s entourage/nsubj/said", "Lee’s entourage", id="owned"),
    ],
)
def test_a_clause_names_a_speaker(subject: str, name: str | None):
    assert named(f"“ We/nsubj/won won/ccomp/said , ” {subject} said/root .") == name


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root she/nsubj/told told/ccomp/said them/obj/told : “ We/nsubj/won "
            "won/parataxis/told . ”",
            "Ann Lee",
            id="whoever tells that she told",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/told , ” he/nsubj/told told/root them/obj/told , according/case/Ann "
            "to/fixed/according/ADP Ann_Lee/obl/told/PERSON .",
            "he",
            id="who is named behind the pronoun relays",
        ),
    ],
)
def test_a_pronoun_stands_for_whoever_relays_before_it(notation: str, name: str):
    assert named(notation, "Ann Lee") == name


def test_who_speaks_makes_somebody_of_any_noun():
    met = "Ann_Lee/nsubj/met/PERSON met/root fans/obj/met"
    shouted = "who/nsubj/shouted shouted/acl:relcl/fans “ No/ccomp/shouted ” ."
    assert named(f"{met} , {shouted}", "Ann Lee") == "fans"


def test_it_takes_up_the_subject_of_the_clause_around():
    aside = "denounced/root what/obj/denounced it/nsubj/called called/acl:relcl/what “ greed/xcomp/called ” ."
    assert named(f"The union/nsubj/denounced {aside}") == "union"
    assert named(aside) == "it"

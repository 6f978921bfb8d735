"""Reported clauses that a parse hangs on what stands before them."""

import pytest

from service.attribution.reporting.misplaced_reports import with_reports_in_place
from tests.attribution.parses import article_and_parser


def head_of_clause(words: str) -> str:
    """What the word "works" hangs on afterwards, by which relation."""
    _, parser = article_and_parser(f"Ann_Lee/nsubj/said/PERSON said/root {words} works/acl/noun .")
    (sentence,) = parser.sentences
    tokens = with_reports_in_place(sentence).tokens
    clause = next(token for token in tokens if token.text == "works")
    assert clause.head is not None
    return f"{clause.relation} of {tokens[clause.head].text}"


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        pytest.param("in a noun/obl/said that/mark/works it/nsubj/works", "ccomp of said", id="in a statement that"),
        pytest.param("on a noun/obl/said that/mark/works it/nsubj/works", "ccomp of said", id="on a show that"),
        pytest.param("for noun/obl/said that/mark/works it/nsubj/works", "ccomp of said", id="for months that"),
        pytest.param(
            "the noun/obl:unmarked/said/NOUN that/mark/works it/nsubj/works", "ccomp of said", id="the next day that"
        ),
        pytest.param("to the noun/obl/said that/mark/works it/nsubj/works", "acl of noun", id="to the fact that"),
        pytest.param("in a noun/obl/said it/nsubj/works", "acl of noun", id="without that"),
        pytest.param("a noun/obj/said that/mark/works it/nsubj/works", "acl of noun", id="an object"),
        pytest.param(
            "so/ccomp/said/ADV in a noun/obl/said that/mark/works it/nsubj/works", "acl of noun", id="reported already"
        ),
    ],
)
def test_a_clause_behind_the_place_of_a_report_is_the_report(words: str, relation: str):
    assert head_of_clause(words) == relation


THIRD = "third/advmod/added/ADV added/root/VERB : “ Home/obj/added . ”"
SECOND = "“ It/nsubj/works works/ccomp/said , ” said/root/VERB Lee/nsubj/said/PERSON "


@pytest.mark.parametrize(
    ("notation", "subject"),
    [
        pytest.param(SECOND + ", and Bo/conj/Lee/PERSON agreed/conj/said/VERB .", "Bo of agreed", id="who agrees"),
        pytest.param(
            SECOND + "and Bo/conj/Lee/PERSON , and/cc/left left/conj/said/VERB .",
            "Bo of Lee",
            id="two who leave",
        ),
        pytest.param(
            SECOND + "and Bo/conj/Lee/PERSON as it/nsubj/left left/advcl/said .", "Bo of Lee", id="another's verb"
        ),
    ],
)
def test_whoever_stands_before_the_next_verb_is_its_subject(notation: str, subject: str):
    _, parser = article_and_parser(notation)
    (sentence,) = parser.sentences
    tokens = with_reports_in_place(sentence).tokens
    bo = next(token for token in tokens if token.text == "Bo")
    assert bo.head is not None
    assert f"Bo of {tokens[bo.head].text}" == subject


@pytest.mark.parametrize(
    ("notation", "relation"),
    [
        pytest.param("A/det/third " + THIRD, "nsubj", id="one more"),
        pytest.param("She/nsubj/added " + THIRD, "advmod", id="a point"),
    ],
)
def test_one_more_is_a_subject(notation: str, relation: str):
    _, parser = article_and_parser(notation)
    (sentence,) = parser.sentences
    third = next(token for token in with_reports_in_place(sentence).tokens if token.text == "third")
    assert third.relation == relation


@pytest.mark.parametrize(
    ("inserted", "relation"),
    [
        pytest.param(", Lee/nsubj/told/PERSON told/acl:relcl/budget us/obj/told ,", "parataxis of rise", id="a hearer"),
        pytest.param(
            ", Lee/nsubj/told/PERSON has/aux/told told/acl:relcl/budget us/obj/told on/case/May May/obl/told ,",
            "parataxis of rise",
            id="more words",
        ),
        pytest.param(
            ", which/obl/told Lee/nsubj/told/PERSON told/acl:relcl/budget of ,", "acl:relcl of budget", id="which"
        ),
        pytest.param(
            "Lee/nsubj/told/PERSON told/acl:relcl/budget us/obj/told of ,", "acl:relcl of budget", id="no comma"
        ),
        pytest.param(
            ", Lee/nsubj/told/PERSON told/acl:relcl/budget us/obj/told lies/ccomp/told ,",
            "acl:relcl of budget",
            id="words of its own",
        ),
    ],
)
def test_a_clause_between_commas_reports_what_is_around_it(inserted: str, relation: str):
    _, parser = article_and_parser(f"The budget/nsubj/rise {inserted} will/aux/rise rise/root .")
    (sentence,) = parser.sentences
    tokens = with_reports_in_place(sentence).tokens
    told = next(token for token in tokens if token.text == "told")
    assert told.head is not None
    assert f"{told.relation} of {tokens[told.head].text}" == relation

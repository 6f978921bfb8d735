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

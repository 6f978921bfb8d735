"""The reporting clause that ends quoted words though no mark closes them."""

import pytest

from service.domain.articles import Span
from service.text.forgotten_marks import reporting_clause
from service.text.marked_spans import Paragraph


def before_clause(text: str) -> str | None:
    end = reporting_clause(Paragraph(text, Span(0, len(text), text), 0), 0, len(text))
    return None if end is None else text[:end]


@pytest.mark.parametrize(
    "clause",
    [
        "she said.",
        "said Ann Lee.",
        "Ann Lee said.",
        "the mayor of Hillford told them,",
        "an old man replied",
        "wrote he.",
        "said police chief Ann Lee.",
    ],
)
def test_clauses(clause: str):
    assert before_clause(f"We won, {clause}") == "We won,"


def test_a_clause_behind_a_single_mark():
    assert before_clause("We won,' she said.") == "We won,"


@pytest.mark.parametrize(
    "text", ["We won and she said so.", "We won, which I said before.", "We won, she said that day."]
)
def test_other_words(text: str):
    assert before_clause(text) is None

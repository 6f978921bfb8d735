"""Reprints, known by the text around a quotation."""

import pytest

from service.domain.articles import Article, ArticleField, Span
from service.domain.quotations import Quotation, QuotationKind
from service.linking.statements.near_duplicates import context_of, count_reports, reports_of

TEXT = "the old mill by the river was sold last week to a family that came from the coast many years ago and"
BEFORE, AFTER = TEXT, " ".join(reversed(TEXT.split()))


def context(before, after):
    text = f"{before} “We wait.” {after}"
    start = text.index("We wait.")
    article = Article("a", text)
    return context_of(Quotation("q", "a", QuotationKind.DIRECT, (article.span(start, start + 8),)), article)


@pytest.mark.parametrize(
    ("before", "after", "n_reports"),
    [
        (BEFORE, AFTER, 1),
        (BEFORE.replace("family", "brewer"), AFTER, 1),
        (BEFORE.upper(), AFTER.replace(" ", "\n\n"), 1),
        ("Nobody was hurt in the fire at the bakery, its owner told us this morning on the phone.", AFTER, 2),
        ("", "", 2),
    ],
)
def test_near_identical_surroundings_make_one_report(before, after, n_reports):
    assert count_reports([context(BEFORE, AFTER), context(before, after)]) == n_reports


def test_no_contexts_are_no_reports():
    assert count_reports([]) == 0


def test_reprints_have_the_number_of_their_report():
    assert reports_of(((1, 2), (3,), (1, 2), ())) == (0, 1, 0, 2)
    assert reports_of(()) == ()


def test_around_a_title_stand_its_other_words_and_the_first_of_the_text():
    quoted = Quotation("q", "a", QuotationKind.DIRECT, (Span(0, 8, "We wait.", ArticleField.TITLE),))
    said = [context_of(quoted, Article("a", text, "We wait. Says the owner of the mill")) for text in (BEFORE, AFTER)]
    assert (
        count_reports([said[0], context_of(quoted, Article("b", BEFORE, "We wait. Says the owner of the mill"))]) == 1
    )
    assert count_reports(said) == 2

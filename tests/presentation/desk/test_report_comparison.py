"""The reports of a statement side by side."""

from dataclasses import replace

from service.domain.archive import ArticleSummary, LinkedQuotation, QuotationInArticle
from service.domain.quotations import QuotationKind
from service.presentation.desk.report_comparison import basis_of, side_by_side
from tests.linking.reports import report

DRY = "The wells are dry."


def printed(article_id: str, words: str, *, number: int, kind=QuotationKind.DIRECT) -> QuotationInArticle:
    analysed = report(article_id, ("Ana Pérez", words, ("mayor", "Lima")), kind=kind)
    heading = ArticleSummary(article_id, None, None, None, None, 0.0)
    (attribution,) = analysed.attributions
    return QuotationInArticle(heading, LinkedQuotation(attribution, "t1"), analysed.speakers[0], number)


A, B, C = printed("a", DRY, number=0), printed("b", "The wells are not dry", number=1), printed("c", DRY, number=0)
INDIRECT = printed("d", "that the wells of the whole valley were dry", number=2, kind=QuotationKind.INDIRECT)


def test_the_basis_is_what_most_print_or_what_is_chosen():
    assert basis_of([B, A, C, INDIRECT], None) is A
    assert basis_of([B, A, C, INDIRECT], "b:1") is B
    assert basis_of([INDIRECT], None) is INDIRECT
    assert basis_of([], None) is None


def test_reprints_stay_together_and_words_are_compared_with_the_basis():
    first, second, third = side_by_side([A, B, C, INDIRECT], A)
    assert [row.report for row in first.rows] == [A, C]
    assert [row.is_changed for row in (*first.rows, *second.rows, *third.rows)] == [False, False, True, False]
    assert (first.rows[0].is_basis, first.rows[0].steps, third.rows[0].steps) == (True, None, None)


def test_a_row_says_how_its_article_presents_the_speaker():
    attribution = replace(A.quotation.attribution, mention=A.quotation.attribution.quotation.parts[0])
    (shown,) = side_by_side([replace(A, quotation=LinkedQuotation(attribution, "t1"))], None)
    (row,) = shown.rows
    assert (row.mention, row.affiliations) == (DRY, ("mayor of Lima",))
    assert side_by_side([A], None)[0].rows[0].mention is None

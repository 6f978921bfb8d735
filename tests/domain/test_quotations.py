"""Quotations as values."""

from service.domain.articles import Span
from service.domain.quotations import Quotation, QuotationKind


def test_a_quotation_reads_its_parts_as_one():
    parts = (Span(1, 4, "Yes"), Span(20, 30, "we will go"))
    assert Quotation("q", "a", QuotationKind.DIRECT, parts).text == "Yes we will go"

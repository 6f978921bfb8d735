"""The sides of a conflict."""

from service.domain.articles import Span
from service.domain.conflicts import Claim, Evidence
from service.linking.conflicts.claims import fullest_name, in_order, involved, places, sides, with_agreeing
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from tests.linking.reports import report

SHORT, LONG = "We count six wells.", "We count six wells in the dry valley of the north."
SPAN = Span(0, 3, "yes")


def versions(*reports):
    return duplicates_of(passage for one in reports for passage in comparable_quotations(one))


def claim(value, *article_ids):
    return Claim(value, tuple(Evidence(id_, None, SPAN) for id_ in article_ids))


def test_what_does_not_disagree_is_one_side():
    assert sides([1, 3, 2, 4], lambda one, other: one % 2 != other % 2) == ((1, 3), (2, 4))


def test_one_more_joins_the_first_side_that_it_fits():
    assert sides("abc", lambda one, other: {one, other} == {"a", "b"}) == (("a", "c"), ("b",))


def test_what_agrees_with_one_side_alone_is_on_it():
    assert with_agreeing([(1, 3), (2,)], [5, 6, 7], lambda one, other: one in (other + 4, 7)) == ((1, 3, 5), (2, 6))


def test_without_variants_there_are_no_sides():
    assert sides([], lambda one, other: True) == ()


def test_the_version_that_says_most_comes_first_and_each_once():
    short, long = sorted(
        versions(report("a", ("Ana", SHORT)), report("b", ("Ana", LONG))), key=lambda one: one.article_ids != {"a"}
    )
    assert involved([(short, long), (long, short)]) == (long, short)


def test_each_part_between_marks_is_a_place():
    found = places(versions(report("b", ("Ana", SHORT)), report("a", ("Ana", "We came.|We left."))))
    assert [(place.article_id, place.span.text) for place in found] == [
        ("a", "We came."),
        ("a", "We left."),
        ("b", SHORT),
    ]


def test_the_fullest_name_of_the_speakers_is_shown():
    assert fullest_name(versions(report("a", ("Pérez", SHORT)), report("b", ("Ana Pérez", LONG)))) == "Ana Pérez"


def test_without_speakers_there_is_no_name():
    assert fullest_name(versions(report("a", ("", SHORT)))) == ""


def test_the_claim_of_most_articles_comes_first():
    few, many = claim("six", "a"), claim("ten", "b", "c")
    assert in_order([few, many]) == (many, few)

"""Two quotations side by side."""

from service.domain.quotations import QuotationKind
from service.linking.speakers.organizations import Relation
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.pairs import beside_itself, pair_of
from tests.linking.reports import report, titled, with_background

SHORT, LONG = "We count six wells.", "We count six wells in the dry valley of the north."


def quotation(article_id, name, words, kind=QuotationKind.DIRECT):
    (found,) = comparable_quotations(report(article_id, (name, words), kind=kind))
    return found


def test_a_pair_is_the_same_whichever_is_named_first():
    one, other = quotation("a", "Ana Pérez", SHORT), quotation("b", "Omar Said", LONG)
    assert pair_of(one, other) == pair_of(other, one)


def test_the_quotation_that_says_less_is_the_shorter():
    pair = pair_of(quotation("a", "Ana Pérez", LONG), quotation("b", "Ana Pérez", SHORT))
    assert [word.printed for word in pair.shorter] == ["We", "count", "six", "wells"]


def test_the_same_words_are_repeated():
    assert pair_of(quotation("a", "Ana Pérez", SHORT), quotation("b", "Omar Said", SHORT)).is_repeated


def test_more_words_are_no_repetition():
    assert not pair_of(quotation("a", "Ana Pérez", SHORT), quotation("b", "Ana Pérez", LONG)).is_repeated


def test_a_pair_knows_whether_its_authors_may_be_one():
    ana, omar = quotation("a", "Ana Pérez", SHORT), quotation("b", "Omar Said", SHORT)
    assert pair_of(ana, quotation("b", "Ana Perez", SHORT)).authors is Relation.SAME
    assert pair_of(ana, omar).authors is Relation.OTHER
    assert pair_of(ana, quotation("b", "", SHORT)).authors is Relation.OPEN


def test_a_title_may_leave_out_words_of_a_text():
    ana = "Ana Pérez"
    (in_title,) = (
        one for one in comparable_quotations(titled(report("a", (ana, LONG)), ana, SHORT)) if one.is_in_title
    )
    assert pair_of(in_title, quotation("a", ana, LONG)).is_repeated
    assert pair_of(quotation("a", ana, LONG), in_title).is_repeated
    assert not pair_of(in_title, quotation("a", ana, "We count wells.")).is_repeated, "the title has more"
    assert not pair_of(in_title, quotation("a", ana, LONG.replace("six", "five"))).is_repeated


def test_beside_itself_a_quotation_is_of_one_day_whatever_its_article_is_about():
    one = report("a", ("Ana Pérez", SHORT), published_at="2024-06-01")
    (found,), (of_event,) = comparable_quotations(one), comparable_quotations(with_background(one))
    assert pair_of(of_event, of_event).n_days_apart is None
    assert beside_itself(of_event).n_days_apart == beside_itself(found).n_days_apart == 0
    assert beside_itself(of_event).is_repeated

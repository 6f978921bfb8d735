"""Quotations that print the same words of the same speaker."""

from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from tests.linking.reports import report, with_background

WORDS = "The wells of the valley have been dry since the spring festival."


def articles_of(*reports):
    """The articles of each group of duplicates."""
    found = duplicates_of(passage for one in reports for passage in comparable_quotations(one))
    return sorted(sorted(one.article_ids) for one in found)


def test_reprints_are_one_version():
    assert articles_of(report("a", ("Ana Pérez", WORDS)), report("b", ("Ana Pérez", WORDS))) == [["a", "b"]]


def test_another_speaker_is_another_version():
    assert articles_of(report("a", ("Ana Pérez", WORDS)), report("b", ("Omar Said", WORDS))) == [["a"], ["b"]]


def test_another_word_is_another_version():
    other = WORDS.replace("dry", "empty")
    assert articles_of(report("a", ("Ana Pérez", WORDS)), report("b", ("Ana Pérez", other))) == [["a"], ["b"]]


def test_too_few_words_to_be_known_by_are_each_for_themselves():
    assert articles_of(report("a", ("Ana Pérez", "Yes.")), report("b", ("Ana Pérez", "Yes."))) == [["a"], ["b"]]


def test_too_few_words_are_so_whatever_their_articles_are_about():
    reports = [with_background(report(id_, ("Ana Pérez", "No, no."), published_at="2024-06-01")) for id_ in "ab"]
    assert articles_of(*reports) == [["a"], ["b"]]


def test_the_topic_of_duplicates_is_that_of_the_first():
    first, second = (report(id_, ("Ana Pérez", WORDS), published_at="2024-06-01") for id_ in "ab")
    for reports in ([with_background(first), second], [first, with_background(second)]):
        passages = [passage for one in reports for passage in comparable_quotations(one)]
        (version,) = duplicates_of(passages[::-1])
        assert version.representative.occasion == passages[0].occasion != passages[1].occasion


def test_the_order_does_not_matter():
    reports = [report(id_, ("Ana Pérez", WORDS)) for id_ in "abc"]
    passages = [passage for one in reports for passage in comparable_quotations(one)]
    assert duplicates_of(passages) == duplicates_of(reversed(passages))

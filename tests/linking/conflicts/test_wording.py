"""Claims about one statement's words, on versions made by hand."""

from itertools import combinations, permutations

import pytest

from service.linking.conflicts.wording import wording_conflict
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.statements import StatementCluster
from tests.linking.reports import report

WORDS = "We count {} wells in the dry valley."


def test_one_wording_under_two_names_is_one_claim():
    """Whichever of them a third wording was held against, and whatever their order."""
    told = [
        report(id_, (name, WORDS.format(number)))
        for id_, name, number in (
            ("a", "Ana Pérez", "ten"),
            ("b", "Omar Said", "ten"),
            ("c", "Luis Vega", "six"),
            ("d", "Luis Vega", "two"),
        )
    ]
    for ids in permutations("wxyz"):
        ana, omar, six, two = (Duplicates(id_, comparable_quotations(one)) for id_, one in zip(ids, told, strict=True))
        pairs = (ana, two), (omar, six)
        conflict = wording_conflict(
            StatementCluster.of((ana, omar, six, two), pairs), pairs, [one.article for one in told]
        )
        assert conflict is not None
        values = [claim.value for claim in conflict.claims]
        assert len(values) == len(set(values))


@pytest.mark.parametrize(("fragment", "is_conflict"), [("a fact", False), ("accept a fact", True)])
def test_one_common_word_in_both_shows_nothing_that_differs(fragment: str, *, is_conflict: bool):
    printed = [report("a", ("Ana Pérez", fragment)), report("b", ("Ana Pérez", "We accept the fact that it is late."))]
    pair = tuple(Duplicates(one.article.id, comparable_quotations(one)) for one in printed)
    conflict = wording_conflict(StatementCluster.of(pair, (pair,)), (pair,), [one.article for one in printed])
    assert (conflict is not None) is is_conflict


@pytest.mark.parametrize(
    ("headline", "is_conflict"),
    [("Show A Little Class", False), ("Try Showing A Little Courage", True), ("try show a little class", True)],
)
def test_a_headline_has_other_forms_of_the_words(headline: str, *, is_conflict: bool):
    printed = [report("a", ("Ana Pérez", headline)), report("b", ("Ana Pérez", "try showing a little class"))]
    versions = [Duplicates(one.article.id, comparable_quotations(one)) for one in printed]
    for first, second in permutations(versions):
        pair = first, second
        conflict = wording_conflict(StatementCluster.of(pair, (pair,)), (pair,), [one.article for one in printed])
        assert (conflict is not None) is is_conflict


@pytest.mark.parametrize(
    ("name", "words", "is_conflict"),
    [
        ("Ana Pérez", "It was a sad day", True),
        ("Ana Pérez", "a day for those who want to be heard", False),
        (None, "It was a sad day", True),
        (None, "It was a day for those who want to be heard", False),
        ("Omar Said", "It was a sad day", False),
    ],
)
def test_some_words_in_common_show_no_one_utterance(name: str | None, words: str, *, is_conflict: bool):
    told = [report("a", ("Ana Pérez", "It was a bad day")), report("b", (name, words))]
    pair = tuple(Duplicates(one.article.id, comparable_quotations(one)) for one in told)
    conflict = wording_conflict(StatementCluster.of(pair, (pair,)), (pair,), [one.article for one in told])
    assert (conflict is not None) is is_conflict


def test_who_prints_the_words_of_one_side_is_on_that_side():
    told = [
        report("a", ("Ana Pérez", "They are followers of a false prophet")),
        report("b", ("Ana Pérez", "They are friends of a false prophet")),
        report("c", ("Ana Pérez", "They're followers of a false prophet")),
        report("d", ("Ana Pérez", "of a false prophet")),
    ]
    versions = [Duplicates(id_, comparable_quotations(one)) for id_, one in zip("abcd", told, strict=True)]
    pairs = list(combinations(versions, 2))
    differing = [pair for pair in pairs if {pair[0].id, pair[1].id} <= {"a", "b"}]
    whole = [*differing, (versions[2], versions[3])]
    conflict = wording_conflict(StatementCluster.of(versions, whole), whole, [one.article for one in told])
    assert conflict is not None
    assert {claim.article_ids for claim in conflict.claims} == {("a", "c"), ("b",)}


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        pytest.param("Omar Said", "It was not a raid", False, id="another answers"),
        pytest.param("Ana Pérez", "It was not a raid", True, id="the same speaker"),
        pytest.param(None, "It was a small raid", True, id="not denied"),
    ],
)
def test_what_another_denies_is_an_answer(name: str, words: str, expected: bool):
    told = [report("a", ("Ana Pérez", "It was a raid")), report("b", (name, words))]
    versions = [Duplicates(id_, comparable_quotations(one)) for id_, one in zip("ab", told, strict=True)]
    pairs = [(versions[0], versions[1])]
    conflict = wording_conflict(StatementCluster.of(versions, pairs), pairs, [one.article for one in told])
    assert (conflict is not None) is expected


def test_what_is_denied_in_many_words_of_the_other_is_a_conflict():
    told = [
        report("a", ("Ana Pérez", "They will leave the town before the next winter")),
        report("b", ("Omar Said", "They will not leave the town before the next winter")),
    ]
    versions = [Duplicates(id_, comparable_quotations(one)) for id_, one in zip("ab", told, strict=True)]
    pairs = [(versions[0], versions[1])]
    conflict = wording_conflict(StatementCluster.of(versions, pairs), pairs, [one.article for one in told])
    assert conflict is not None

"""An editor's decisions, carried out at once."""

import pytest

from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview, Subject
from service.domain.queries import Filters, IdempotentRequest, PageRequest
from service.errors import ClashError, MissingError
from service.store import Store
from tests.linking.reports import report

DRY = "The wells of the valley have been dry since the spring festival."
BY_LEE = ("Lee", None)


@pytest.fixture
def filled(store: Store) -> Store:
    """Two reports that differ by a word, and another speaker."""
    store.articles.save(report("a", ("Ana Pérez", DRY)))
    store.articles.save(report("b", ("Ana Pérez", DRY.replace("dry", "not dry"))))
    store.articles.save(report("c", ("Omar Said", "We wait for rain.")))
    return store


def n_statements(store: Store) -> int:
    return len(store.reader.statements(Filters(), PageRequest()).items)


def test_statements_are_parted_and_joined_again(filled: Store):
    assert n_statements(filled) == 2
    filled.editing.judge_pair(Subject.STATEMENT, ("a:1", "b:1"), "different", BY_LEE)
    assert n_statements(filled) == 3
    filled.editing.judge_pair(Subject.STATEMENT, ("b:1", "a:1"), "same", BY_LEE)
    assert n_statements(filled) == 2


def test_speakers_are_joined(filled: Store):
    filled.editing.judge_pair(Subject.SPEAKER, ("a:1", "c:1"), "same", BY_LEE)
    assert len(filled.reader.speakers(Filters(), PageRequest()).items) == 1


def test_a_conflict_gets_its_status(filled: Store):
    (conflict,) = filled.reader.conflicts(Filters(), PageRequest()).items
    (judged,) = filled.editing.review_conflicts([conflict.id], ConflictReview(BY_LEE[0], Status.DISMISSED, BY_LEE[1]))
    assert judged.status is Status.DISMISSED
    assert filled.reader.conflict(conflict.id) == judged


def test_what_is_not_there_or_one_cannot_be_judged(filled: Store):
    with pytest.raises(MissingError):
        filled.editing.review_conflicts(["nothing"], ConflictReview(BY_LEE[0], Status.DISMISSED, BY_LEE[1]))
    for subject in (Subject.SPEAKER, Subject.STATEMENT):
        with pytest.raises(MissingError):
            filled.editing.judge_pair(subject, ("a:1", "nothing"), "same", BY_LEE)
        with pytest.raises(ClashError):
            filled.editing.judge_pair(subject, ("a:1", "a:1"), "same", BY_LEE)


def test_a_request_that_is_repeated_decides_once(filled: Store):
    request = IdempotentRequest("k", "digest")
    pair = ("a:1", "b:1")
    first = filled.editing.judge_pair(Subject.STATEMENT, pair, "different", BY_LEE, request=request)
    filled.editing.judge_pair(Subject.STATEMENT, pair, "same", BY_LEE)
    assert filled.editing.judge_pair(Subject.STATEMENT, pair, "different", BY_LEE, request=request) == first
    assert n_statements(filled) == 2

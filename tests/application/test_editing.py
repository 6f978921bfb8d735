"""Changes of the store."""

import pytest

from service.application.editing import Editing
from service.domain.conflicts import Status
from service.domain.judgements import Subject
from service.domain.queries import Filters, PageRequest
from service.errors import ClashError
from service.store import Store

BY_LEE = ("Lee", None)


def test_an_article_is_removed_once(store: Store):
    editing = Editing(store)
    assert [editing.remove_article("a") for _ in range(2)] == [True, False]


def test_two_editors_do_not_undo_each_others_work(store: Store):
    (conflict,) = store.reader.conflicts(Filters(), PageRequest()).items
    editing = Editing(store)
    editing.judge_conflict(conflict.id, Status.DISMISSED, BY_LEE, seen="open")
    with pytest.raises(ClashError, match="it is dismissed now"):
        editing.judge_conflict(conflict.id, Status.CONFIRMED, BY_LEE, seen="open")
    assert editing.judge_conflict(conflict.id, Status.CONFIRMED, BY_LEE).status is Status.CONFIRMED


def test_a_key_stands_for_one_decision(store: Store):
    editing = Editing(store)
    pair = ("a:1", "b:1")
    first, again = (editing.judge_pair(Subject.STATEMENT, pair, "different", BY_LEE, request_key="k") for _ in range(2))
    assert first == again
    with pytest.raises(ClashError):
        editing.judge_pair(Subject.STATEMENT, pair, "same", BY_LEE, request_key="k")

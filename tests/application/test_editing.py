"""Changes of the store."""

import pickle

import pytest

from service import errors
from service.application.dependencies import Limits
from service.application.editing import Editing
from service.application.reading import Reading
from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview, Subject
from service.domain.queries import Filters, PageRequest
from service.domain.times import iso_time
from service.errors import ClashError, MissingError
from service.ingestion.submissions import FETCH
from service.readers.places import Deadline
from service.store import Store
from tests.services import NoParser

BY_LEE = ("Lee", None)


def test_an_article_is_removed_once(store: Store):
    editing = Editing(store)
    assert [editing.remove_article("a") for _ in range(2)] == [True, False]


class _Readers:
    """Work is sent as another process would get it."""

    precision = None

    def __init__(self, store: Store) -> None:
        self.reading = Reading(NoParser(), Limits(), FETCH, store)

    def run(self, work):
        return pickle.loads(pickle.dumps(work))(self.reading, deadline=Deadline.after(5))

    def close(self) -> None:
        """Nothing is open."""


def test_what_compares_anew_is_done_by_readers(store: Store):
    editing = Editing(store, _Readers(store))
    judged = editing.judge_pair(Subject.STATEMENT, ("a:1", "b:1"), "different", BY_LEE)
    assert (judged.first, judged.second) == ("a:1", "b:1")
    with pytest.raises(MissingError):
        editing.judge_pair(Subject.STATEMENT, ("a:1", "nothing"), "different", BY_LEE)
    assert [editing.remove_article("a") for _ in range(2)] == [True, False]


@pytest.mark.parametrize("kind", [kind for kind in vars(errors).values() if isinstance(kind, type)])
def test_errors_come_back_from_readers(kind: type[Exception]):
    error = pickle.loads(pickle.dumps(kind("It is so.")))
    assert (type(error), str(error)) == (kind, "It is so.")


def test_two_editors_do_not_undo_each_others_work(store: Store):
    (conflict,) = store.reader.conflicts(Filters(), PageRequest()).items
    editing = Editing(store)
    editing.review_conflict(conflict.id, ConflictReview("Lee", Status.DISMISSED), seen="open")
    with pytest.raises(ClashError, match="it is dismissed now"):
        editing.review_conflict(conflict.id, ConflictReview("Lee", Status.CONFIRMED), seen="open")
    assert editing.review_conflict(conflict.id, ConflictReview("Lee", Status.CONFIRMED)).status is Status.CONFIRMED


def test_a_key_stands_for_one_decision(store: Store):
    editing = Editing(store)
    pair = ("a:1", "b:1")
    first, again = (editing.judge_pair(Subject.STATEMENT, pair, "different", BY_LEE, request_key="k") for _ in range(2))
    assert first == again
    with pytest.raises(ClashError):
        editing.judge_pair(Subject.STATEMENT, pair, "same", BY_LEE, request_key="k")


def test_what_was_decided_is_taken_back(store: Store):
    (conflict,) = store.reader.conflicts(Filters(), PageRequest()).items
    editing = Editing(store)
    (judged,) = editing.review_conflicts([conflict.id], ConflictReview("Lee", Status.DISMISSED), seen={})
    judged_at = iso_time(judged.judgement.judged_at)
    assert editing.undo_review(conflict.id, "Kim", judged_at=judged_at).status is Status.OPEN
    with pytest.raises(ClashError):
        editing.undo_review(conflict.id, "Kim", judged_at=judged_at)
    editing.review_conflict(conflict.id, ConflictReview("Lee", Status.CONFIRMED))
    with pytest.raises(ClashError, match="another time"):
        editing.undo_review(conflict.id, "Kim", judged_at=judged_at)
    with pytest.raises(ClashError, match="it is confirmed now"):
        editing.undo_reviews([conflict.id], "Kim", seen={conflict.id: "dismissed"})
    assert [one.status for one in editing.undo_reviews([conflict.id], "Kim", seen={})] == [Status.OPEN]

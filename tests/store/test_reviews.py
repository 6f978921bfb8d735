"""What editors say of conflicts, taken back, and remembered as articles come and go."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview, Subject
from service.domain.queries import Filters, PageRequest
from service.errors import ClashError, JudgementError, MissingError
from service.store import Store
from service.store.sql.tables import ConflictArticleRow
from tests.linking.reports import report

DRY = "The wells of the valley have been dry since the spring festival."
NOT_DRY = DRY.replace("dry", "not dry")
RAIN = "The rain of the autumn has filled the lakes of the northern valley."
CONFIRMED = ConflictReview("Lee", Status.CONFIRMED, "Heard on the tape.", 0, source="https://tape.example/1")


@pytest.fixture
def filled(store: Store) -> Store:
    """Two conflicts, each of two reports that differ by a word."""
    for article_id, name, words in (
        ("a", "Ana Pérez", DRY),
        ("b", "Ana Pérez", NOT_DRY),
        ("c", "Omar Said", RAIN),
        ("d", "Omar Said", RAIN.replace("has", "has not")),
    ):
        store.articles.save(report(article_id, (name, words)))
    return store


def conflicts(store: Store):
    """By the speaker, Ana's first."""
    found = store.reader.conflicts(Filters(), PageRequest()).items
    return sorted(found, key=lambda conflict: conflict.speakers[0].name)


def rights(store: Store, conflict_id: str) -> dict[str, bool | None]:
    """Which articles are right in a conflict."""
    columns = select(ConflictArticleRow.article_id, ConflictArticleRow.is_right)
    with store.database.reading() as connection:
        return dict(connection.execute(columns.where(ConflictArticleRow.conflict_id == conflict_id)).all())


def test_a_review_says_which_claim_is_right_and_where_that_stands(filled: Store):
    conflict, other = conflicts(filled)
    (judged,) = filled.editing.review_conflicts([conflict.id], CONFIRMED)
    assert filled.reader.conflict(conflict.id) == judged
    judgement = judged.judgement
    assert (judgement.right_claim, judgement.none_is_right, judgement.source) == (0, False, CONFIRMED.source)
    (right,) = conflict.claims[0].article_ids
    assert rights(filled, conflict.id) == {"a": right == "a", "b": right == "b"}
    assert rights(filled, other.id) == {"c": None, "d": None}
    with pytest.raises(JudgementError):
        filled.editing.review_conflicts([conflict.id], replace(CONFIRMED, right_claim=2))


def test_what_was_said_outlasts_other_articles(filled: Store):
    conflict, _ = conflicts(filled)
    filled.editing.review_conflicts([conflict.id], replace(CONFIRMED, assignee="Kim", is_assigned=True))
    filled.articles.save(report("0", ("Ana Pérez", DRY)))
    later, _ = conflicts(filled)
    assert (later.status, later.assignee, later.judgement.right_claim) == (Status.CONFIRMED, "Kim", 0)
    right = set(later.claims[0].article_ids)
    assert rights(filled, later.id) == {article_id: article_id in right for article_id in ("0", "a", "b")}


def test_undoing_lets_the_judgement_before_hold_again(filled: Store):
    conflict, _ = conflicts(filled)
    filled.editing.review_conflicts([conflict.id], ConflictReview("Kim", Status.DISMISSED, "A misprint."))
    filled.editing.review_conflicts([conflict.id], CONFIRMED)
    undone = filled.editing.undo_review(conflict.id, "Eve")
    assert (undone.status, undone.judgement.judged_by, undone.judgement.reason) == ("dismissed", "Kim", "A misprint.")
    assert rights(filled, conflict.id) == {"a": None, "b": None}
    assert filled.editing.undo_review(conflict.id, "Eve").judgement is None
    assert filled.reader.conflict(conflict.id).status is Status.OPEN
    with pytest.raises(ClashError):
        filled.editing.undo_review(conflict.id, "Eve")


def test_the_history_has_what_was_replaced_and_taken_back(filled: Store):
    conflict, _ = conflicts(filled)
    for status in (Status.DISMISSED, Status.CONFIRMED, Status.OPEN):
        filled.editing.review_conflicts([conflict.id], ConflictReview("Kim", status))
    filled.editing.undo_review(conflict.id, "Eve")
    history = filled.reader.judgements_on(conflict.id)
    assert [(one.verdict, one.holds, one.withdrawn_by) for one in history] == [
        ("open", False, "Eve"),
        ("confirmed", True, None),
        ("dismissed", False, None),
    ]
    assert [one.verdict for one in filled.reader.judgements(PageRequest()).items] == ["confirmed"]


def test_several_are_reviewed_or_none(filled: Store):
    one, other = (conflict.id for conflict in conflicts(filled))
    dismissed = ConflictReview("Lee", Status.DISMISSED)
    judged = filled.editing.review_conflicts([other, one], dismissed)
    assert [(each.id, each.status) for each in judged] == [(other, "dismissed"), (one, "dismissed")]
    filled.editing.undo_reviews([one], "Lee")
    with pytest.raises(ClashError):
        filled.editing.review_conflicts([one, other], CONFIRMED, {one: "open", other: "open"})
    with pytest.raises(MissingError):
        filled.editing.review_conflicts([one, "nothing"], CONFIRMED)
    assert [each.status for each in conflicts(filled)] == ["open", "dismissed"]


def test_a_conflict_is_assigned_and_let_go(filled: Store):
    conflict, _ = conflicts(filled)
    (assigned,) = filled.editing.review_conflicts(
        [conflict.id], ConflictReview("Lee", assignee="Kim", is_assigned=True)
    )
    assert (assigned.status, assigned.assignee, assigned.judgement) == (Status.OPEN, "Kim", None)
    filled.articles.save(report("0", ("Ana Pérez", DRY)))
    later, _ = conflicts(filled)
    (freed,) = filled.editing.review_conflicts([later.id], ConflictReview("Lee", is_assigned=True))
    assert freed.assignee is None
    filled.articles.forget("0")
    assert conflicts(filled)[0].assignee is None


def test_an_earlier_id_stands_for_its_successor(filled: Store):
    before, _ = conflicts(filled)
    filled.articles.save(report("0", ("Ana Pérez", DRY.replace("dry", "half dry"))))
    (judged,) = filled.editing.review_conflicts([before.id], ConflictReview("Lee", Status.DISMISSED))
    assert judged.id == conflicts(filled)[0].id != before.id


def test_what_replaces_a_judgement_on_two_speakers_is_no_part_of_a_conflicts_history(filled: Store):
    conflict, _ = conflicts(filled)
    for verdict in ("different", "same"):
        filled.editing.judge_pair(Subject.SPEAKER, ("a:1", "c:1"), verdict, ("Lee", None))
    assert filled.reader.judgements_on(conflict.id) == ()

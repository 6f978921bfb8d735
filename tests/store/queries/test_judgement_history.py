"""Judgements as people read them."""

from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview, Subject
from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.store.queries.asked import ANA, DECISION, DRY, OMAR, report_with, speaker_id, statement_id


def test_judgements_say_what_they_are_about(store: Store):
    store.editing.judge_pair(Subject.STATEMENT, ("a:1", "c:1"), "different", DECISION)
    store.editing.judge_pair(Subject.SPEAKER, ("a:1", "c:1"), "different", DECISION)
    (conflict, *_) = store.desk.conflicts_of_statement(statement_id(store, "a:1"))
    store.editing.review_conflicts([conflict.id], ConflictReview(DECISION[0], Status.DISMISSED, DECISION[1]))
    (statements,) = store.desk.judgements_on_statement(statement_id(store, "c:1"))
    assert {one.statement_id for one in statements.subjects} == {statement_id(store, one) for one in ("a:1", "c:1")}
    (speakers,) = store.desk.judgements_on_speaker(speaker_id(store, "omar"))
    assert {one.text for one in speakers.subjects} == {ANA, OMAR}
    (dismissed,) = store.desk.judgements_on_conflicts([conflict])[conflict.id]
    assert (dismissed.judgement.verdict, dismissed.judgement.judged_by) == ("dismissed", "Lee")
    newest, *_ = store.desk.judgements(PageRequest(limit=1)).items
    assert newest == dismissed
    assert len(store.desk.judgements(PageRequest()).items) == 3


def test_a_judgement_on_a_place_in_an_article_names_its_outlet(store: Store):
    store.articles.save(report_with("d", (ANA, "Nothing of the kind.", ("former mayor", "Lima")), outlet="The Moon"))
    posts = store.reader.conflicts(Filters(kind="affiliation"), PageRequest()).items
    for conflict in posts:
        store.editing.review_conflicts([conflict.id], ConflictReview(DECISION[0], Status.CONFIRMED, DECISION[1]))
    judgements = store.desk.judgements(PageRequest()).items
    assert {one.text for judgement in judgements for one in judgement.subjects} <= {"The Post", "The Star", "The Moon"}
    assert all(judgement.subjects for judgement in judgements)
    assert judgements


def test_what_is_gone_is_left_out(store: Store):
    store.editing.judge_pair(Subject.STATEMENT, ("a:1", "c:1"), "different", DECISION)
    store.articles.forget("c")
    (judgement,) = store.desk.judgements(PageRequest()).items
    assert [one.text for one in judgement.subjects] == [DRY]

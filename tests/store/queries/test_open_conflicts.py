"""Open conflicts are counted for a whole list at once, on both databases."""

from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview
from service.domain.queries import Filters, Listed, PageRequest
from service.store import Store
from tests.store.queries.asked import speaker_id, statement_id


def test_conflicts_are_counted_by_what_they_rest_on(store: Store):
    conflicts = store.reader.conflicts(Filters(), PageRequest()).items
    by_article = {id_: sum(id_ in {one.article_id for one in each.articles} for each in conflicts) for id_ in "ab"}
    assert store.desk.n_open_conflicts(Listed.ARTICLES, ["a", "b", "c", "nothing"]) == by_article
    of_statement = store.desk.conflicts_of_statement(statement_id(store, "a:1"))
    counted = store.desk.n_open_conflicts(Listed.STATEMENTS, [statement_id(store, "a:1"), statement_id(store, "c:1")])
    assert counted == {statement_id(store, "a:1"): len(of_statement)}
    ana = speaker_id(store, "ana")
    assert store.desk.n_open_conflicts(Listed.SPEAKERS, [ana, "nothing"]) == {
        ana: len(store.reader.conflicts(Filters(speaker_id=ana), PageRequest()).items)
    }
    assert store.desk.n_open_conflicts(Listed.SPEAKERS, []) == {}


def test_what_was_judged_is_open_no_more(store: Store):
    for conflict in store.reader.conflicts(Filters(), PageRequest()).items:
        store.editing.review_conflicts([conflict.id], ConflictReview("Lee", Status.CONFIRMED))
    assert store.desk.n_open_conflicts(Listed.ARTICLES, ["a", "b"]) == {}
    assert store.desk.n_open_conflicts(Listed.SPEAKERS, [speaker_id(store, "ana")]) == {}

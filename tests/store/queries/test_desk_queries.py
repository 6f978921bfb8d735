"""What the pages ask of a store, on both databases."""

from service.domain.judgements import Subject
from service.domain.queries import Filters, Listed, Overview, PageRequest
from service.store import Store
from tests.store.queries.asked import ANA, DECISION, report_with, speaker_id, statement_id


def test_the_overview_counts_what_there_is(store: Store):
    n_conflicts = len(store.reader.conflicts(Filters(), PageRequest()).items)
    assert store.desk.overview() == Overview(3, 3, n_conflicts)
    assert n_conflicts > 0


def test_outlets_are_listed_once_each_and_sorted(store: Store):
    store.articles.save(report_with("d", outlet="The Post"))
    assert store.desk.outlets() == ("The Post", "The Star")


def test_headings_and_names_by_ids(store: Store):
    headings = store.desk.summaries(["a", "nothing"])
    assert {key: one.outlet for key, one in headings.items()} == {"a": "The Post"}
    ana = speaker_id(store, "ana")
    assert store.desk.names([ana, "nothing"]) == {ana: ANA}
    assert store.desk.summaries([]) == store.desk.names([]) == {}


def test_what_was_judged_different_is_similar(store: Store):
    store.editing.judge_pair(Subject.STATEMENT, ("a:1", "b:1"), "different", DECISION)
    store.editing.judge_pair(Subject.SPEAKER, ("a:1", "b:1"), "different", DECISION)
    (near,) = store.desk.similar_statements(statement_id(store, "a:1"))
    assert near.id == statement_id(store, "b:1")
    (similar,) = store.desk.similarly_named_speakers(store.reader.quotation("a:1").attribution.speaker_id)
    assert similar.name == "Pérez"
    assert store.desk.similar_statements("nothing") == store.desk.similarly_named_speakers("nothing") == ()


def test_conflicts_of_a_statement(store: Store):
    of_statement = store.desk.conflicts_of_statement(statement_id(store, "a:1"))
    assert of_statement
    assert {one.id for one in of_statement} <= {one.id for one in store.reader.article("a").conflicts}


def test_lists_are_counted(store: Store):
    counted = {of: store.desk.n_found(of, Filters()) for of in Listed}
    assert counted == {"articles": 3, "quotations": 3, "speakers": 2, "statements": 2}
    assert store.desk.n_found(Listed.QUOTATIONS, Filters(outlet="The Post", words="wells")) == 1
    assert store.desk.n_found(Listed.STATEMENTS, Filters(speaker_id=speaker_id(store, "ana"))) == 1
    assert store.desk.n_found(Listed.SPEAKERS, Filters(words="nobody")) == 0


def test_statements_with_most_reports_come_first(store: Store):
    first = store.desk.most_reported(Filters(), PageRequest(1))
    (statement,) = first.items
    assert (statement.id, statement.n_reports) == (statement_id(store, "a:1"), 2)
    assert statement.speaker_ids == (speaker_id(store, "ana"),)
    second = store.desk.most_reported(Filters(), PageRequest(1, first.cursor))
    assert [one.n_reports for one in second.items] == [1]
    assert second.cursor is None


def test_texts_by_ids(store: Store):
    texts = store.desk.texts(["a", "nothing"])
    assert {id_: article.text[:10] for id_, article in texts.items()} == {"a": "“The wells"}

"""Versions of articles as they are stored and reported."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from service.domain.queries import Filters, PageRequest
from service.domain.quotations import ArticleAnalysis
from service.domain.versions import ChangeKind
from service.domain.webhooks import Event
from service.errors import MissingError
from service.store import Store
from service.store.sql.connection import Database
from service.store.sql.webhook_tables import DeliveryRow
from tests.linking.reports import report, titled

ANA = "Ana Pérez"
DRY = "The wells of the valley have been dry since the spring festival."
WET = DRY.replace("dry", "wet")
ALL = (Event.ARTICLE_CHANGED, Event.CONFLICT_CREATED, Event.CONFLICT_CHANGED)


def of_outlet(outlet: str, analysed: ArticleAnalysis) -> ArticleAnalysis:
    """The article, published there."""
    return replace(analysed, article=replace(analysed.article, outlet=outlet))


def events(database: Database) -> list[tuple[str, dict[str, object]]]:
    """All messages, in their order."""
    with database.reading() as connection:
        query = select(DeliveryRow.event, DeliveryRow.content).order_by(DeliveryRow.number)
        return [(event, content) for event, content in connection.execute(query)]


def test_an_earlier_text_is_kept_with_its_quotations(store: Store):
    store.articles.save(report("a", (ANA, DRY, ("mayor", "Lima"))))
    for words in (WET, WET, DRY):
        assert not store.articles.replace(report("a", (ANA, words, ("mayor", "Lima")))).is_new
    newest, second, first = store.versions.listed("a", PageRequest()).items
    assert [newest.number, second.number, first.number] == [3, 2, 1]
    assert [change.kind for change in second.changes] == [ChangeKind.WORDS_CHANGED]
    assert (len(newest.changes), first.changes) == (1, ())
    assert first.article.received_at < second.article.received_at < newest.article.received_at
    for number, words in ((1, DRY), (2, WET), (3, DRY)):
        whole = store.versions.one("a", number)
        (quotation,) = whole.quotations
        assert (quotation.passage.words, quotation.speaker, quotation.affiliations) == (words, ANA, ("mayor of Lima",))
        assert whole.text[quotation.passage.start : quotation.passage.end] == words
    assert (store.reader.article("a").version, store.reader.article("a").received_at) == (
        3,
        newest.article.received_at,
    )


def test_an_article_that_was_never_changed_has_one_version(store: Store):
    assert store.articles.replace(report("a", (ANA, DRY))).is_new
    (only,) = store.versions.listed("a", PageRequest()).items
    assert (only.number, only.changes, store.versions.one("a", 1).text) == (
        1,
        (),
        store.reader.article("a").article.text,
    )
    for article_id, number in (("a", 2), ("b", 1), ("a", 2**70)):
        with pytest.raises(MissingError):
            store.versions.one(article_id, number)
    with pytest.raises(MissingError):
        store.versions.listed("b", PageRequest())


def test_other_metadata_are_no_version(store: Store, database: Database):
    store.articles.save(report("a", (ANA, DRY)))
    store.articles.replace(report("a", (ANA, WET)))
    store.articles.replace(of_outlet("The Post", report("a", (ANA, WET))))
    assert [version.article.outlet for version in store.versions.listed("a", PageRequest()).items] == ["The Post", None]
    assert store.reader.article("a").article.outlet == "The Post"
    assert [one.article_id for one in store.reader.articles(Filters(outlet="The Post"), PageRequest()).items] == ["a"]


def called(title: str | None, analysed: ArticleAnalysis, **more: object) -> ArticleAnalysis:
    """The article, with this headline."""
    return replace(analysed, article=replace(analysed.article, title=title, **more))


def test_another_headline_is_a_version_and_reported(store: Store, database: Database):
    one = report("a", (ANA, DRY))
    store.webhooks.add("https://desk.example/", ALL, "whsec_x")
    store.articles.save(called("Mayor lied on wells?", one))
    store.articles.replace(called("Mayor lied on wells", one))
    newest, first = store.versions.listed("a", PageRequest()).items
    assert (newest.number, newest.article.title, first.article.title) == (
        2,
        *("Mayor lied on wells", "Mayor lied on wells?"),
    )
    (change,) = newest.changes
    assert (change.kind, change.title_before, change.title_after) == (
        *(ChangeKind.TITLE_CHANGED, "Mayor lied on wells?"),
        "Mayor lied on wells",
    )
    ((event, content),) = events(database)
    assert (event, content["article"]["title"]) == ("article.changed", "Mayor lied on wells")
    assert [(change["kind"], change["title_before"]) for change in content["changes"]] == [
        ("title_changed", "Mayor lied on wells?")
    ]
    assert store.reader.article("a").version == 2


def test_a_headline_that_becomes_known_or_is_set_otherwise_is_no_change(store: Store, database: Database):
    store.webhooks.add("https://desk.example/", ALL, "whsec_x")
    one = report("a", (ANA, DRY))
    for title in (None, "Mayor on wells", "Mayor  on wells", None):
        store.articles.replace(called(title, one))
    assert (store.reader.article("a").version, events(database)) == (1, [])


def test_headline_and_words_that_change_together_are_one_version(store: Store, database: Database):
    store.webhooks.add("https://desk.example/", ALL, "whsec_x")
    store.articles.save(called("Wells dry", report("a", (ANA, DRY))))
    store.articles.replace(called("Wells wet", report("a", (ANA, WET))))
    ((_, content),) = events(database)
    assert [change["kind"] for change in content["changes"]] == ["title_changed", "words_changed"]
    assert [step["b"] for step in content["changes"][0]["diff"]] == ["Wells", "wet"]


def test_versions_have_authors_and_language(store: Store):
    one = report("a", (ANA, DRY))
    store.articles.save(called("Wells", one, authors=("Ana Lee",), language="en"))
    store.articles.replace(called("Wells", one, authors=("Ana Lee", "Bo Kim"), language="en"))
    (only,) = store.versions.listed("a", PageRequest()).items
    assert (only.article.authors, store.versions.one("a", 1).article.language) == (("Ana Lee", "Bo Kim"), "en")
    store.articles.replace(called("Wells, again", one, authors=("Bo Kim",), language="en"))
    authors = [version.article.authors for version in store.versions.listed("a", PageRequest()).items]
    assert authors == [("Bo Kim",), ("Ana Lee", "Bo Kim")]
    (summary,) = store.reader.articles(Filters(), PageRequest()).items
    assert (summary.authors, summary.language) == (("Bo Kim",), "en")


def test_only_changed_quotations_are_reported(store: Store, database: Database):
    store.webhooks.add("https://desk.example/", ALL, "whsec_x")
    one = report("a", (ANA, DRY))
    store.articles.save(one)
    longer = replace(one, article=replace(one.article, text=f"{one.article.text}More."))
    store.articles.replace(longer)
    assert (store.reader.article("a").version, events(database)) == (2, [])
    store.articles.replace(report("a", (ANA, WET)))
    ((event, content),) = events(database)
    assert (event, content["number"], content["article"]["id"]) == ("article.changed", 3, "a")
    assert [change["kind"] for change in content["changes"]] == ["words_changed"]


def test_a_conflict_that_stays_is_not_reported_again(store: Store, database: Database):
    store.articles.save(report("a", (ANA, DRY)))
    store.articles.save(report("b", (ANA, WET)))
    (before,) = store.reader.conflicts(Filters(), PageRequest()).items
    store.webhooks.add("https://desk.example/", ALL, "whsec_x")
    one = report("a", (ANA, DRY))
    store.articles.replace(replace(one, article=replace(one.article, text=f"{one.article.text}More.")))
    after = store.reader.conflict(before.id)
    assert (after.found_at, after.changed_at, events(database)) == (before.found_at, before.changed_at, [])
    store.articles.replace(report("a", (ANA, WET)))
    assert store.reader.conflicts(Filters(), PageRequest()).items == ()
    assert [event for event, _ in events(database)] == ["article.changed"]


def test_a_filter_narrows_changed_articles_by_what_they_have(store: Store, database: Database):
    for filters in (Filters(outlet="The Post", kind="speaker"), Filters(outlet="The Star"), Filters(article_id="b")):
        store.webhooks.add("https://desk.example/", ALL, "whsec_x", filter=filters)
    for words in (DRY, WET):
        store.articles.replace(of_outlet("The Post", report("a", (ANA, words))))
    assert [event for event, _ in events(database)] == ["article.changed"]


def test_versions_go_with_their_article(store: Store):
    for words in (DRY, WET):
        store.articles.replace(report("a", (ANA, words)))
    store.articles.forget("a")
    with pytest.raises(MissingError):
        store.versions.listed("a", PageRequest())
    store.articles.save(report("a", (ANA, DRY)))
    assert store.reader.article("a").version == 1


def test_what_is_broken_off_has_not_happened(store: Store, database: Database, monkeypatch):
    store.articles.save(report("a", (ANA, DRY)))
    monkeypatch.setattr("service.store.articles.record_version", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store.articles.replace(report("a", (ANA, WET)))
    assert (store.reader.article("a").version, DRY in store.reader.article("a").article.text) == (1, True)


def test_what_a_title_quotes_is_kept_with_its_place(store: Store):
    store.articles.save(titled(report("a", (ANA, DRY)), ANA, DRY))
    store.articles.replace(titled(report("a", (ANA, DRY)), ANA, WET))
    newest, _ = store.versions.listed("a", PageRequest()).items
    changed = newest.changes[1]
    assert (changed.kind, changed.before.field, changed.after.field) == (ChangeKind.WORDS_CHANGED, "title", "title")
    fields = [one.passage.field for one in store.versions.one("a", 1).quotations]
    assert fields == ["title", "text"]

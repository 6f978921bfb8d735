"""A store of the first revision, as its own version wrote it, brought to this one: all is there, and compared as now.

`first_revision.json` has the rows that the service of revision 0001 stored for five invented articles, with a conflict
confirmed and two statements judged to be the same.
"""

import json
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, create_engine, make_url, text

from service.domain.conflicts import ConflictKind, Status
from service.domain.queries import Filters, PageRequest
from service.linking.analysis import compare
from service.store import Store
from service.store.saved_analyses import reports
from service.store.schema import configuration, newest_revision, upgrade
from service.store.sql.connection import Database
from tests.linking.reports import report
from tests.store.contents import stored

ROWS = json.loads(Path(__file__).with_name("first_revision.json").read_text("utf-8"))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of an empty database, without any tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/quotes.sqlite"
    server = make_url(request.getfixturevalue("postgresql_url")).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS first_revision WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE first_revision"))
    engine.dispose()
    return server.set(drivername="postgresql", database="first_revision").render_as_string(hide_password=False)


def fill(connection: Connection) -> None:
    """Write the rows, and have the next ones numbered after them."""
    for table, rows in ROWS.items():
        names = ", ".join(f'"{name}"' for name in rows[0])
        values = ", ".join(f":{name}" for name in rows[0])
        connection.execute(text(f'INSERT INTO "{table}" ({names}) VALUES ({values})'), rows)
        if connection.dialect.name == "postgresql" and "number" in rows[0]:
            sequence = f"pg_get_serial_sequence('{table}', 'number')"
            connection.execute(text(f"SELECT setval({sequence}, {max(row['number'] for row in rows)})"))


@pytest.fixture
def store(url: str):
    database = Database(url)
    with database.writing() as connection:
        here = configuration()
        here.attributes["connection"] = connection
        command.upgrade(here, "0001")
        fill(connection)
    assert upgrade(database) == newest_revision()
    database.close()
    opened = Store(url)
    yield opened
    opened.close()


def test_all_that_was_stored_is_there(store: Store):
    assert store.is_ready()
    articles = {row["id"]: row for row in ROWS["articles"]}
    for summary in store.reader.articles(Filters(), PageRequest()).items:
        article = store.reader.article(summary.article_id)
        row = articles.pop(summary.article_id)
        assert (article.article.text, article.received_at) == (row["text"], row["received_at"])
        expected = [
            quotation["id"] for quotation in ROWS["quotations"] if quotation["article_id"] == summary.article_id
        ]
        assert sorted(one.attribution.quotation.id for one in article.quotations) == sorted(expected)
        assert article.limits == ()
    assert not articles
    assert store.articles.has(store.reader.article("a").article)


def test_conflicts_are_found_by_words_of_their_claims(store: Store):
    (conflict, *_) = store.reader.conflicts(Filters(kind="wording"), PageRequest()).items
    found = store.reader.conflicts(Filters(words=conflict.claims[0].value), PageRequest()).items
    assert conflict.id in {one.id for one in found}


def test_what_editors_decided_holds(store: Store):
    found = store.reader.conflicts(Filters(), PageRequest()).items
    wordings = [one for one in found if one.kind is ConflictKind.WORDING]
    (confirmed,) = (one for one in found if one.status is Status.CONFIRMED)
    assert confirmed.judgement.reason == "Checked with the office."
    assert any({"d", "e"} == {each for claim in one.claims for each in claim.article_ids} for one in wordings)


def test_it_is_compared_as_now(store: Store, url: str):
    database = Database(url)
    with database.reading() as connection:
        found = tuple(reports(connection))
    decided = store.reader.judgements(PageRequest()).items
    expected = compare(found, tuple(decided))
    assert {one[:2] for one in stored(database).statements} == {
        (one.id, one.quotation_ids) for one in expected.statements
    }
    assert {one.id for one in stored(database).conflicts} == {one.id for one in expected.conflicts}
    assert stored(database).speaker_of == {one.quotation.id: one.speaker_id for one in expected.attributions}
    database.close()


def test_the_store_goes_on(store: Store):
    store.articles.save(report("f", ("Ana Pérez", ROWS["quotations"][0]["text"])))
    assert store.articles.forget("b")
    ids = [one.article_id for one in store.reader.articles(Filters(), PageRequest()).items]
    assert ids == ["f", "e", "d", "c", "a"]

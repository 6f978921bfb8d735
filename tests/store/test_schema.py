"""The schema that the migrations make."""

import json

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, text

from service.domain.archive import StoredConflict
from service.errors import SettingsError, StoreError
from service.linking.statements.comparable import comparable_quotations
from service.store.articles import Repository
from service.store.links.representatives import version_values
from service.store.schema import check_schema, configuration, newest_revision, revision, upgrade
from service.store.sql.connection import Database
from service.store.sql.full_text import lists_words
from service.store.sql.rows.conflicts import conflict_of
from service.store.sql.tables import ConflictRow, DuplicatesRow, Table
from tests.linking.reports import report


def test_the_migrations_make_the_tables(database):
    """Where this fails: a new file in `store/migrations/versions` is due."""
    with database.reading() as connection:
        options = {"compare_type": True, "include_name": lambda name, *_: "_words" not in (name or "")}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Table.metadata) == []


def test_upgrading_twice_changes_nothing(database):
    assert upgrade(database) == upgrade(database)
    check_schema(database)


def test_a_store_of_this_version_needs_no_scripts(database, monkeypatch):
    """Every start and every `/readyz` asks: loading eleven scripts takes most of the time of either."""
    monkeypatch.setattr(ScriptDirectory, "from_config", lambda configuration: pytest.fail("scripts are loaded"))
    assert upgrade(database) == newest_revision()
    check_schema(database)


def test_gists_leave_their_samples(tmp_path):
    """Revision 0005, on a version that was stored before: what follows is what a new one is stored with."""
    (passage,) = comparable_quotations(report("a", ("Ana Pérez", "We wait and wait for rain.")))
    database = Database(f"sqlite:///{tmp_path}/old.sqlite")
    with database.writing() as connection:
        here = configuration()
        here.attributes["connection"] = connection
        command.upgrade(here, "0001")
        values = version_values("w1", passage)
        senses = {"wait": (2, 1.0), "rain": (1, 1.0)}
        signature = [senses, passage.signatures.whole.weight, passage.signatures.whole.small]
        old = {"id": "w1", "sample": json.dumps({**values["sample"], "gists": [signature, signature]})}
        connection.execute(text("INSERT INTO versions (id, sample) VALUES (:id, :sample)"), old)
        command.upgrade(here, "head")
    with database.reading() as connection:
        row = connection.execute(select(DuplicatesRow)).one()
    assert (row.sample, row.whole) == (values["sample"], None)
    database.close()


def test_an_empty_store_says_what_to_do(tmp_path):
    empty = Database(f"sqlite:///{tmp_path}/empty.sqlite")
    with empty.reading() as connection:
        assert revision(connection) is None
    with pytest.raises(StoreError, match=r"The store is empty, .* run `quotes db upgrade`"):
        check_schema(empty)
    empty.close()


@pytest.mark.parametrize("url", ["", "nonsense", "oracle://somewhere", "mysql://somewhere/db"])
def test_urls_of_other_databases_are_refused(url):
    with pytest.raises(SettingsError, match="The store's URL cannot be used"):
        Database(url)


def test_a_store_that_is_not_there_is_told(tmp_path):
    nowhere = Database(f"sqlite:///{tmp_path}/missing/quotes.sqlite")
    with pytest.raises(StoreError, match="The store cannot be reached"):
        upgrade(nowhere)


def test_conflicts_keep_what_they_say_while_they_are_numbered(database: Database):
    """Revision 0019, there and back: SQLite copies the table."""
    repository = Repository(database)
    for article_id, words in (("a", "dry"), ("b", "wet")):
        repository.save(
            report(article_id, ("Ana Pérez", f"The wells of the valley have been {words} since the spring."))
        )
    before = conflicts(database, "wet")
    assert len(before) == 1
    for target in ("0018", "head"):
        with database.writing() as connection:
            here = configuration()
            here.attributes["connection"] = connection
            (command.downgrade if target == "0018" else command.upgrade)(here, target)
            assert connection.scalar(text("SELECT count(*) FROM conflicts")) == 1
    assert conflicts(database, "wet") == before
    assert conflicts(database, "nowhere") == []
    repository.forget("b")
    assert conflicts(database, "wet") == []


def conflicts(database: Database, words: str) -> list[StoredConflict]:
    """Those that are found by these words."""
    with database.reading() as connection:
        query = select(ConflictRow).where(lists_words(connection, words))
        return [conflict_of(row) for row in connection.execute(query)]

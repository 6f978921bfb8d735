"""An archive that is loaded into the store is as if its articles had come one by one, and goes on so."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from service.archive.comparing.comparison import compare_archive
from service.archive.engine import TEXT, frame_of
from service.archive.loading import load_output
from service.errors import StoreError
from service.store.articles import Repository
from service.store.sql.connection import Database
from service.store.sql.tables import DuplicatesRow, Table
from tests.archive.archives import REPORTS, begun, newsroom, real_stories
from tests.linking.reports import report
from tests.store.contents import compared, stored
from tests.store.databases import empty, fixture_database, fixture_empty_store, fixture_stores  # noqa: F401 - fixtures

pytestmark = pytest.mark.slow

# When rows were written, the numbers that they were given, and ids that only the way to the last article has made.
VARYING = {"received_at", "found_at", "changed_at", "number"}
OF_DUPLICATES = {"holders": ("version",), "quotations": ("version",), "links": ("first", "second")}
REDIRECTS = "moved"
LATER = report(
    "z", ("Ana Pérez", "The wells of the valley have been dry since the autumn."), ("Lee", "No water is left.")
)


def url_of(database: Database) -> str:
    return database.engine.url.render_as_string(hide_password=False)


def archive(folder: Path, reports) -> str:
    """A run that is done."""
    steps = begun(folder, reports)
    compare_archive(steps, steps.of("compare/read"))
    steps.table("errors", lambda: frame_of([], {"error": TEXT}))
    return str(folder)


def contents(database: Database):
    """All rows of all tables, duplicates by their ids, without what varies."""
    with database.reading() as connection:
        ids = dict(connection.execute(select(DuplicatesRow.number, DuplicatesRow.id)).all())
        found = {}
        for table in Table.metadata.sorted_tables:
            rows = [dict(row) for row in connection.execute(select(table)).mappings() if table.name != REDIRECTS]
            numbered = OF_DUPLICATES.get(table.name, ())
            for row in rows:
                row.update(zip(numbered, sorted(ids.get(row[name], "") for name in numbered), strict=True))
            found[table.name] = sorted(repr({name: row[name] for name in row if name not in VARYING}) for row in rows)
        return found


# The newsroom is read when it is asked for: not by each parallel worker while it finds its tests.
@pytest.mark.parametrize("told", [tuple, lambda: REPORTS, lambda: newsroom(12)], ids=["none", "reports", "newsroom"])
def test_it_is_as_if_the_articles_had_come_one_by_one(tmp_path, database: Database, told):
    reports = told()
    assert load_output(url_of(database), archive(tmp_path, reports)) == len(reports)
    loaded = contents(database)
    assert stored(database) == compared(list(reports))
    empty(database)
    for each in reports:
        Repository(database).save(each)
    assert loaded == contents(database)


@pytest.mark.model
def test_real_stories_are_loaded_as_if_they_had_come_one_by_one(tmp_path, database: Database):
    reports = real_stories(2)
    load_output(url_of(database), archive(tmp_path, reports))
    assert stored(database) == compared(list(reports))


def test_it_goes_on_as_articles_come_and_go(tmp_path, database: Database):
    load_output(url_of(database), archive(tmp_path, REPORTS))
    repository = Repository(database)
    repository.save(LATER)
    assert stored(database) == compared([*REPORTS, LATER])
    repository.forget(REPORTS[0].article.id)
    assert stored(database) == compared([*REPORTS[1:], LATER])
    repository.save(REPORTS[0])
    assert repository.save(REPORTS[0]).is_new is False
    assert stored(database) == compared([*REPORTS, LATER])


def test_a_store_that_has_articles_is_refused(tmp_path, database: Database):
    Repository(database).save(replace(REPORTS[0]))
    with pytest.raises(StoreError, match="has articles already"):
        load_output(url_of(database), archive(tmp_path, REPORTS))
    assert stored(database) == compared([REPORTS[0]])


def test_a_run_that_is_not_done_is_refused(tmp_path, database: Database):
    begun(tmp_path, REPORTS)
    with pytest.raises(StoreError, match="not done"):
        load_output(url_of(database), str(tmp_path))

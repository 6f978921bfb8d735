"""The schema by its migrations: what `quotes db upgrade` does, and SQLite's file does by itself."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from service.errors import StoreError
from service.store.links.relinking import relink
from service.store.sql.connection import Database

# Since this revision quotations are compared as they are now. Who changes how, adds a revision and names it here.
_COMPARED_SINCE = "0023"
_MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(database: Database) -> str:
    """Bring the schema to the newest revision, which is answered; nothing happens where it is there.

    Statements found by another version's comparison are recomputed.
    """
    with database.writing() as connection:
        before, newest = revision(connection), newest_revision()
        if before == newest:
            return newest
        here = configuration()
        here.attributes["connection"] = connection
        command.upgrade(here, "head")
        if before is not None and before < _COMPARED_SINCE:
            relink(connection)
        return newest


def check_schema(database: Database) -> None:
    """Raises StoreError if the schema is not the newest."""
    with database.reading() as connection:
        found = revision(connection)
    if found != newest_revision():
        state = f"at revision {found}" if found else "empty"
        raise StoreError(f"The store is {state}, not at {newest_revision()}: run `quotes db upgrade`.")


def revision(connection: Connection) -> str | None:
    """The revision of the schema; None if there is none yet."""
    return MigrationContext.configure(connection).get_current_revision()


def configuration() -> Config:
    """Where Alembic finds the migrations."""
    found = Config()
    found.set_main_option("script_location", str(_MIGRATIONS))
    return found


@cache
def newest_revision() -> str:
    """The revision that this version works with; found once, for each look at the scripts loads all of them."""
    newest = ScriptDirectory.from_config(configuration()).get_current_head()
    assert newest is not None, "the package has no migrations"
    return newest

"""One store, open: its articles, its answers, its editors, its jobs, its webhooks."""

import logging

from service.errors import StoreError
from service.store.articles import Repository
from service.store.editing import Editing
from service.store.jobs.jobs import Jobs
from service.store.jobs.leases import Leases
from service.store.queries.api_queries import Reader
from service.store.queries.desk_queries import Desk
from service.store.queries.exports import Exports
from service.store.queries.figures import Figures
from service.store.queries.versions import Versions
from service.store.schema import check_schema, newest_revision, upgrade
from service.store.searches import Searches
from service.store.sql.connection import Database
from service.store.viewings import Viewings
from service.store.webhooks.outbox import Outbox
from service.store.webhooks.registrations import Webhooks

_log = logging.getLogger(__name__)


class Store:
    """A store by its URL: `sqlite:///file`, which creates itself, or `postgresql://…`."""

    def __init__(self, url: str) -> None:
        """Raises SettingsError for a URL of another database, StoreError if SQLite's file cannot be made."""
        self.database = Database(url)
        if self.database.is_sqlite:
            upgrade(self.database)
        self.revision = newest_revision()
        self.articles = Repository(self.database)
        self.reader = Reader(self.database)
        self.desk = Desk(self.database)
        self.editing = Editing(self.database)
        self.viewings = Viewings(self.database)
        self.exports = Exports(self.database)
        self.figures = Figures(self.database)
        self.versions = Versions(self.database)
        self.searches = Searches(self.database)
        self.webhooks = Webhooks(self.database)
        self.outbox = Outbox(self.database)
        self.jobs = Jobs(self.database)
        self.leases = Leases(self.database)

    def is_ready(self) -> bool:
        """Whether it can be reached and written, and has the tables of this version."""
        try:
            check_schema(self.database)
            self.database.check_writable()
        except StoreError as error:
            _log.warning("the store is not ready: %s", error)
            return False
        return True

    def close(self) -> None:
        """Give back all connections."""
        self.database.close()

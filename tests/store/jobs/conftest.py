"""The jobs of an empty store, and the leases of their lines."""

import pytest

from service.store.jobs.jobs import Jobs
from service.store.jobs.leases import Leases
from service.store.sql.connection import Database


@pytest.fixture
def jobs(database: Database) -> Jobs:
    """Its jobs."""
    return Jobs(database)


@pytest.fixture
def leases(database: Database) -> Leases:
    """The lines of its jobs, for those who read them."""
    return Leases(database)

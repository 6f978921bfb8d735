"""A service over a store, and one that takes batches."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.jobs.batches import Batches
from service.store import Store
from tests.services import NoParser, new_store, service_app, store_app
from tests.store.databases import fixture_database, fixture_empty_store, fixture_stores
from tests.web.api.stored import ANA, DRY, NOT_DRY, OMAR, report_with

__all__ = ["fixture_database", "fixture_empty_store", "fixture_stores"]


@pytest.fixture
def store(empty_store: Store) -> Store:
    """An empty store, on each of the two databases."""
    return empty_store


@pytest.fixture
def use_cases(store: Store) -> UseCases:
    """Those of a service with that store."""
    return UseCases(NoParser(), dependencies=Dependencies(store=store))


@pytest.fixture
def store_client(store: Store, settings: Settings) -> FlaskClient:
    """A client of a service with that store."""
    return store_app(settings, store).test_client()


@pytest.fixture
def filled(store: Store) -> Store:
    """Three articles: a changed word, another speaker, and something else."""
    for one in (
        report_with("a", (ANA, DRY, ("mayor", "Lima")), outlet="The Post", published_at="2024-05-01"),
        report_with("b", ("Pérez", NOT_DRY), outlet="The Star", published_at="2024-05-02T10:00:00+02:00"),
        report_with("c", (OMAR, "We wait for rain."), outlet="The Post", published_at="2024-06-01"),
    ):
        store.articles.save(one)
    return store


@pytest.fixture
def batch_store(tmp_path: Path) -> Iterator[Store]:
    """An empty store for batches."""
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def woken() -> list[None]:
    """As many as wakes were sent."""
    return []


@pytest.fixture
def batch_client(batch_store: Store, woken: list[None], settings: Settings) -> FlaskClient:
    """A client of a service that takes batches, with low limits."""
    batches = Batches(batch_store, lambda: woken.append(None), max_lines=4)
    dependencies = Dependencies(store=batch_store, batches=batches)
    settings = replace(settings, max_bytes=200, max_batch_bytes=600)
    return service_app(settings, UseCases(NoParser(), dependencies=dependencies)).test_client()

"""A store with two reports that disagree, and something else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.store import Store
from tests.linking.reports import report
from tests.services import new_store

DRY = "The wells of the valley have been dry since the spring festival."


def _articles(store: Store) -> None:
    store.articles.save(report("a", ("Ana Pérez", DRY)))
    store.articles.save(report("b", ("Ana Pérez", DRY.replace("dry", "not dry"))))
    store.articles.save(report("c", ("Omar Said", "We wait for rain.")))
    store.articles.save(report("d", ("Omar Pérez", "The sea is calm.")))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The store."""
    opened = new_store(tmp_path, holding=_articles)
    yield opened
    opened.close()

"""A line to an article; what becomes of those that fail is tested with the worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.ingestion.submissions import Submission
from service.jobs.batches import Batches
from service.jobs.line_reading import LineReading
from service.store import Store
from tests.services import NoParser, new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


def test_a_line_becomes_an_article_once(store: Store):
    job = Batches(store, lambda: None).take(enumerate([Submission("a", "Nothing.")] * 2, 1))
    found = []
    while (leased := store.leases.lease(60)) is not None:
        found.append(LineReading(store, NoParser()).read(leased))
    assert [analysed.article.id if analysed else None for analysed in found] == ["a", None]
    assert store.jobs.job(job.id).n_done == 2


def test_a_line_whose_lease_is_lost_is_left_to_others(store: Store):
    Batches(store, lambda: None).take(enumerate([Submission("a", "Nothing.")], 1))
    leased = store.leases.lease(60)
    assert leased is not None
    store.leases.hand_back(leased)
    assert LineReading(store, NoParser()).read(leased) is None
    assert store.leases.is_waiting()

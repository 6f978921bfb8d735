"""Accepting batches."""

from pathlib import Path

import pytest

from service.domain.jobs import LineError
from service.domain.queries import PageRequest
from service.errors import ArticleError, ClashError, TooLargeError
from service.ingestion.submissions import Submission
from service.jobs.batches import Batches, payload_of, submission_of
from service.store import Store
from tests.services import new_store

LINES = [(1, Submission("a", "It rains.")), (2, LineError(2, "Not JSON.")), (4, Submission("b", "It snows."))]


@pytest.fixture
def store(tmp_path: Path):
    """An empty store."""
    opened = new_store(tmp_path)
    yield opened
    opened.close()


def test_lines_are_stored_before_readers_are_woken(store: Store):
    waiting = []
    job = Batches(store, lambda: waiting.append(store.leases.is_waiting())).take(LINES)
    assert waiting == [True]
    assert (job.n_lines, job.n_failed, job.n_left) == (3, 1, 2)


@pytest.mark.parametrize(("max_lines", "lines", "error"), [(2, LINES, TooLargeError), (9, [], ArticleError)])
def test_what_is_refused_leaves_nothing(store: Store, max_lines: int, lines: list, error: type[Exception]):
    woken = []
    with pytest.raises(error):
        Batches(store, lambda: woken.append(None), max_lines=max_lines).take(lines)
    assert woken == []
    assert store.jobs.jobs(PageRequest()).items == ()


def test_a_request_that_is_repeated_is_one_job(store: Store):
    batches = Batches(store, lambda: None)
    first, again = (batches.take(LINES, request_key="k", digest=lambda: "d") for _ in range(2))
    assert first == again
    with pytest.raises(ClashError):
        batches.take(LINES, request_key="k", digest=lambda: "other")


def test_a_payload_is_the_submission():
    submission = Submission("ä", url="https://news.example/", published_at="2024-05-01")
    assert submission_of(payload_of(submission)) == submission
    assert "html" not in payload_of(submission)

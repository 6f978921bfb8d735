"""Batches by the client: handed in, waited for, cancelled."""

from collections.abc import Iterator

import pytest

from quotes_client import Article, Client, JobState, LineError, RefusedError
from tests.jobs.served import serving_batches

# Each test has a server of its own in a thread.
pytestmark = pytest.mark.slow

ARTICLES = [Article(f"It is day {day}.", id=f"day/{day}", outlet="Post") for day in range(30)]


@pytest.fixture
def client(settings) -> Iterator[Client]:
    """A client of a service that reads batches."""
    with serving_batches(settings) as url, Client(url) as opened:
        yield opened


@pytest.fixture
def idle_client(settings) -> Iterator[Client]:
    """A client of a service where nobody reads them."""
    with serving_batches(settings, is_read=False) as url, Client(url) as opened:
        yield opened


def test_a_batch_is_handed_in_and_waited_for(client: Client):
    told = []
    job = client.submit_batch(article for article in [*ARTICLES, Article(" ", id="empty")])
    job = client.wait_for_job(job.id, seconds=30, on_progress=told.append)
    assert (job.state, job.total, job.done, job.failed, job.left) == (JobState.FINISHED, 31, 30, 1, 0)
    assert told[-1] == job == client.job(job.id)
    assert job.finished_at is not None
    error = LineError(31, "empty", "/text", "The article 'empty' has no text.")
    assert list(client.job_errors(job.id)) == [error]
    assert client.article("day/7").text == "It is day 7."


def test_a_request_key_stands_for_one_job(client: Client):
    first, again = (client.submit_batch(ARTICLES, request_key="k") for _ in range(2))
    assert first.id == again.id
    with pytest.raises(RefusedError, match="409"):
        client.submit_batch(ARTICLES[1:], request_key="k")
    assert client.submit_batch(ARTICLES).id != first.id
    assert len(list(client.jobs())) == 2


def test_an_empty_batch_is_refused(client: Client):
    with pytest.raises(RefusedError, match="The batch has no articles"):
        client.submit_batch([])


def test_waiting_has_an_end(idle_client: Client):
    job = idle_client.submit_batch(ARTICLES)
    assert idle_client.wait_for_job(job.id, seconds=0.3) == job


def test_a_job_is_cancelled(idle_client: Client):
    job = idle_client.submit_batch(ARTICLES)
    cancelled = idle_client.cancel_job(job.id)
    assert (cancelled.state, cancelled.left) == (JobState.CANCELLED, 30)
    assert idle_client.wait_for_job(job.id) == cancelled


def test_all_of_it_is_sent_again_where_the_connection_breaks():
    """See `test_http.py` for what is tried again; here, that it is the whole body."""
    from tests.client.test_http import _Server
    from tests.outbound.servers import serving

    running = {"id": "j1", "state": "running", "total": 30, "done": 0, "failed": 0, "left": 30}
    running |= {"created_at": "2024-05-01T00:00:00+00:00", "finished_at": None}
    server = _Server((0, None, {}), (503, {}, {}), (202, running, {}))
    with serving(server) as port, Client(f"http://127.0.0.1:{port}") as client:
        assert client.submit_batch(ARTICLES).left == 30
    bodies = {body for _, _, body in server.asked}
    keys = {headers["Idempotency-Key"] for _, headers, _ in server.asked}
    assert (len(server.asked), len(bodies), len(keys)) == (3, 1, 1)
    assert bodies.pop().count(b"\n") == 30

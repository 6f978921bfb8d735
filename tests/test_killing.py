"""What was answered with 2xx is kept, once, however often gunicorn and the consumer are killed at their work.

The processes are real, and their parser is fast: see `fake_service.py`. Where they are killed is chance, whose seed is
printed; QUOTES_TEST_SEED repeats it.
"""

import json
import multiprocessing
import os
import random
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
import requests
from sqlalchemy import create_engine, make_url, text

from service.config.settings import Settings
from service.domain.jobs import JobState
from service.domain.queries import PageRequest
from service.jobs.batches import Batches
from service.jobs.queue import Queue
from service.store import Store
from service.store.saved_analyses import reports
from service.store.schema import upgrade
from service.store.sql.connection import Database
from service.web.schemas import submission_of_line
from tests import fake_service
from tests.rounds import rounds
from tests.serving import free_port
from tests.store.contents import compared, stored

pytestmark = [pytest.mark.http, pytest.mark.no_cover]

N_KILLS = rounds(4, 10)
N_LINES = 10
SECONDS = 60


@pytest.fixture(scope="module")
def processes():
    """Processes that begin with everything loaded, so that they are at work, and killed, in no time."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "tests.fake_service"])
    return context


@pytest.fixture
def chance() -> random.Random:
    seed = int(os.environ.get("QUOTES_TEST_SEED", random.randrange(10**6)))
    print(f"QUOTES_TEST_SEED={seed}")
    return random.Random(seed)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path: Path) -> str:
    """Of an empty store."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/quotes.sqlite"
    server = make_url(request.getfixturevalue("postgresql_url")).set(drivername="postgresql+psycopg")
    name = f"kills_{request.node.originalname}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    found = server.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    database = Database(found)
    upgrade(database)
    database.close()
    return found


@contextmanager
def _running(processes, program: Callable[..., None], *arguments: object) -> Iterator[None]:
    """A process, and its end: killed outright, with all that it has started."""
    process = processes.Process(target=program, args=arguments)
    process.start()
    try:
        yield
        assert process.is_alive()
    finally:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            # So young that it leads no group yet, and has started nothing.
            process.kill()
        process.join()
        process.close()


def _wait_until(is_so: Callable[[], bool], log: Path) -> None:
    deadline = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < deadline, log.read_text()[-5_000:]
        time.sleep(0.01)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _post(port: int, sender: int, kept: list[str], is_over: Event) -> None:
    """One article after the other, to whoever listens there; those of one sender have names of their own.

    Who is killed between a connection and its answer answers nothing: the article is sent again.
    """
    number = 0
    while not is_over.is_set():
        article = fake_service.article(f"sent-{sender}-{number}", number)
        try:
            answer = requests.post(f"http://127.0.0.1:{port}/v1/articles", json=article, timeout=SECONDS / 6)
        except requests.RequestException:
            time.sleep(0.01)
            continue
        if answer.ok:
            kept.append(article["id"])
            number += 1


def _hand_in(batches: Batches, nth: int) -> str:
    """The id of a job with new articles."""
    lines = [json.dumps(fake_service.article(f"line-{nth}-{number}", number)) for number in range(N_LINES)]
    return batches.take((n, submission_of_line(n, line.encode())) for n, line in enumerate(lines, 1)).id


def test_gunicorn_is_killed_while_articles_come(processes, chance, url, tmp_path: Path):
    kept: list[str] = []
    port, is_over = free_port(), Event()
    senders = [Thread(target=_post, args=(port, sender, kept, is_over)) for sender in range(2)]
    for sender in senders:
        sender.start()
    try:
        for _ in range(N_KILLS):
            before = len(kept)
            # The workers of a gunicorn that was killed may end a moment after it, and listen until then.
            _wait_until(lambda: _is_free(port), tmp_path / "log")
            with _running(processes, fake_service.serve, tmp_path, url, port):
                _wait_until(lambda before=before: len(kept) > before, tmp_path / "log")
                time.sleep(chance.random() / 5)
    finally:
        is_over.set()
        for sender in senders:
            sender.join()
    assert len(kept) >= N_KILLS
    _check(url, kept)


def test_the_consumer_is_killed_while_it_reads(processes, chance, url, tmp_path: Path):
    settings = Settings(database_url=url)
    store = Store(settings.database_url)
    queue = Queue(settings.queue)
    batches = Batches(store, queue.wake)
    jobs = []
    for nth in range(N_KILLS):
        jobs.append(_hand_in(batches, nth))
        before = _n_left(store)
        with _running(processes, fake_service.work, tmp_path, url):
            _wait_until(lambda before=before: _n_left(store) < before, tmp_path / "log")
            time.sleep(chance.random() / 5)
    assert _n_left(store) > 0, "the consumers were killed at their work"
    with _running(processes, fake_service.work, tmp_path, url):
        _wait_until(lambda: _n_left(store) == 0, tmp_path / "log")
    ended = [store.jobs.job(job_id) for job_id in jobs]
    assert [error for job in ended for error in store.jobs.errors(job.id, PageRequest()).items] == []
    assert {(job.state, job.n_done) for job in ended} == {(JobState.FINISHED, N_LINES)}
    store.close()
    queue.close()
    _check(url, [f"line-{nth}-{number}" for nth in range(N_KILLS) for number in range(N_LINES)])


def _n_left(store: Store) -> int:
    depth = store.leases.depth()
    return depth.waiting + depth.leased


def _check(url: str, kept: list[str]) -> None:
    """All are there once, and what follows from them is what one comparison over all of them gives."""
    database = Database(url)
    with database.reading() as connection:
        found = list(reports(connection))
    ids = [report.article.id for report in found]
    assert len(ids) == len(set(ids))
    assert set(kept) <= set(ids)
    assert stored(database) == compared(found)
    assert stored(database).conflicts
    database.close()

"""The queue: messages that wake, over processes, on SQLite and PostgreSQL."""

import sqlite3
from pathlib import Path

import pytest

from service.errors import SettingsError, StoreError
from service.jobs.queue import Queue


def dequeued(queue):
    """Do what the next message asks for; whether there was one."""
    task = queue.huey.dequeue()
    if task is not None:
        queue.huey.execute(task)
    return task is not None


@pytest.fixture(params=["memory:", "sqlite"])
def url(request, tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/queue.sqlite" if request.param == "sqlite" else request.param


def test_a_message_makes_a_consumer_read(url):
    read = []
    queue = Queue(url, read_line=lambda wake_next: read.append(wake_next))
    assert queue.is_ready()
    queue.wake()
    assert read == []
    assert dequeued(queue)
    assert not dequeued(queue)
    (wake_next,) = read
    wake_next()
    assert dequeued(queue)


def test_another_process_is_woken(tmp_path: Path):
    url, read = f"sqlite:///{tmp_path}/queue.sqlite", []
    Queue(url).wake()
    assert dequeued(Queue(url, read_line=lambda _: read.append(None)))
    assert len(read) == 1


def test_a_message_is_no_pickle(tmp_path: Path):
    """Who can write to the queue can wake a consumer, and nothing else."""
    Queue(f"sqlite:///{tmp_path}/queue.sqlite").wake()
    with sqlite3.connect(tmp_path / "queue.sqlite") as connection:
        assert connection.execute("SELECT data FROM task").fetchall() == [(b"service.jobs.queue.read_line",)]
    connection.close()


def test_nobody_is_woken_where_a_message_waits():
    queue = Queue("memory:", tend=lambda wake: wake())
    (tend,) = queue.huey.read_periodic(None)
    queue.huey.execute(tend)
    queue.huey.execute(tend)
    assert queue.huey.pending_count() == 1


def test_a_queue_that_is_not_there_is_told(tmp_path: Path, caplog):
    queue = Queue(f"sqlite:///{tmp_path}/missing/queue.sqlite")
    assert not queue.is_ready()
    queue.wake()
    assert "no consumer can be woken" in caplog.text
    with pytest.raises(StoreError, match="The queue cannot be reached"):
        queue.consume(n_at_once=1)


def test_postgresql_that_is_not_there_is_told(tmp_path: Path):
    assert not Queue(f"postgresql://nobody@/none?host={tmp_path}").is_ready()


@pytest.mark.parametrize("url", ["", "nonsense", "amqp://somewhere"])
def test_other_queues_are_refused(url):
    with pytest.raises(SettingsError, match="The queue's URL cannot be used"):
        Queue(url)

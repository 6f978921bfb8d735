"""The queue in the store's own database, or beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from service.config.settings import Settings
from service.jobs.queue import Queue
from service.store.sql.connection import Database

_TABLES = "huey_kv, huey_schedule, huey_task, huey_counter"


@pytest.fixture
def url(database: Database) -> Iterator[str]:
    """Where the settings have it."""
    found = Settings(database_url=database.engine.url.render_as_string(hide_password=False)).queue
    yield found
    if database.is_sqlite:
        Path(found.removeprefix("sqlite:///")).unlink()
    else:
        with database.writing() as connection:
            connection.execute(text(f"DROP TABLE {_TABLES}"))


def test_a_message_wakes_a_consumer_elsewhere_once(url: str):
    read = []
    waking, reading = Queue(url), Queue(url, read_line=lambda _: read.append(None))
    assert waking.is_ready()
    for _ in range(2):
        waking.wake()
    for _ in range(2):
        reading.huey.execute(reading.huey.dequeue())
    assert reading.huey.dequeue() is None
    assert len(read) == 2
    for queue in (waking, reading):
        queue.huey.storage.close()

"""What was answered with 2xx is kept, whatever happens to the service: killed outright while it works."""

import json
import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import requests
from sqlalchemy import select

from service.store.saved_analyses import reports
from service.store.sql.connection import Database
from service.store.sql.editing_tables import ArticleVersionRow
from tests.rounds import rounds
from tests.serving import Served, start, wait_until
from tests.store.contents import compared, stored

pytestmark = pytest.mark.http

N_KILLS = rounds(1, 2)
NAMES = ["Ana Ruiz", "Omar Said", "Eva Lund", "Ruiz"]
WORDS = [
    "We will close the bridge before May",
    "We will not close the bridge before May",
    "The ferry goes on until May",
]


def _article(number: int) -> dict[str, str]:
    said = f"“{WORDS[number % 3]},” said {NAMES[number % 4]}, the director of the Port Office."
    return {"id": f"n{number}", "text": f"{said}\n\nIt was the meeting number {number} of the board.", "outlet": "Post"}


@contextmanager
def _service(folder: Path) -> Iterator[Served]:
    """A service with its store in the folder, and its end: killed with all its processes."""
    served = start(folder / "log", {})
    try:
        wait_until(served, "/readyz")
        yield served
    finally:
        os.killpg(served.process.pid, signal.SIGKILL)
        served.process.wait()


def _corrected(number: int) -> dict[str, str]:
    """The same article, with a silent correction."""
    article = _article(number)
    return {**article, "text": article["text"].replace("May", "June")}


def _send(served: Served, numbers: Iterator[int], kept: list[str], corrected: list[str]) -> None:
    """One article after the other, each second one with its correction, until nobody answers."""
    try:
        for number in numbers:
            answer = served.ask("POST", "/v1/articles", json.dumps(_article(number)).encode())
            if answer.ok:
                kept.append(answer.json()["id"])
            if number % 2:
                path = f"/v1/articles/n{number}"
                if served.ask("PUT", path, json.dumps(_corrected(number)).encode()).ok:
                    corrected.append(f"n{number}")
    # No connection, or an answer that breaks off.
    except requests.RequestException:
        return


def test_killed_at_any_moment_it_loses_nothing(tmp_path: Path):
    kept: list[str] = []
    corrected: list[str] = []
    numbers = iter(range(10_000))
    for seed in range(N_KILLS):
        with _service(tmp_path) as served:
            before = len(kept)
            sender = Thread(target=_send, args=(served, numbers, kept, corrected))
            sender.start()
            while len(kept) < before + 3:
                time.sleep(0.01)
            time.sleep(random.Random(seed).random())
        sender.join()
    database = Database(f"sqlite:///{tmp_path}/quotes.sqlite")
    with database.reading() as connection:
        found = list(reports(connection))
    ids = [report.article.id for report in found]
    assert len(ids) == len(set(ids))
    assert set(kept) <= set(ids)
    assert len(ids) <= len(kept) + N_KILLS, "one that was kept, but whose answer was cut off, each time"
    assert stored(database) == compared(found)
    assert stored(database).conflicts
    _check_versions(database, {report.article.id: report.article.text for report in found}, corrected)
    database.close()


def _check_versions(database: Database, texts: dict[str, str], corrected: list[str]) -> None:
    """An article is either as it came first, or corrected, with both versions."""
    with database.reading() as connection:
        columns = ArticleVersionRow.article_id, ArticleVersionRow.number, ArticleVersionRow.text
        versions = {(article_id, number): text for article_id, number, text in connection.execute(select(*columns))}
    assert corrected
    assert set(corrected) <= {article_id for article_id, _ in versions}
    for article_id, text in texts.items():
        first, second = (versions.get((article_id, number)) for number in (1, 2))
        assert (first, second) == ((text.replace("June", "May"), text) if "June" in text else (None, None))

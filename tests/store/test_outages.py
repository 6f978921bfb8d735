"""Disks that are full and servers that stop, in earnest and while articles come: nothing acknowledged is lost."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest
from flask import Flask

from service import create_app
from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.store import Store
from service.store.saved_analyses import reports
from service.store.schema import upgrade
from service.store.sql.connection import Database
from tests.fake_service import SaidParser, article
from tests.store.contents import compared, stored
from tests.store.postgresql import programs, started

pytestmark = pytest.mark.slow

SECONDS = 60


class Sender:
    """Articles one after the other, each until it is answered 2xx; what else was answered meanwhile."""

    def __init__(self, app: Flask, name: str) -> None:
        self.kept: list[str] = []
        self.refused: list[int] = []
        self._client, self._name, self._is_over = app.test_client(), name, Event()
        self._thread = Thread(target=self._send)

    def __enter__(self) -> "Sender":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _send(self) -> None:
        while not self._is_over.is_set():
            sent = article(f"{self._name}-{len(self.kept)}", len(self.kept))
            answer = self._client.post("/v1/articles", json=sent)
            if answer.status_code in (200, 201):
                self.kept.append(sent["id"])
            else:
                assert "Retry-After" in answer.headers, answer.text
                self.refused.append(answer.status_code)
                time.sleep(0.02)

    def go_on(self, n_more: int = 3) -> None:
        """Return when this many more are kept."""
        before = len(self.kept)
        wait_until(lambda: len(self.kept) >= before + n_more)

    def is_refused(self, n_more: int = 3) -> None:
        """Return when this many more are not."""
        before = len(self.refused)
        wait_until(lambda: len(self.refused) >= before + n_more)


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def app_of(store: Store, settings: Settings) -> Flask:
    dependencies = Dependencies(store=store, parts={"store": store.is_ready})
    return create_app(settings, use_cases=UseCases(SaidParser(), dependencies=dependencies))


def ready(app: Flask) -> int:
    return app.test_client().get("/readyz").status_code


def assert_all_are_there(url: str, kept: list[str]) -> None:
    """Once, and with all that follows from them."""
    database = Database(url)
    with database.reading() as connection:
        found = list(reports(connection))
    ids = [one.article.id for one in found]
    assert set(kept) <= set(ids)
    assert len(set(ids)) == len(ids) <= len(kept) + 1
    assert stored(database) == compared(found)
    database.close()


def test_postgresql_stops_and_starts_while_articles_come(settings: Settings, caplog: pytest.LogCaptureFixture):
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed here: on Debian, `apt-get install postgresql`")
    with started(folder) as server:
        database = Database(server.url)
        upgrade(database)
        database.close()
        store = Store(server.url)
        app = app_of(store, settings)
        with Sender(app, "a") as sender:
            for _ in range(2):
                sender.go_on()
                server.stop()
                sender.is_refused()
                assert (ready(app), set(sender.refused)) == (503, {503})
                server.start()
                sender.go_on()
                assert ready(app) == 200
        store.close()
        assert_all_are_there(server.url, sender.kept)
    assert "Traceback" not in caplog.text


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """A disk of this size at the folder; skips where none can be mounted."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only the administrator can mount a small disk, and not in every container")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(path: Path) -> None:
    """Write to the file until the disk takes no more."""
    for size in (1_048_576, 4096):
        with suppress(OSError), path.open("ab", buffering=0) as file:
            while True:
                file.write(b"x" * size)


def test_a_disk_runs_full_and_has_room_again(tmp_path: Path, settings: Settings, caplog: pytest.LogCaptureFixture):
    with small_disk(tmp_path, 96):
        url = f"sqlite:///{tmp_path}/quotes.sqlite"
        store = Store(url)
        app = app_of(store, settings)
        with Sender(app, "a") as sender:
            sender.go_on()
            ballast = tmp_path / "ballast"
            fill(ballast)
            sender.is_refused()
            assert (ready(app), set(sender.refused)) == (503, {503})
            assert app.test_client().get("/v1/articles/a-0").status_code == 200
            ballast.unlink()
            sender.go_on()
            assert ready(app) == 200
        store.close()
        assert_all_are_there(url, sender.kept)
    assert "Traceback" not in caplog.text


def test_two_instances_write_one_file(tmp_path: Path, settings: Settings):
    """Two services that were given the same file by mistake, or on purpose."""
    url = f"sqlite:///{tmp_path}/quotes.sqlite"
    stores = Store(url), Store(url)
    apps = [app_of(store, settings) for store in stores]
    with Sender(apps[0], "a") as one, Sender(apps[1], "b") as other:
        one.go_on(10)
        other.go_on(10)
        assert [ready(app) for app in apps] == [200, 200]
    for store in stores:
        store.close()
    assert_all_are_there(url, one.kept + other.kept)
    assert not one.refused + other.refused

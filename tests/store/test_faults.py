"""What befalls a store in a file: nothing answered is lost, what cannot be written is refused, and it passes."""

import json
import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from service import create_app
from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.store import Store
from service.store.backups import back_up


class _NoParser:
    def parse(self, text, paragraphs):
        return ()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quotes.sqlite"


@pytest.fixture
def store(file: Path):
    opened = Store(f"sqlite:///{file}")
    yield opened
    opened.close()


@pytest.fixture
def client(store: Store, settings: Settings) -> FlaskClient:
    dependencies = Dependencies(store=store, parts={"store": store.is_ready})
    return create_app(settings, use_cases=UseCases(_NoParser(), dependencies=dependencies)).test_client()


def submit(client: FlaskClient, article_id: str, words: str = "Nothing."):
    body = json.dumps({"id": article_id, "text": words})
    return client.post("/v1/articles", data=body, content_type="application/json")


def assert_refused(answer) -> None:
    assert (answer.status_code, answer.json["type"]) == (503, "urn:quotes:problem:store")
    assert int(answer.headers["Retry-After"]) > 0


def ready(client: FlaskClient) -> int:
    return client.get("/readyz").status_code


def test_a_file_that_was_removed_takes_nothing_more(client, file):
    assert (submit(client, "a").status_code, ready(client)) == (201, 200)
    file.rename(file.with_suffix(".gone"))
    for _ in range(2):
        assert_refused(submit(client, "b"))
        assert ready(client) == 503
    file.with_suffix(".gone").rename(file)
    assert (ready(client), submit(client, "b").status_code) == (200, 201)
    assert client.get("/v1/articles/a").status_code == 200


def test_a_backup_that_is_restored_is_used_at_once(client, store, file):
    submit(client, "a")
    with store.database.writing() as connection:
        connection.execute(text("SELECT 1"))
    store.close()
    shutil.copy(file, file.with_suffix(".backup"))
    submit(client, "b")
    store.close()
    file.with_suffix(".backup").rename(file)
    assert [one["id"] for one in client.get("/v1/articles").json["articles"]] == ["a"]
    assert submit(client, "c").status_code == 201
    assert ready(client) == 200


def test_a_full_disk_refuses_and_loses_nothing(client, store, monkeypatch):
    submit(client, "a")
    with store.database.writing() as connection:
        n_pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count = {n_pages}"))
    assert_refused(submit(client, "b", "Nothing at all. " * 5000))
    assert client.get("/v1/articles/b").status_code == 404
    monkeypatch.setattr(os, "statvfs", lambda folder: SimpleNamespace(f_bavail=0, f_frsize=1))
    assert ready(client) == 503
    monkeypatch.undo()
    with store.database.writing() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
    assert (ready(client), submit(client, "b", "Nothing at all. " * 5000).status_code) == (200, 201)


def test_a_file_that_is_read_only_refuses(client, store, file, monkeypatch):
    submit(client, "a")
    with store.database.writing() as connection:
        connection.execute(text("PRAGMA query_only = ON"))
    assert_refused(submit(client, "b"))
    # By its rights: for the administrator, who may write everything, tests cannot take them away.
    monkeypatch.setattr(os, "access", lambda path, mode: path != file)
    assert ready(client) == 503
    assert client.get("/v1/articles/a").status_code == 200


def test_a_file_of_junk_is_refused_without_a_traceback(client, store, file, caplog):
    submit(client, "a")
    store.close()
    whole = file.read_bytes()
    file.write_bytes(b"junk" * (len(whole) // 4))
    assert_refused(submit(client, "b"))
    assert_refused(client.get("/v1/articles"))
    assert ready(client) == 503
    assert "Traceback" not in caplog.text
    file.write_bytes(whole)
    assert (ready(client), submit(client, "b").status_code) == (200, 201)


def test_a_log_of_junk_is_refused_until_a_backup_is_restored(client, store, file, caplog):
    assert [submit(client, name).status_code for name in ("a", "b")] == [201, 201]
    back_up(f"sqlite:///{file}", file.with_suffix(".backup"))
    log = file.with_name(f"{file.name}-wal")
    with log.open("r+b") as opened:
        opened.write(b"junk" * (log.stat().st_size // 4))
    for _ in range(2):
        assert_refused(submit(client, "c"))
        assert_refused(client.get("/v1/articles"))
        assert ready(client) == 503
    assert "Traceback" not in caplog.text
    store.close()
    for path in file.parent.glob(f"{file.name}*"):
        path.unlink()
    file.with_suffix(".backup").rename(file)
    assert (ready(client), submit(client, "c").status_code) == (200, 201)
    assert [one["id"] for one in client.get("/v1/articles").json["articles"]] == ["c", "b", "a"]

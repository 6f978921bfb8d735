"""What befalls a store in a file: nothing answered is lost, what cannot be written is refused, and it passes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from service import create_app
from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.errors import StoreError
from service.store import Store
from service.store.backups import back_up


class _NoParser:
    def parse(self, text, paragraphs):
        return ()


OTHER_PROCESS = """
import sys
from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.errors import StoreError
from service.store import Store
from tests.store.test_faults import _NoParser, ids_in

store = Store(sys.argv[1])
for line in sys.stdin:
    what, *name = line.split()
    try:
        if what == "keep":
            store.articles.save(read_article(Article(name[0], "Nothing."), _NoParser()))
        print("kept" if what == "keep" else " ".join(ids_in(store)), flush=True)
    except StoreError as error:
        print("refused", error, flush=True)
"""


def ids_in(store: Store) -> list[str]:
    with store.database.reading() as connection:
        return [*connection.scalars(text("SELECT id FROM articles ORDER BY id"))]


@contextmanager
def other_process(file: Path) -> Iterator[Callable[[str], str]]:
    """Another service on the file, which keeps articles and lists them."""
    command = [sys.executable, "-c", OTHER_PROCESS, f"sqlite:///{file}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as process:

        def ask(what: str) -> str:
            print(what, file=process.stdin, flush=True)
            return process.stdout.readline().strip()

        yield ask
        process.stdin.close()
        assert process.wait(60) == 0


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


def log_files(file: Path) -> list[Path]:
    return [file.with_name(file.name + ending) for ending in ("-wal", "-shm")]


def articles_in(folder: Path, file: Path) -> list[str]:
    """What the file alone holds, as after a machine that lost its power."""
    shutil.copy(file, folder / "copy.sqlite")
    copy = Store(f"sqlite:///{folder / 'copy.sqlite'}")
    ids = ids_in(copy)
    copy.close()
    return ids


@pytest.mark.parametrize("n_removed", [1, 2])
def test_a_log_that_was_removed_is_carried_over_and_made_anew(client, file, caplog, tmp_path_factory, n_removed):
    for name in ("a", "b"):
        submit(client, name)
    for path in log_files(file)[:n_removed]:
        path.unlink()
    assert_refused(submit(client, "c"))
    assert articles_in(tmp_path_factory.mktemp("copy"), file) == ["a", "b"]
    assert (ready(client), submit(client, "c").status_code) == (200, 201)
    assert all(path.exists() for path in log_files(file))
    assert [one["id"] for one in client.get("/v1/articles").json["articles"]] == ["c", "b", "a"]
    assert len([one for one in caplog.messages if "log of the store's file" in one]) == 1
    assert "Traceback" not in caplog.text


class _NoReaders:
    """Nobody may be asked: a reader that has opened nothing so far would begin a second log."""

    precision = None

    def run(self, work):
        raise AssertionError("a reader was asked")

    def close(self) -> None:
        """Nothing is open."""


def test_no_reader_is_asked_to_write_beside_a_log_that_was_removed(client, store, settings, file):
    submit(client, "a")
    dependencies = Dependencies(store=store, readers=_NoReaders())
    served = create_app(settings, use_cases=UseCases(dependencies=dependencies)).test_client()
    for send in (
        lambda: submit(served, "b"),
        lambda: served.put("/v1/articles/a", json={"text": "Nothing at all."}),
        lambda: served.delete("/v1/articles/a"),
    ):
        for path in log_files(file):
            path.unlink()
        assert_refused(send())
        assert ids_in(store) == ["a"]


def test_readiness_notices_a_log_that_was_removed(client, file, tmp_path_factory):
    submit(client, "a")
    log_files(file)[0].unlink()
    assert [ready(client), ready(client)] == [503, 200]
    assert articles_in(tmp_path_factory.mktemp("copy"), file) == ["a"]


def test_what_is_committed_while_the_log_is_removed_is_kept(client, store, file, tmp_path_factory):
    submit(client, "a")
    with store.database.writing() as connection:
        connection.execute(text("UPDATE articles SET title = 'new'"))
        log_files(file)[0].unlink()
    assert articles_in(tmp_path_factory.mktemp("copy"), file) == ["a"]
    assert client.get("/v1/articles/a").json["title"] == "new"


def test_what_is_committed_to_a_file_that_is_gone_is_refused(client, store, file):
    submit(client, "a")
    writing = store.database.writing()
    writing.__enter__().execute(text("UPDATE articles SET title = 'new'"))
    file.rename(file.with_suffix(".gone"))
    with pytest.raises(StoreError, match="is gone"):
        writing.__exit__(None, None, None)


def test_what_is_committed_to_a_file_that_was_replaced_is_refused(client, store, file):
    submit(client, "a")
    back_up(f"sqlite:///{file}", file.with_suffix(".backup"))
    writing = store.database.writing()
    writing.__enter__().execute(text("UPDATE articles SET title = 'new'"))
    for path in (file, *log_files(file)):
        path.unlink()
    file.with_suffix(".backup").rename(file)
    with pytest.raises(StoreError, match="replaced"):
        writing.__exit__(None, None, None)
    assert client.get("/v1/articles/a").json["title"] is None


@pytest.mark.slow
@pytest.mark.parametrize("n_removed", [1, 2])
def test_two_processes_go_on_with_one_new_log(client, file, tmp_path_factory, n_removed):
    """Whoever notices first; what the other has open is of no use any more."""
    submit(client, "a")
    with other_process(file) as ask:
        assert ask("keep b") == "kept"
        for path in log_files(file)[:n_removed]:
            path.unlink()
        assert_refused(submit(client, "c"))
        assert submit(client, "c").status_code == 201
        assert ask("keep d").startswith("refused")
        assert [ask("keep d"), ask("keep e")] == ["kept", "kept"]
        assert submit(client, "f").status_code == 201
        assert ask("list") == "a b c d e f"
    assert [one["id"] for one in client.get("/v1/articles").json["articles"]] == list("fedcba")
    assert ready(client) == 200


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

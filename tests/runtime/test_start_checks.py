"""What ends a start in one line that says why."""

import errno
import os
import socket
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.errors import SettingsError
from service.runtime.start_checks import check_folders, check_ports, check_reach, user

_, KEY = new_key("desk", [Scope.READ])


def _with_store(folder: Path) -> Settings:
    return replace(Settings(), database_url=f"sqlite:///{folder}/quotes.sqlite")


def _refuse(*refused: Path):
    """As the system answers a plain user, whoever runs the tests."""
    return lambda path, mode: path not in refused


def test_a_store_in_a_folder_of_its_own_user_is_let_be(tmp_path: Path):
    check_folders(_with_store(tmp_path))


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "postgresql://db.example/quotes"])
def test_a_store_elsewhere_needs_no_folder(url: str):
    check_folders(replace(Settings(), database_url=url, queue_url="memory:"))


def test_a_folder_that_cannot_be_written_is_named_with_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "access", _refuse(tmp_path))
    with pytest.raises(SettingsError) as raised:
        check_folders(_with_store(tmp_path))
    assert (
        str(raised.value)
        == f"QUOTES_DATABASE_URL is sqlite:///{tmp_path}/quotes.sqlite: {user()} cannot write {tmp_path}."
    )


def test_a_folder_that_only_promises_to_be_writable_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(dir: Path):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with pytest.raises(SettingsError, match=f"cannot write {tmp_path}"):
        check_folders(_with_store(tmp_path))


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "quotes.queue.sqlite").touch()
    monkeypatch.setattr(os, "access", _refuse(tmp_path / "quotes.queue.sqlite"))
    with pytest.raises(SettingsError, match=r"QUOTES_QUEUE_URL .* cannot write .*quotes\.queue\.sqlite"):
        check_folders(_with_store(tmp_path))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(SettingsError, match=f"there is no folder {tmp_path}/data"):
        check_folders(_with_store(tmp_path / "data"))


def test_a_machine_without_a_folder_for_temporary_files_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", list)
    with pytest.raises(SettingsError, match="no folder for temporary files"):
        check_folders(_with_store(tmp_path))


@pytest.mark.slow
def test_a_port_where_another_process_listens_is_named():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SettingsError, match=rf"127\.0\.0\.1, port {port}: another process listens there"):
            check_ports([("127.0.0.1", port)])
    check_ports([("127.0.0.1", port), "/run/quotes.socket"])


@pytest.mark.slow
def test_an_address_that_is_not_this_machines_is_named():
    with pytest.raises(SettingsError, match=r"192\.0\.2\.1, port 8000"):
        check_ports([("192.0.2.1", 8000)])


def test_a_user_without_a_name_is_told_by_number(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 987_654)
    assert user() == "user 987654"


def _listener(address: str, family: socket.AddressFamily = socket.AF_INET) -> socket.socket:
    listener = socket.socket(family)
    listener.bind(address if family == socket.AF_UNIX else (address, 0))
    return listener


@pytest.mark.slow
@pytest.mark.parametrize("settings", [replace(Settings(), api_keys=(KEY,)), replace(Settings(), open_to_all=True)])
def test_strangers_may_call_with_keys_or_where_it_may_be_open(settings: Settings):
    with _listener("0.0.0.0") as far:
        check_reach([far], settings)


@pytest.mark.slow
def test_this_machine_may_call(tmp_path: Path):
    with _listener("127.0.0.1") as near, _listener(str(tmp_path / "socket"), socket.AF_UNIX) as nearer:
        check_reach([near, nearer], Settings())


@pytest.mark.slow
def test_one_far_socket_is_one_too_many():
    with (
        _listener("127.0.0.1") as near,
        _listener("0.0.0.0") as far,
        pytest.raises(SettingsError, match="API_KEYS"),
    ):
        check_reach([near, far], Settings())

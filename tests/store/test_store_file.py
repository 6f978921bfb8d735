"""The file of a store: there, gone, replaced, full; what the service answers then is tested in test_faults.py."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from service.errors import StoreError
from service.store.store_file import StoreFile


def test_a_file_is_the_same_until_it_is_replaced(tmp_path: Path):
    path = tmp_path / "quotes.sqlite"
    file = StoreFile(path)
    assert not file.is_replaced(), "it may be made yet"
    path.touch()
    assert not file.is_replaced()
    assert not file.is_replaced()
    (tmp_path / "other").touch()
    (tmp_path / "other").rename(path)
    assert file.is_replaced()
    assert not file.is_replaced()
    path.unlink()
    for _ in range(2):
        with pytest.raises(StoreError, match="is gone"):
            file.is_replaced()


def test_a_disk_needs_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "quotes.sqlite"
    path.touch()
    monkeypatch.setattr(os, "statvfs", lambda folder: SimpleNamespace(f_bavail=64, f_frsize=1024 * 1024))
    StoreFile(path).check_writable()
    monkeypatch.setattr(os, "statvfs", lambda folder: SimpleNamespace(f_bavail=63, f_frsize=1024 * 1024))
    with pytest.raises(StoreError, match="MB are free"):
        StoreFile(path).check_writable()

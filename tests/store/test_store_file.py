"""The file of a store: there, gone, replaced, full; what the service answers then is tested in test_faults.py."""

from pathlib import Path

import pytest

from service.errors import StoreError
from service.store import store_file
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
    monkeypatch.setattr(store_file, "_FEWEST_FREE_MEGABYTES", 0)
    StoreFile(path).check_writable()
    monkeypatch.setattr(store_file, "_FEWEST_FREE_MEGABYTES", 10**9)
    with pytest.raises(StoreError, match="MB are free"):
        StoreFile(path).check_writable()

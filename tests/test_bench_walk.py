"""How far one stored article walks, counted; with the real models it is `make walk`."""

import threading
from pathlib import Path

import pytest

from bench.walk import walks
from service.config.settings import Settings
from service.store import Store
from tests.services import new_store, store_app


@pytest.fixture
def store(tmp_path: Path):
    """An empty store."""
    opened = new_store(tmp_path)
    yield opened
    opened.close()
    # The walk counts in threads that begin later, too.
    threading.setprofile(None)


def test_each_answer_has_a_line_of_calls(store: Store):
    head, *lines = walks(store_app(Settings(), store).test_client())
    assert head.split() == ["calls", "functions", "files"]
    assert [line.split()[-4] for line in lines] == ["201", "201", "200", "200"]
    for line in lines:
        n_calls, n_functions, n_files = map(int, line.split()[-3:])
        assert n_calls >= n_functions >= n_files > 10

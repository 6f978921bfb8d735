"""Functions over the rows of a frame; the engine tells nobody of its use."""

import os

import pytest

from service.archive.engine import INTEGER, TEXT, col, frame_of, made, use_runner
from service.errors import SettingsError

COLUMNS = {"name": TEXT, "n": INTEGER}


def twice(name: str | None, n: int):
    return [(name, place) for place in range(n)]


def test_a_function_makes_any_number_of_rows_of_one():
    frame = frame_of([("a", 2), ("b", 0), (None, 1)], COLUMNS)
    found = made(frame, twice, ["name", "n"], {"word": TEXT, "place": INTEGER}, beside=["n"]).to_pylist()
    assert [(row["n"], row["word"], row["place"]) for row in found] == [(2, "a", 0), (2, "a", 1), (1, None, 0)]


def test_a_frame_without_rows_has_its_columns():
    frame = made(frame_of([], COLUMNS), twice, ["name", "n"], COLUMNS)
    assert (frame.where(col("n") > 0).to_pydict(), frame.column_names) == ({"name": [], "n": []}, ["name", "n"])


def test_nobody_is_told():
    assert os.environ["DO_NOT_TRACK"] == "true"
    assert os.environ["DAFT_ANALYTICS_ENABLED"] == "0"
    assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"


def test_other_runners_are_refused():
    use_runner("native")
    with pytest.raises(SettingsError, match="neither native nor a ray:// address"):
        use_runner("spark")

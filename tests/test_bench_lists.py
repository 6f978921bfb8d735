"""The measurement of lists, on a store of a few conflicts."""

import sys
from pathlib import Path

import pytest

from bench import lists


def test_each_question_is_timed_on_each_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    output = tmp_path / "lists.md"
    arguments = ["lists", f"sqlite:///{tmp_path}/a.sqlite", f"sqlite:///{tmp_path}/b.sqlite", "--conflicts", "40"]
    monkeypatch.setattr(sys, "argv", [*arguments, "--output", str(output)])
    lists.main()
    rows = [line for line in output.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert len(rows) > 15
    assert all(row.count("|") == 4 for row in rows)
    assert "over 40 conflicts with 80 quotations" in output.read_text("utf-8")

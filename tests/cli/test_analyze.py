"""`quotes analyze`: its formats, its files, its refusals."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RENDERERS


def test_prints_a_table(run, article: Path):
    answer = run("analyze", "calm.txt")
    assert answer.exit_code == 0
    assert "calm: 0 quotations" in answer.stdout
    assert answer.stderr == ""


def test_prints_json_as_the_api_does(run, article: Path):
    answer = json.loads(run("analyze", "calm.txt", "--format", "json").stdout)
    (found,) = answer["articles"]
    assert (found["id"], found["text"], found["quotations"]) == ("calm", "Nothing was said today.", [])


def test_reads_standard_input(run):
    answer = json.loads(run("analyze", "-", "--format", "json", stdin="Nothing – yet.".encode()).stdout)
    assert answer["articles"][0]["text"] == "Nothing – yet."


def test_reads_the_article_of_a_page(run, tmp_path: Path):
    (tmp_path / "page.html").write_text("<nav>Home</nav><p>Nothing was said.</p>", "utf-8")
    answer = json.loads(run("analyze", "page.html", "--format", "json").stdout)
    assert answer["articles"][0]["text"].endswith("Nothing was said.")
    assert "<" not in answer["articles"][0]["text"]


@pytest.mark.parametrize(
    ("arguments", "name", "begins"),
    [
        (["-o", "x.json"], "x.json", "{"),
        (["-o", "x.html"], "x.html", "<!doctype html>"),
        (["-o", "x"], "x", "calm"),
        (["--format", "json", "-o", "x.txt"], "x.txt", "{"),
    ],
)
def test_writes_a_file_instead_of_printing(run, article: Path, arguments: list[str], name: str, begins: str):
    answer = run("analyze", "calm.txt", *arguments)
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert Path(name).read_text("utf-8").startswith(begins)


def test_writes_several_files_and_prints(run, article: Path):
    answer = run("analyze", "calm.txt", "--also", "x.json", "--also", "x.html")
    assert answer.stdout.startswith("calm")
    assert Path("x.json").exists()
    assert Path("x.html").exists()


def test_the_least_confidence_reaches_tables_and_pages(run, article: Path, monkeypatch: pytest.MonkeyPatch):
    asked = []
    for name in ("table", "html"):
        monkeypatch.setitem(RENDERERS, name, lambda _, least: str(asked.append(least)))
    run("analyze", "calm.txt", "--also", "x.html")
    run("analyze", "calm.txt", "--min-confidence", "0")
    assert asked == [0.5, 0.5, 0.0]
    assert run("analyze", "calm.txt", "--min-confidence", "2").exit_code == 2


def _bad_files(folder: Path) -> None:
    (folder / "latin.txt").write_bytes("d\xe9j\xe0".encode("latin-1"))
    (folder / "empty.txt").write_text(" \n")
    (folder / "empty.html").write_text("<script>1</script>")
    (folder / "calm.txt").write_text("Nothing was said.")
    (folder / "folder").mkdir()
    (folder / "folder" / "calm.txt").write_text("Nothing was said.")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.txt"], "missing.txt cannot be read: No such file"),
        (["folder"], "folder cannot be read: Is a directory"),
        (["nul\0.txt"], "cannot be read"),
        (["latin.txt"], "latin.txt is not in UTF-8: byte 1"),
        (["empty.txt"], "empty.txt is empty"),
        (["empty.html"], "no text that can be found in its HTML"),
        (["calm.txt", "folder/calm.txt"], "Two articles have the id 'calm'"),
        (["calm.txt", "-o", "folder"], "folder cannot be written"),
        (["calm.txt", "-o", "no/such/folder.json"], "cannot be written"),
        (["calm.txt", "--also", "no/such/folder.json"], "cannot be written"),
    ],
)
def test_bad_files_are_refused_in_one_line(run, tmp_path: Path, arguments: list[str], says: str):
    _bad_files(tmp_path)
    answer = run("analyze", *arguments)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert answer.stderr.startswith("quotes: ")
    assert answer.stderr.count("\n") == 1
    assert says in answer.stderr


def test_standard_input_that_is_not_text_is_refused(run):
    answer = run("analyze", "-", stdin=b"\xff")
    assert (answer.exit_code, answer.stderr.count("\n")) == (2, 1)


def test_a_terminal_shows_how_far_the_reading_is(run, article: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("service.cli.analyze.is_terminal", lambda: True)
    shown = run("analyze", "calm.txt").stderr
    assert "\rloading the models" in shown
    assert "\r1 of 1 articles analysed: calm" in shown
    assert shown.endswith("\r")  # click leaves out what only a terminal understands

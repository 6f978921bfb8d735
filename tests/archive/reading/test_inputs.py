"""Every record of the input is found once, in whatever file and piece it stands."""

import json

import pyarrow
import pytest
from pyarrow import parquet

from service.archive.reading import inputs
from service.archive.reading.inputs import pieces_of, records_of
from service.errors import ArticleError

LINES = [json.dumps({"id": f"a{place}", "text": "Rain. " * (place % 7)}) for place in range(40)]


def records(location):
    return [record for piece in pieces_of(str(location)) for record in records_of(str(location), piece)]


@pytest.mark.parametrize("n_bytes", [1, 7, 64, 1000, 100_000])
@pytest.mark.parametrize("end", ["\n", ""])
def test_lines_are_read_once_wherever_the_pieces_begin(tmp_path, monkeypatch, n_bytes, end):
    monkeypatch.setattr(inputs, "_PIECE_BYTES", n_bytes)
    content = "\n".join((*LINES[:3], "", *LINES[3:])) + end
    (tmp_path / "day.jsonl").write_text(content, "utf-8")
    found = records(tmp_path / "day.jsonl")
    assert [json.loads(record.line)["id"] for record in found] == [json.loads(line)["id"] for line in LINES]
    assert all(content.encode()[record.place :].startswith(record.line) for record in found)


def test_rows_of_tables(tmp_path):
    rows = [{"id": f"a{place}", "text": "Rain.", "editor": "Ann", "title": None} for place in range(5)]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=2)
    found = records(tmp_path)
    assert [record.place for record in found] == [0, 1, 2, 3, 4]
    assert json.loads(found[3].line) == {"id": "a3", "text": "Rain."}
    assert len(list(pieces_of(str(tmp_path)))) == 3


def test_texts_and_pages(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "_PIECE_FILES", 2)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/b.html").write_text("<p>Rain.</p>", "utf-8")
    (tmp_path / "a.txt").write_text("Rain.", "utf-8")
    (tmp_path / "c.txt").write_bytes(b"R\xe9gen")
    (tmp_path / "notes.pdf").write_bytes(b"")
    assert [json.loads(record.line) for record in records(tmp_path)] == [
        {"id": "a", "text": "Rain."},
        {"id": "c", "text": "R\udce9gen"},
        {"id": "b", "html": "<p>Rain.</p>"},
    ]


def test_a_place_without_articles_is_refused(tmp_path):
    with pytest.raises(ArticleError, match="no files of articles"):
        list(pieces_of(str(tmp_path)))
    with pytest.raises(ArticleError, match="does not exist"):
        list(pieces_of(str(tmp_path / "nowhere")))

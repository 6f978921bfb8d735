"""Records are submissions by the contract; each id is read once, and what is wrong is told with its place."""

import json

from service.archive.encoding import decode
from service.archive.engine import INTEGER, TEXT, Type, frame_of
from service.archive.reading.inputs import pieces_of
from service.archive.reading.submissions import repeats, submitted
from service.domain.articles import Article
from service.ingestion.submissions import Submission, storable_article

PIECE = {"kind": TEXT, "paths": Type.list(TEXT), "start": INTEGER, "end": INTEGER}
GOOD = {"id": "a", "text": "Rain.", "outlet": "Post", "published_at": "2024-06-01"}


def read(folder, *lines):
    """The rows for a file of these lines."""
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    (folder / "day.jsonl").write_text("\n".join(texts), "utf-8")
    rows = [(piece.kind, list(piece.paths), piece.start, piece.end) for piece in pieces_of(str(folder))]
    return submitted(frame_of(rows, PIECE), str(folder), 100).collect()


def test_an_article_is_what_was_sent(tmp_path):
    (row,) = read(tmp_path, GOOD).to_pylist()
    assert decode(Article, row["article"]) == storable_article(Submission(**GOOD))
    assert (row["error"], row["place"], row["article_id"]) == (None, 0, "a")


def test_without_an_id_it_is_called_by_its_content(tmp_path):
    one, other, page = read(tmp_path, {"text": "Rain."}, {"text": "Sun."}, {"html": "<p>Rain.</p>"}).to_pylist()
    assert one["article_id"] == page["article_id"] != other["article_id"]


def test_what_the_contract_refuses_is_an_error(tmp_path):
    bad = (
        "no json",
        "[1]",
        {"id": "b", "text": " "},
        {"id": "c", "text": "x" * 101},
        {"text": "Rain.", "editor": "Ann"},
    )
    bad += (
        {"text": "Rain.", "published_at": "never"},
        {"id": "d", "url": "http://127.0.0.1/"},
        {"id": "e", "text": "\ud800"},
    )
    rows = read(tmp_path, *bad, GOOD).to_pylist()
    assert [row["error"] for row in rows] == ["invalid"] * len(bad) + [None]
    assert [row["article_id"] for row in rows] == [None, None, "b", "c", None, None, "d", "e", "a"]
    assert "fetches none" in rows[6]["message"]


def test_the_first_of_an_id_counts(tmp_path):
    rows = read(tmp_path, GOOD, {**GOOD, "id": "b"}, GOOD, {**GOOD, "text": "Sun."})
    places = {row["place"]: place for place, row in enumerate(rows.to_pylist())}
    found = sorted((places[row["place"]], row["error"]) for row in repeats(rows).to_pylist())
    assert found == [(2, "repeated"), (3, "clash")]

"""What an archive is made of: files of JSON lines or Parquet, texts and pages; cut into pieces that are read apart."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from io import BufferedReader
from pathlib import PurePosixPath
from typing import Any

from pyarrow.fs import FileInfo, FileSelector, FileSystem, FileType
from pyarrow.parquet import ParquetFile

from service.archive.locations import opened
from service.errors import ArticleError
from service.ingestion.submissions import Submission

# A thousand articles of four thousand characters, or as many files; what is broken off is not much.
_PIECE_BYTES, _PIECE_FILES = 4 * 1024 * 1024, 1000
_LINES, _TABLES = frozenset({".jsonl", ".ndjson"}), frozenset({".parquet"})
_FIELDS = frozenset(field.name for field in fields(Submission))
_TEXTS = {".txt": "text", ".html": "html", ".htm": "html"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the input: bytes of a file of lines, a row group of a table, or several whole files."""

    kind: str
    paths: tuple[str, ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """One article of the input, as a line of JSON, with its place: the first byte of a line, the number of a row."""

    source: str
    place: int
    line: bytes


def pieces_of(location: str) -> Iterator[Piece]:
    """The pieces of all files at a location, sorted by their names; raises ArticleError if there is none."""
    files, path = opened(location)
    texts: list[str] = []
    found = False
    for info in sorted(_files(files, path), key=lambda one: str(one.path)):
        suffix = PurePosixPath(info.path).suffix.lower()
        found = found or suffix in _LINES | _TABLES | _TEXTS.keys()
        if suffix in _LINES:
            for start in range(0, info.size, _PIECE_BYTES):
                yield Piece("lines", (info.path,), start, min(start + _PIECE_BYTES, info.size))
        elif suffix in _TABLES:
            n_groups = ParquetFile(files.open_input_file(info.path)).num_row_groups
            yield from (Piece("rows", (info.path,), number) for number in range(n_groups))
        elif suffix in _TEXTS:
            texts.append(info.path)
    for start in range(0, len(texts), _PIECE_FILES):
        yield Piece("texts", tuple(texts[start : start + _PIECE_FILES]))
    if not found:
        raise ArticleError(f"{location} has no files of articles: .jsonl, .ndjson, .parquet, .txt, .html or .htm.")


def records_of(location: str, piece: Piece) -> Iterator[Record]:
    """The records of a piece."""
    files, _ = opened(location)
    yield from _READERS[piece.kind](files, piece)


def _lines_in(files: FileSystem, piece: Piece) -> Iterator[Record]:
    """The lines that begin within the piece, whoever's bytes they end in."""
    (path,) = piece.paths
    with BufferedReader(files.open_input_file(path)) as file:
        place = max(0, piece.start - 1)
        file.seek(place)
        if piece.start:
            # The rest of a line that began before; where the byte before ends a line, nothing but that byte.
            place += len(file.readline())
        while place < piece.end:
            line = file.readline()
            if not line:
                return
            if line.strip():
                yield Record(path, place, line)
            place += len(line)


def _rows_in(files: FileSystem, piece: Piece) -> Iterator[Record]:
    (path,) = piece.paths
    with files.open_input_file(path) as file:
        table = ParquetFile(file)
        place = sum(table.metadata.row_group(number).num_rows for number in range(piece.start))
        for batch in table.iter_batches(row_groups=[piece.start]):
            for row in batch.to_pylist():
                yield Record(path, place, _line(row))
                place += 1


def _texts_in(files: FileSystem, piece: Piece) -> Iterator[Record]:
    for path in piece.paths:
        name = PurePosixPath(path)
        with files.open_input_stream(path) as file:
            content = file.read()
        # What is not in UTF-8 is in no line of JSON either: it is refused as it stands.
        text = content.decode("utf-8", "surrogateescape")
        yield Record(path, 0, json.dumps({"id": name.stem, _TEXTS[name.suffix.lower()]: text}).encode())


_READERS = {"lines": _lines_in, "rows": _rows_in, "texts": _texts_in}


def _line(row: dict[str, Any]) -> bytes:
    """The row as a line of JSON: a table may have other columns, and cells that are empty; dates are text."""
    given = {name: value for name, value in row.items() if name in _FIELDS and value is not None}
    return json.dumps(given, default=str).encode()


def _files(files: FileSystem, path: str) -> list[FileInfo]:
    info = files.get_file_info(path)
    if info.type is FileType.File:
        return [info]
    if info.type is FileType.NotFound:
        raise ArticleError(f"{path} does not exist.")
    found = files.get_file_info(FileSelector(path, recursive=True))
    return [one for one in found if one.type is FileType.File]

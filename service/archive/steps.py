"""What a run has done, on disk: each step's rows as Parquet files, and beside them a note that lists these files.

A step is done when its note is there. What lies in its folder and is in no note was left by a run that was broken off,
or by a worker that died: nobody reads it, so that no row is there twice.
"""

import base64
import json
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from pyarrow import Schema, ipc, py_buffer
from pyarrow.fs import FileSelector, FileType

from service.archive.engine import Frame, daft, read_files, write_files
from service.archive.locations import opened

_FOLDER = "steps"


@dataclass(frozen=True)
class Table:
    """The rows of a step that is done: the files, with their parts if these are apart, and the names of the columns."""

    files: tuple[tuple[str, int | None], ...]
    schema: str
    n_rows: int
    seconds: float

    @property
    def parts(self) -> tuple[int, ...]:
        """The parts by which the files are apart, each once: periods, or shares of about the same size."""
        return tuple(sorted({part for _, part in self.files if part is not None}))

    def frame(self, parts: Collection[int] | None = None) -> Frame:
        """The rows; of some parts only, if they are named."""
        paths = [path for path, part in self.files if parts is None or part in parts]
        return read_files(paths) if paths else daft.from_arrow(_schema(self.schema).empty_table())


class Steps:
    """The steps of a run under one folder, local or of an object store."""

    def __init__(self, output: str) -> None:
        self._files, self._root = opened(output)
        self._prefix = output.rstrip("/") if "://" in output else self._root
        self.on_done: Callable[[str, Table], None] = lambda _name, _table: None

    def note(self, name: str) -> Any | None:  # noqa: ANN401 - JSON
        """What was noted under this name; None if nothing was."""
        path = f"{self._root}/{_FOLDER}/{name}.json"
        if self._files.get_file_info(path).type is FileType.NotFound:
            return None
        with self._files.open_input_stream(path) as stream:
            return json.loads(stream.read())

    def write_note(self, name: str, content: object) -> None:
        """Note it, so that it is there whole or not at all."""
        path = f"{self._root}/{_FOLDER}/{name}.json"
        self._files.create_dir(path.rpartition("/")[0], recursive=True)
        with self._files.open_output_stream(f"{path}.part") as stream:
            stream.write(json.dumps(content).encode())
        self._files.move(f"{path}.part", path)

    def is_empty(self) -> bool:
        """Whether no run has begun here."""
        return self._files.get_file_info(f"{self._root}/{_FOLDER}").type is FileType.NotFound

    def done(self, name: str) -> Table | None:
        """The rows of this step if it is done."""
        note = self.note(name)
        if note is None:
            return None
        files = tuple((path, part) for path, part in note.pop("files"))
        return Table(files, **note)

    def of(self, name: str) -> Table:
        """The rows of a step that is known to be done."""
        found = self.done(name)
        assert found is not None, f"{name} is done"
        return found

    def parts(self, name: str) -> Table:
        """The rows of a step that was done in parts."""
        notes = self._files.get_file_info(FileSelector(f"{self._root}/{_FOLDER}/{name}"))
        parts = sorted(info.base_name.removesuffix(".json") for info in notes if info.extension == "json")
        return joined(self.of(f"{name}/{part}") for part in parts)

    def table(self, name: str, *makes: Callable[[], Frame], apart: Frame | None = None) -> Table:
        """The rows of this step, which is carried out unless it is done: frames that are made one after the other.

        Files are apart by the number that the expression `apart` gives. A name without a slash is that of a table of
        the output.
        """
        found = self.done(name)
        if found is None:
            found = self._carry_out(name, makes, apart)
            self.write_note(name, {**asdict(found), "files": found.files})
        self.on_done(name, found)
        return found

    def _carry_out(self, name: str, makes: Iterable[Callable[[], Frame]], apart: Frame | None) -> Table:
        began = time.monotonic()
        folder = self._folder(name)
        if self._files.get_file_info(folder).type is not FileType.NotFound:
            self._files.delete_dir_contents(folder)
        self._files.create_dir(folder, recursive=True)
        files: list[tuple[str, int | None]] = []
        for make in makes:
            frame = make()
            schema = frame.schema().to_pyarrow_schema()
            files += write_files(frame, self._prefix + folder[len(self._root) :], apart)
        paths = [path for path, _ in files]
        self._remove_strays(folder, paths)
        n_rows = read_files(paths).count_rows() if paths else 0
        return Table(tuple(sorted(files)), _packed(schema), n_rows, time.monotonic() - began)

    def _remove_strays(self, folder: str, paths: Collection[str]) -> None:
        """Of a worker that died files may be left which another one has written again."""
        names = {path.rpartition("/")[2] for path in paths}
        for info in self._files.get_file_info(FileSelector(folder, recursive=True)):
            if info.type is FileType.File and info.base_name not in names:
                self._files.delete_file(info.path)

    def _folder(self, name: str) -> str:
        return f"{self._root}/{_FOLDER}/{name}" if "/" in name else f"{self._root}/{name}"


def joined(tables: Iterable[Table]) -> Table:
    """Several tables of the same columns as one; there is at least one."""
    tables = tuple(tables)
    files = tuple(file for table in tables for file in table.files)
    return Table(files, tables[0].schema, sum(one.n_rows for one in tables), sum(one.seconds for one in tables))


def _packed(schema: Schema) -> str:
    return base64.b64encode(schema.serialize().to_pybytes()).decode()


def _schema(packed: str) -> Schema:
    return ipc.read_schema(py_buffer(base64.b64decode(packed)))

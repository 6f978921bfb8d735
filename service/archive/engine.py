"""The one place that knows daft: silent, on this machine or on a Ray cluster; and functions over the rows of a frame.

Frames are daft's. A function over rows decides what `service.linking` or `service.attribution` decide; which rows meet
is said by joins, which the engine carries out.
"""

import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import accumulate, chain, repeat
from typing import Any

import pyarrow

from service.archive.workers import RowFunction, carried_out
from service.errors import SettingsError

# ruff: noqa: ANN401 - rows and frames are the engine's own

# Rows that are values of Python's at one time: they take many times the memory of a frame.
_TOGETHER = 256
Frame = Any
"""A frame of daft's."""
NATIVE = "native"
_RAY = "ray://"
# The cluster that this machine is one of.
_OWN_CLUSTER = "ray://auto"
# Before daft is imported: it tells its makers of every import and query, and so does Ray.
_SILENT = {
    "DO_NOT_TRACK": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
}


# A file is read as a whole, and of each that is written a group of rows waits in memory: both are small.
_BOUNDED = {
    "parquet_target_filesize": 8_000_000,
    "parquet_target_row_group_size": 1_000_000,
    "scantask_max_parallel": 2,
}
# Where rows go to many files at once, such a group waits for each.
_SMALL_GROUPS = {"parquet_target_row_group_size": 100_000}


def _silent_daft() -> Any:
    os.environ.update(_SILENT)
    engine = import_module("daft")
    engine.set_execution_config(**_BOUNDED)
    return engine


daft = _silent_daft()
Type = daft.DataType
col = daft.col
INTEGER, NUMBER, TEXT, TRUTH, BYTES = Type.int64(), Type.float64(), Type.string(), Type.bool(), Type.binary()


def use_runner(name: str) -> None:
    """Run on this machine (`native`), or on the Ray cluster at an address such as ray://head:10001; once a process."""
    if name != NATIVE and not name.startswith(_RAY):
        raise SettingsError(f"The runner {name!r} is neither native nor a ray:// address.")
    # Whatever the environment says.
    os.environ["DAFT_RUNNER"] = NATIVE if name == NATIVE else "ray"
    if name != NATIVE:
        daft.set_runner_ray("auto" if name == _OWN_CLUSTER else name)


def made(
    frame: Frame,
    function: RowFunction,
    given: Sequence[str],
    gives: Mapping[str, Any],
    *,
    beside: Sequence[str] = (),
) -> Frame:
    """The rows that the function makes of each row: it takes the columns `given`, and answers any number of rows.

    Their columns are what it `gives`, in this order, with their types; the columns `beside` go along.
    """
    answers = rows_of(gives)
    row = answers.to_arrow_dtype().value_type

    def of_batch(*columns: Any) -> Any:
        return _lists_of_rows(carried_out(function, [column.to_pylist() for column in columns]), row)

    function_of_rows = daft.func.batch(return_dtype=answers, batch_size=_TOGETHER)(of_batch)
    return unpacked(frame, function_of_rows(*map(col, given)), beside=beside)


def _lists_of_rows(found: Sequence[Sequence[Sequence[Any]]], row: pyarrow.StructType) -> Any:
    """The rows made of each row as a column, made column by column: the engine would look at each row as a mapping."""
    flat = list(chain.from_iterable(found))
    columns = zip(*flat, strict=True) if flat else repeat((), row.num_fields)
    values = [pyarrow.array(column, type=field.type) for column, field in zip(columns, row, strict=True)]
    ends = accumulate(map(len, found), initial=0)
    rows = pyarrow.StructArray.from_arrays(values, fields=list(row))
    return daft.Series.from_arrow(pyarrow.LargeListArray.from_arrays(pyarrow.array(ends, pyarrow.int64()), rows))


def rows_of(columns: Mapping[str, Any]) -> Any:
    """The type of what a function over one row answers: any number of rows with these columns."""
    return Type.list(Type.struct(dict(columns)))


def unpacked(frame: Frame, rows: Any, *, beside: Sequence[str] = ()) -> Frame:
    """The rows that an expression gives for each row, one below the other."""
    exploded = frame.select(*beside, rows.alias("made")).explode("made")
    # Of an empty list an empty row is left.
    return exploded.where(col("made").not_null()).select(*beside, col("made").unnest())


def listed(frame: Frame, key: str, **columns: str) -> Frame:
    """The frame by its key: of each of the columns a list, in no order but the same for all, under the names given."""
    return frame.groupby(key).agg(*(col(column).list_agg().alias(name) for name, column in columns.items()))


def frame_of(rows: Sequence[Sequence[Any]], columns: Mapping[str, Any]) -> Frame:
    """A frame of these rows."""
    values = {name: [row[place] for row in rows] for place, name in enumerate(columns)}
    frame = daft.from_pydict(values)
    return frame.select(*(col(name).cast(type_) for name, type_ in columns.items()))


def write_files(frame: Frame, folder: str, apart: Frame | None) -> list[tuple[str, int | None]]:
    """Write a frame to files of this folder: each with the number by which the rows of files are apart, if they are."""
    if apart is None:
        written = frame.write_parquet(folder).to_pydict()
        parts: list[int | None] = [None] * len(written["path"])
    else:
        with daft.execution_config_ctx(**_SMALL_GROUPS):
            written = frame.write_parquet(folder, partition_cols=[apart.alias("apart")]).to_pydict()
        parts = written.get("apart", [])
    # Of a path in an object store the engine leaves out the scheme.
    scheme = "".join(folder.partition("://")[:2]) if "://" in folder else ""
    return [(scheme + path.removeprefix(scheme), part) for path, part in zip(written["path"], parts, strict=True)]


def read_files(paths: Sequence[str]) -> Frame:
    """What these Parquet files hold; there is at least one."""
    return daft.read_parquet(list(paths))

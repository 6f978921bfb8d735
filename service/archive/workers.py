"""Processes that decide: the functions over rows are Python's, of which a process carries out one at a time.

The engine calls a function in several threads, for some rows each; here they wait for a process that answers. Without
processes, and in those of a Ray cluster, a thread carries the function out itself.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from threading import Lock, Thread
from typing import Any

from service.runtime.garbage_collection import freeze_gc

RowFunction = Callable[..., Iterable[Sequence[Any]]]
Columns = Sequence[Sequence[Any]]
# As often as a reader may die of an article.
_MOST_DEATHS = 5
# Processes of their own: a fork of this one would hang, for it has other threads. Most of what they need is imported by
# the one that forks them, once for all; not the engine, which starts threads.
_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload(
    ["service.linking.analysis", "service.store.links.representatives", "service.web.schemas.analysis"]
)
_open: list["_Workers"] = []


def open_workers(n_workers: int) -> None:
    """Have functions carried out by this number of processes from now on; one is this process."""
    close_workers()
    if n_workers > 1:
        _open.append(_Workers(n_workers))


def close_workers() -> None:
    """End the processes."""
    while _open:
        _open.pop().pool.shutdown(cancel_futures=True)


def carried_out(function: RowFunction, columns: Columns) -> list[list[Sequence[Any]]]:
    """What the function answers for each row of these columns; raises BrokenProcessPool where it ends every process."""
    # A function within another one cannot be named to a process.
    if not _open or "<locals>" in function.__qualname__:
        return _carried_out(function, columns)
    return _open[0].carried_out(function, columns)


class _Workers:
    """A pool of processes; when one dies, which ends all, another one takes its place."""

    def __init__(self, n_workers: int) -> None:
        self._n_workers = n_workers
        self._replacing = Lock()
        self.pool = self._new()

    def carried_out(self, function: RowFunction, columns: Columns) -> list[list[Sequence[Any]]]:
        for _ in range(_MOST_DEATHS - 1):
            pool = self.pool
            try:
                return pool.submit(_carried_out, function, columns).result()
            except BrokenProcessPool:
                self._replace(pool)
        return self.pool.submit(_carried_out, function, columns).result()

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        """By the first of the threads that waited for it."""
        with self._replacing:
            if self.pool is broken:
                self.pool = self._new()

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._n_workers, mp_context=_CONTEXT, initializer=_begin)


def _carried_out(function: RowFunction, columns: Columns) -> list[list[Sequence[Any]]]:
    return [list(function(*row)) for row in zip(*columns, strict=True)]


def _begin() -> None:
    """What was imported stays; and a process whose parent was killed would wait for work for ever."""
    freeze_gc()
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    assert parent is not None, "a worker has a parent"
    connection.wait([parent.sentinel])
    os._exit(1)

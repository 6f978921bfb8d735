"""The rows of an archive in parts: one is looked at after the other, so that no more is in memory at one time."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from service.archive.engine import INTEGER, Frame, col
from service.archive.steps import Steps, Table, joined

# Articles of a part. The rows of parts are written to files side by side, so that there are not too many of them.
_ARTICLES, _MOST_PARTS = 2_000, 256


def n_parts_of(n_articles: int) -> int:
    """The number of parts in which this number of articles, and all that is found in them, are looked at."""
    return min(n_articles // _ARTICLES + 1, _MOST_PARTS)


def article_part(n_parts: int) -> Frame:
    """The part of a row by its article, always the same."""
    return (col("article_id").hash() % n_parts).cast(INTEGER)


def in_parts(
    steps: Steps, name: str, n_parts: int, make: Callable[[int], Frame], *, apart: Frame | None = None
) -> Table:
    """The rows of a step that is done part by part: files are apart by these, or by the numbers that `apart` gives."""
    tables = [steps.table(f"{name}/{part}", partial(make, part), apart=apart) for part in range(n_parts)]
    found = joined(tables)
    if apart is not None:
        return found
    files = tuple((path, part) for part, table in enumerate(tables) for path, _ in table.files)
    return replace(found, files=files)

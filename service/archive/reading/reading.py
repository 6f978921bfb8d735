"""The reading of articles by a stateful function: a model for each worker, and readers that can die.

An article that ends its reader is tried again with a new one; one that does so every time is set aside.
"""

import pickle
import sys
import time
from threading import BoundedSemaphore, Lock
from typing import Any

from service.archive.comparing.quotations import Row
from service.archive.encoding import decode
from service.archive.engine import INTEGER, NUMBER, TEXT, Frame, col, daft, rows_of, unpacked
from service.config.settings import Settings
from service.domain.articles import Article
from service.errors import MemoryLimitError, TimeLimitError
from service.readers.pool import ReaderLimits, ReaderPool
from service.readers.processes import ReaderError

READ = {
    **{"article_id": TEXT, "analysis": TEXT, "n_words": INTEGER, "seconds": NUMBER},
    **{"error": TEXT, "message": TEXT},
}
READER = "service.archive.reading.reader"
"""The module that is run to read."""
# As often as a batch's line is tried by the service's own workers.
MOST_DEATHS = 5
# The number of articles that a worker is given at a time: the slowest should not have many before it.
_TOGETHER = 4
_PAUSE_SECONDS = 0.2
_open: dict[tuple[Settings, int, str], tuple[ReaderPool, BoundedSemaphore]] = {}
_opening = Lock()


def analyses(articles: Frame, settings: Settings, n_workers: int) -> Frame:
    """The articles read, by this number of readers at once in each process of the engine's."""
    # In threads, which wait for readers: in processes of its own it would load the models for each step.
    reader = daft.cls(use_process=False)(_Worker)(settings, n_workers, READER)
    return unpacked(articles, reader.read(col("article")), beside=["source", "place"])


class _Worker:
    """What reads in one process of the engine's; its readers stay, with their models, from one step to the next."""

    def __init__(self, settings: Settings, n_readers: int, reader: str) -> None:
        self._pool, self._places = _readers(settings, n_readers, reader)

    def read(self, articles: Any) -> list[list[dict[str, Any]]]:  # noqa: ANN401 - a column of the engine's
        """A row for each article."""
        return [[dict(zip(READ, self._row(article), strict=True))] for article in articles.to_pylist()]

    read = daft.method.batch(return_dtype=rows_of(READ), batch_size=_TOGETHER)(read)

    def _row(self, encoded: str) -> Row:
        article = decode(Article, encoded)
        with self._places:
            began = time.monotonic()
            analysis, error, message = read_patiently(self._pool, article)
            return article.id, analysis, len(article.text.split()), time.monotonic() - began, error, message


def close_readers() -> None:
    """End the readers of this process."""
    while _open:
        pool, _ = _open.popitem()[1]
        pool.close()


def _readers(settings: Settings, n_readers: int, reader: str) -> tuple[ReaderPool, BoundedSemaphore]:
    """The readers of this process, and a place for each: the engine may have more threads than these."""
    with _opening:
        of = settings, n_readers, reader
        if of not in _open:
            limits = ReaderLimits(n_readers, settings.seconds, settings.reader_megabytes)
            pool = ReaderPool([sys.executable, "-m", reader], limits, given=pickle.dumps(settings))
            _open[of] = pool, BoundedSemaphore(n_readers)
        return _open[of]


def read_patiently(pool: Any, article: Article) -> tuple[str | None, str | None, str | None]:  # noqa: ANN401 - a double in tests
    """The analysis, or the kind of error and its message, of an article that is tried again when its reader dies."""
    message = ""
    for _ in range(MOST_DEATHS):
        _wait(pool)
        try:
            return pool.run(article), None, None
        except (TimeLimitError, MemoryLimitError) as error:
            return None, "limit", str(error)
        except ReaderError as error:
            message = str(error).strip().rpartition("\n")[2]
    return None, "poison", f"It has ended its reader {MOST_DEATHS} times: {message}."


def _wait(pool: Any) -> None:  # noqa: ANN401 - as above
    """Return when a reader can be forked; raises ModelError if none ever can. A template that was killed comes back."""
    while not pool.is_ready():
        pool.wait()
        time.sleep(_PAUSE_SECONDS)

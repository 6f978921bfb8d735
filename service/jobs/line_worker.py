"""The reading of lines, one at a time; it may be repeated, and broken off anywhere."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock

from service.domain.jobs import LineError
from service.domain.quotations import ArticleAnalysis
from service.errors import (
    ClashError,
    MemoryLimitError,
    ModelError,
    ServiceError,
    StoreError,
    SubmissionError,
    TimeLimitError,
)
from service.ingestion.submissions import FETCH, NO_LIMIT, Fetch
from service.jobs.line_reading import LineReading, ReadLine
from service.parsing.parser import Parser
from service.store import Store
from service.store.jobs.leases import LeasedLine

_log = logging.getLogger(__name__)

# Whoever tries the line again would meet the same.
_FINAL = (SubmissionError, ClashError, TimeLimitError, MemoryLimitError)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How lines are read.

    `lease_seconds` is how long a line is one reader's: longer than the longest article takes. `on_stored` is
    called with each article that is new in the store.
    """

    lease_seconds: float = 300
    max_characters: int = NO_LIMIT
    fetch: Fetch = FETCH
    on_stored: Callable[[ArticleAnalysis], None] = field(default=lambda _: None)


class LineWorker:
    """What a consumer does with one store.

    `load` creates the parser, or what reads lines elsewhere, once there is a line to process; `deliver` sends the
    pending messages to webhooks.
    """

    def __init__(
        self,
        store: Store,
        load: Callable[[], Parser | ReadLine],
        *,
        deliver: Callable[[], object] = lambda: None,
        reading: ReadOptions = ReadOptions(),
    ) -> None:
        self._store = store
        self._load = load
        self._deliver = deliver
        # Of its own: a receiver that is slow keeps no line waiting.
        self._messenger = ThreadPoolExecutor(1, thread_name_prefix="messenger")
        self._delivery: Future[None] | None = None
        self._reading = reading
        self._loading = Lock()
        self._read_line: ReadLine | None = None
        self._under_way: set[LeasedLine] = set()

    def read_line(self, wake_next: Callable[[], None]) -> None:
        """Read a line, if there is any; `wake_next` is called as soon as it is leased, so that others go on."""
        try:
            if not self._store.leases.is_waiting():
                return
            read = self._loaded()
            leased = self._store.leases.lease(self._reading.lease_seconds)
        except (ModelError, StoreError) as error:
            _log.warning("no line can be read now: %s", error)
            return
        if leased is not None:
            wake_next()
            self._read(leased, read)

    def tend(self, wake: Callable[[], None]) -> None:
        """Everything that is due now and then: `wake` is called where lines wait, perhaps for a reader that died."""
        try:
            self._store.leases.fail_worn_out()
            self._store.jobs.tidy()
            if self._store.leases.is_waiting():
                wake()
        except StoreError as error:
            _log.warning("the jobs cannot be tended now: %s", error)
        if self._delivery is None or self._delivery.done():
            self._delivery = self._messenger.submit(self._tell_webhooks)

    def hand_back(self) -> int:
        """Leave to others what is still being read here; how many lines that is."""
        under_way = tuple(self._under_way)
        for leased in under_way:
            # Where the store is away, the lease runs out.
            with suppress(StoreError):
                self._store.leases.hand_back(leased)
        return len(under_way)

    def _tell_webhooks(self) -> None:
        try:
            self._deliver()
        except StoreError as error:
            _log.warning("webhooks cannot be sent now: %s", error)
        # The outermost door of a thread, where nobody would hear of it.
        except Exception:  # noqa: BLE001 - see above
            _log.exception("webhooks cannot be sent")

    def _read(self, leased: LeasedLine, read: ReadLine) -> None:
        self._under_way.add(leased)
        try:
            analysed = read(leased)
            if analysed is not None:
                self._reading.on_stored(analysed)
        except _FINAL as error:
            self._store.leases.fail(leased, _line_error(leased, error))
        # The outermost door of a line: nobody knows what it was, so others may try, as often as lines are tried.
        except Exception:  # noqa: BLE001 - see above
            _log.exception("line %d of job %d could not be read", leased.line, leased.job)
            with suppress(StoreError):
                self._store.leases.hand_back(leased)
        finally:
            self._under_way.discard(leased)

    def _loaded(self) -> ReadLine:
        with self._loading:
            if self._read_line is None:
                loaded = self._load()
                self._read_line = loaded if callable(loaded) else self._reader_with(loaded)
            return self._read_line

    def _reader_with(self, parser: Parser) -> ReadLine:
        return LineReading(self._store, parser, self._reading.max_characters, self._reading.fetch).read


def _line_error(leased: LeasedLine, error: ServiceError) -> LineError:
    if isinstance(error, SubmissionError):
        pointer = f"/{error.field}" if error.field is not None else None
        return LineError(leased.line, str(error), pointer, leased.article_id)
    return LineError(leased.line, str(error), "/id" if isinstance(error, ClashError) else None, leased.article_id)

"""A parser whose models load in a thread of their own, while the service answers what needs no parsing."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Thread

from service.domain.articles import Sentence, Span
from service.parsing.parser import Parser

_log = logging.getLogger(__name__)


class BackgroundParser:
    """Parses as soon as the parser that `load` makes is there; who asks before, waits."""

    def __init__(self, load: Callable[[], Parser]) -> None:
        self._load = load
        self._loaded: Future[Parser] = Future()
        Thread(target=self._run, name="load-models", daemon=True).start()

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """See `Parser.parse`."""
        return self._loaded.result().parse(text, paragraphs)

    def is_ready(self) -> bool:
        """Whether the models are loaded."""
        return self._loaded.done() and self._loaded.exception() is None

    def _run(self) -> None:
        try:
            self._loaded.set_result(self._load())
        except BaseException as error:  # noqa: BLE001 - whatever it is, those who wait must hear of it
            _log.exception("the models cannot be loaded")
            self._loaded.set_exception(error)

"""CPU seconds by stage; the time of a stage inside another one is its own alone."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import Any

from service.domain import Sentence, Span
from service.parsing.parser import Parser

# ruff: noqa: ANN401 - Stanza has no types


class Stopwatch:
    """Runs for one stage at a time; `clock` tells the CPU seconds of all threads of this process."""

    def __init__(self, clock: Callable[[], float] = time.process_time) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._clock = clock
        self._stages: list[str] = []
        self._since = clock()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """What runs inside counts for the stage, until another one begins inside it."""
        self._charge()
        self._stages.append(name)
        try:
            yield
        finally:
            self._charge()
            self._stages.pop()

    def _charge(self) -> None:
        now = self._clock()
        if self._stages:
            self.seconds[self._stages[-1]] += now - self._since
        self._since = now


class TimedParser:
    """A parser whose time is the stage "parsing"."""

    def __init__(self, parser: Parser, watch: Stopwatch) -> None:
        self._parser = parser
        self._watch = watch

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """See `Parser.parse`."""
        with self._watch.stage("parsing"):
            return self._parser.parse(text, paragraphs)


@contextmanager
def timed_processors(watch: Stopwatch) -> Iterator[None]:
    """Inside, each of Stanza's processors is a stage under its own name, whoever calls it."""
    # Imported here: it takes seconds, which belong to the loading that is measured.
    from stanza.pipeline.processor import NAME_TO_PROCESSOR_CLASS

    untimed = {name: processor.process for name, processor in NAME_TO_PROCESSOR_CLASS.items()}
    for name, processor in NAME_TO_PROCESSOR_CLASS.items():
        processor.process = _timed(name, untimed[name], watch)
    try:
        yield
    finally:
        for name, processor in NAME_TO_PROCESSOR_CLASS.items():
            processor.process = untimed[name]


def _timed(name: str, process: Callable[..., Any], watch: Stopwatch) -> Callable[..., Any]:
    @wraps(process)
    def timed(*arguments: Any, **options: Any) -> Any:
        with watch.stage(name):
            return process(*arguments, **options)

    return timed

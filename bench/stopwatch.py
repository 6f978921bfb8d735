"""CPU seconds by stage; the time of a stage inside another one is its own alone."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import Any

from service.domain.articles import Sentence, Span
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
def timed_models(watch: Stopwatch) -> Iterator[None]:
    """Inside, the splitting of sentences and each net is a stage under its own name, whoever calls it."""
    # Imported here: it takes seconds, which belong to the loading that is measured.
    from service.parsing import stanza_parser
    from service.parsing.nets.ends import EndNet
    from service.parsing.nets.name_kinds import KindsOfNames
    from service.parsing.nets.names import NamePaths
    from service.parsing.nets.reading import TextReader
    from service.parsing.nets.trees import TreeHead

    places = (
        ("words and sentences", stanza_parser, "split_sentences"),
        ("doubtful ends", EndNet, "__call__"),
        ("encoder", TextReader, "rows"),
        ("heads", TreeHead, "forward"),
        ("names", NamePaths, "__call__"),
        ("kinds of names", KindsOfNames, "__call__"),
    )
    untimed = [(owner, name, getattr(owner, name)) for _, owner, name in places]
    for stage, owner, name in places:
        setattr(owner, name, _timed(stage, getattr(owner, name), watch))
    try:
        yield
    finally:
        for owner, name, function in untimed:
            setattr(owner, name, function)


def _timed(name: str, function: Callable[..., Any], watch: Stopwatch) -> Callable[..., Any]:
    @wraps(function)
    def timed(*arguments: Any, **options: Any) -> Any:
        with watch.stage(name):
            return function(*arguments, **options)

    return timed

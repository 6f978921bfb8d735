"""A parser that reports how long each text took."""

from collections.abc import Callable, Sequence
from time import perf_counter

from service.domain.articles import Sentence, Span
from service.parsing.parser import Parser


class MeasuredParser:
    """Parses as the parser does; `observe` hears the seconds of each parse that ends well."""

    def __init__(self, parser: Parser, observe: Callable[[float], None]) -> None:
        self._parser = parser
        self._observe = observe

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """See `Parser.parse`."""
        started = perf_counter()
        sentences = self._parser.parse(text, paragraphs)
        self._observe(perf_counter() - started)
        return sentences

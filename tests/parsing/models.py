"""The real models, which take seconds to load, loaded once for all tests that need them."""

from collections.abc import Sequence
from functools import cache

from service.config.settings import Settings
from service.domain.articles import Sentence, Span
from service.parsing.stanza_parser import StanzaParser


@cache
def real_parser() -> StanzaParser:
    """The parser with the models that came with the package."""
    return StanzaParser(Settings().models)


class RememberingParser:
    """The same parser, which parses a text once, however many tests read it."""

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """See `Parser.parse`."""
        return _parsed(text, tuple(paragraphs))


@cache
def _parsed(text: str, paragraphs: tuple[Span, ...]) -> tuple[Sentence, ...]:
    return real_parser().parse(text, paragraphs)

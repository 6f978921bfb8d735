"""The real models, which take seconds to load, loaded once for all tests that need them."""

from functools import cache

from service.config.settings import Settings
from service.parsing.stanza_parser import StanzaParser


@cache
def real_parser() -> StanzaParser:
    """The parser with the models that came with the package."""
    return StanzaParser(Settings().models)

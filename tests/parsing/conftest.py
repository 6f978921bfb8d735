"""The parser with the real models."""

import pytest

from parsing.models import real_parser
from service.parsing.stanza_parser import StanzaParser


@pytest.fixture(name="parser", scope="session")
def fixture_parser() -> StanzaParser:
    """Loaded once."""
    return real_parser()

"""The parser with the real models."""

import pytest

from service.parsing.stanza_parser import StanzaParser
from tests.parsing.models import real_parser


@pytest.fixture(name="parser", scope="session")
def fixture_parser() -> StanzaParser:
    """Loaded once."""
    return real_parser()

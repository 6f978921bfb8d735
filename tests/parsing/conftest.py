"""The parser with the real models."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from service.parsing.stanza_parser import StanzaParser


@pytest.fixture(name="parser", scope="session")
def fixture_parser() -> "StanzaParser":
    """Loaded once; here, for the quick tests of this folder need no torch."""
    from tests.parsing.models import real_parser

    return real_parser()

"""What is built before the first request."""

import subprocess
import sys

import pytest

from service.application.rehearsal import rehearse
from tests.services import NoParser

# In a process of its own: other tests have read the tables already.
_PROGRAM = """
from service.application.rehearsal import rehearse
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.domain.articles import Article
from service.lexicon import lines
from service.parsing.stanza_parser import StanzaParser

parser = StanzaParser(Settings().models)
rehearse(parser)
n_read = lines.cache_info().misses
said = "The harbour plan was presented.\\n\\n“We will {}build the bridge,” said Ana Ruiz, the {} of Lima."
UseCases(parser).analyse([Article("a", said.format("", "mayor")), Article("b", said.format("not ", "former mayor"))])
print(lines.cache_info().misses - n_read)
"""


def test_the_rehearsal_needs_no_sentence():
    assert len(rehearse(NoParser()).articles) == 3


@pytest.mark.model
def test_after_the_rehearsal_no_table_is_read():
    assert subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, check=True).stdout == b"0\n"

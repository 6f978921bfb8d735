"""A parser that tells its times."""

import pytest

from service.errors import ModelError
from service.parsing.measured import MeasuredParser


class _Parser:
    def parse(self, text, paragraphs):
        if text == "bad":
            raise ModelError("gone")
        return (text, paragraphs)


def test_parses_as_the_parser_does_and_tells_the_time():
    told = []
    assert MeasuredParser(_Parser(), told.append).parse("text", ()) == ("text", ())
    assert len(told) == 1
    assert told[0] >= 0


def test_a_failure_is_no_time():
    told = []
    with pytest.raises(ModelError):
        MeasuredParser(_Parser(), told.append).parse("bad", ())
    assert told == []

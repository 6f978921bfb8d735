"""Models that load while the service already answers."""

from threading import Event

import pytest

from service.errors import ModelError
from service.parsing.background import BackgroundParser


class _Parser:
    def parse(self, text, paragraphs):
        return (text,)


def test_who_asks_before_the_models_are_loaded_waits_for_them():
    may_load = Event()
    parser = BackgroundParser(lambda: (may_load.wait(5), _Parser())[1])
    assert not parser.is_ready()
    may_load.set()
    assert parser.parse("a", ()) == ("a",)
    assert parser.is_ready()


def test_models_that_cannot_be_loaded_are_told_to_everybody_who_asks():
    def fail():
        raise ModelError("no such folder")

    parser = BackgroundParser(fail)
    for _ in range(2):
        with pytest.raises(ModelError, match="no such folder"):
            parser.parse("a", ())
    assert not parser.is_ready()

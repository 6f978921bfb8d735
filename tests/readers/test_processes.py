"""A template and its readers, one by one; how they are used is tested in test_pool.py."""

import os
import signal
import sys

import pytest

from service.errors import ModelError, TimeLimitError
from service.readers.places import Deadline
from service.readers.processes import ReaderError, Template
from tests.readers import work

pytestmark = pytest.mark.slow

COMMAND = [sys.executable, "-m", "tests.readers.work"]


def test_a_reader_answers_until_it_is_ended():
    template, deadline = Template(COMMAND), Deadline.after(60)
    template.wait()
    reader = template.fork(deadline)
    reader.begin((work.double, deadline), deadline)
    assert reader.has_answer(60)
    assert reader.answer(deadline) == (14, None, (0.5,))
    assert reader.is_alive()
    assert reader.megabytes > 0
    reader.end()
    template.end()
    assert template.has_ended
    with pytest.raises(ReaderError):
        template.fork(deadline)


def test_who_waits_for_the_models_waits_no_longer_than_its_deadline():
    template = Template([sys.executable, "-c", "import sys; sys.stdin.read(); import time; time.sleep(60)"])
    with pytest.raises(TimeLimitError):
        template.fork(Deadline.after(0.01))
    os.kill(template.pid, signal.SIGKILL)
    with pytest.raises(ModelError, match="has ended"):
        template.wait()
    template.end()

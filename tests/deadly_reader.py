"""A process that forks readers without models, some of which die: `python -m tests.deadly_reader FD`.

A reader dies of an article that says POISON; of one that says DIE ONCE only the first time.
"""

import os
import re
import signal
import socket
import sys
from pathlib import Path

from service.archive.reading.reader import workplace
from service.domain.articles import Sentence
from service.readers.template import run_template
from tests.rough_parser import RoughParser


class DeadlyParser(RoughParser):
    def parse(self, text, paragraphs) -> tuple[Sentence, ...]:
        once = re.search(r"DIE ONCE (\S+)", text)
        if "POISON" in text or (once and not Path(once[1]).exists()):
            if once:
                Path(once[1]).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().parse(text, paragraphs)


if __name__ == "__main__":
    sys.stdin.buffer.read()
    run_template(socket.socket(fileno=int(sys.argv[1])), lambda: workplace(DeadlyParser()))

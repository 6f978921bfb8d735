"""`python -m service.archive.reading.reader FD`: the process that loads the models and forks readers; see `readers`.

The settings come on the standard input.
"""

import pickle
import socket
import sys
from functools import partial

from service.application.rehearsal import rehearse
from service.archive.encoding import encode
from service.attribution.pipeline import read_article
from service.config.settings import Settings
from service.domain.articles import Article
from service.parsing.parser import Parser
from service.parsing.stanza_parser import StanzaParser
from service.readers.places import Deadline
from service.readers.template import Workplace, run_template
from service.runtime.garbage_collection import freeze_gc


def main() -> None:
    """Fork readers as asked on the socket of this number."""
    settings: Settings = pickle.load(sys.stdin.buffer)
    run_template(socket.socket(fileno=int(sys.argv[1])), partial(_loaded, settings))


def workplace(parser: Parser) -> Workplace:
    """What readers are forked with: everything loaded; each reads an article, and answers the analysis as text."""
    rehearse(parser)
    freeze_gc()

    def read(asked: tuple[Article, Deadline]) -> str:
        article, _ = asked
        return encode(read_article(article, parser))

    return Workplace(read, lambda: None, [])


def _loaded(settings: Settings) -> Workplace:
    # One thread: there are as many readers as there are processors.
    return workplace(StanzaParser(settings.models, threads=1))


if __name__ == "__main__":
    main()

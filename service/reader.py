"""`python -m service.reader articles|lines FD`: the process that loads the models and forks readers; see `readers`.

The settings of the app that asks come on the standard input. What reads needs nothing of the web, whose import takes as
long as that of all the rest.
"""

import pickle
import socket
import sys
from dataclasses import replace
from functools import partial
from logging.config import dictConfig
from typing import TYPE_CHECKING

from service.application.dependencies import Limits
from service.application.reading import Reading
from service.application.rehearsal import rehearse
from service.config.settings import Settings
from service.jobs.line_reading import LineReading
from service.outbound.http_client import Guard
from service.parsing.measured import MeasuredParser
from service.parsing.model_folder import ensure_models
from service.readers.template import Workplace, run_template
from service.runtime.garbage_collection import freeze_gc
from service.runtime.logs import log_config
from service.runtime.start_checks import ensure_home
from service.store import Store

if TYPE_CHECKING:
    from service.parsing.stanza_parser import StanzaParser


def main() -> None:
    """Fork readers as asked on the socket of this number."""
    kind, number = sys.argv[1:]
    settings: Settings = pickle.load(sys.stdin.buffer)
    load = partial(workplace, settings, of_lines=kind == "lines")
    run_template(socket.socket(fileno=int(number)), load)


def workplace(settings: Settings, *, of_lines: bool) -> Workplace:
    """What readers are forked with: everything loaded, and no connection open."""
    dictConfig(log_config())
    # One thread until they are forked.
    parser = stanza(replace(settings, torch_threads=1))
    # Before the service is ready: the first request would wait for tables that later ones find built.
    rehearse(parser)
    store, fetch = Store(settings.database_url), guard_of(settings).get
    store.close()
    # What takes long to collect is there now, and stays; untouched, it stays shared.
    freeze_gc()
    measures: list[float] = []
    measured = MeasuredParser(parser, measures.append)
    reader = (
        LineReading(store, measured, settings.max_characters, fetch)
        if of_lines
        else Reading(measured, limits_of(settings), fetch, store)
    )
    return Workplace(
        lambda asked: asked[0](reader, deadline=asked[1]), partial(_use_threads, settings), measures, parser.precision
    )


def _use_threads(settings: Settings) -> None:
    from service.parsing.stanza_parser import use_threads

    use_threads(settings.torch_threads)


def limits_of(settings: Settings) -> Limits:
    """How much may be asked at once."""
    return Limits(
        settings.max_articles,
        settings.max_characters,
        settings.max_request_characters,
        parses=settings.parses,
        seconds=settings.seconds,
    )


def guard_of(settings: Settings) -> Guard:
    """What watches over requests to others."""
    return Guard(settings.fetch_seconds, settings.fetch_bytes, settings.fetch_private, settings.certificates)


def stanza(settings: Settings) -> "StanzaParser":
    """The parser with the models of the settings; raises ModelError, at once where there are none."""
    ensure_models(settings.models)
    # Imported here, and never by gunicorn or what it forks: torch starts OpenMP threads, and a fork after that
    # hangs. The command, too, answers faster where it needs no parser.
    ensure_home()
    from service.parsing.stanza_parser import StanzaParser

    return StanzaParser(settings.models, threads=settings.torch_threads)


if __name__ == "__main__":
    main()

"""The service and its consumer in earnest, but for the models: their parser knows one sentence, and is fast.

Each runs as a process of its own, which can be killed with all that it has started.
"""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from flask import Flask
from gunicorn.app.wsgiapp import run

from service.app import create_app
from service.application.dependencies import Dependencies, Limits
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.domain.articles import Sentence, Span
from service.jobs.batches import Batches
from service.jobs.consumer import consume
from service.jobs.line_worker import LineWorker, ReadOptions
from service.jobs.queue import Queue
from service.store import Store
from tests.attribution.parses import article_and_parser

NAMES = ["Ana Ruiz", "Omar Said", "Eva Lund", "Ruiz"]
WORDS = [
    "We will close the bridge before May",
    "We will not close the bridge before May",
    "The ferry goes on until May",
]
_SAID = re.compile(r"“(.+),” said (.+), the director of the Port Office\.")
_LEASE_SECONDS = 1


def article(article_id: str, number: int) -> dict[str, str]:
    """An article by its number: of few speakers and fewer statements, two of which contradict each other."""
    said = f"“{WORDS[number % 3]},” said {NAMES[number % 4]}, the director of the Port Office."
    return {"id": article_id, "text": f"{said}\n\nIt was the meeting number {number} of the board.", "outlet": "Post"}


class SaidParser:
    """Knows how an article begins."""

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """The first sentence."""
        said = _SAID.match(text)
        assert said is not None, text
        words = " ".join(f"{word}/dep/said/X" for word in said[1].split())
        name = said[2].replace(" ", "_")
        head = name.partition("_")[0]
        who = f"{name}/nsubj/said/PERSON , the director/appos/{head} of the Port_Office/nmod//ORG"
        _, parser = article_and_parser(f"“ {words} , ” said/root {who} .")
        return parser.parse(text, paragraphs)


def app() -> Flask:
    """The service by its settings."""
    settings = Settings.from_environment()
    store, queue = Store(settings.database_url), Queue(settings.queue)
    dependencies = Dependencies(store=store, batches=Batches(store, queue.wake))
    use_cases = UseCases(SaidParser(), limits=Limits(parses=settings.parses), dependencies=dependencies)
    return create_app(settings, use_cases=use_cases)


def serve(folder: Path, url: str, port: int) -> None:
    """The process of gunicorn, with its store at the URL and its log in the folder."""
    _begin(folder, url)
    sys.argv = [
        "gunicorn",
        "--config",
        "python:service.runtime.gunicorn_config",
        "--bind",
        f"127.0.0.1:{port}",
        f"{__name__}:app()",
    ]
    run()


def work(folder: Path, url: str) -> None:
    """The process of a consumer, the same."""
    _begin(folder, url)
    settings = Settings.from_environment()
    lines = LineWorker(Store(settings.database_url), SaidParser, reading=ReadOptions(_LEASE_SECONDS))
    consume(settings.queue, lines, n_at_once=settings.parses)


def _begin(folder: Path, url: str) -> None:
    os.setsid()
    os.environ["QUOTES_DATABASE_URL"] = url
    output = os.open(folder / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(output, stream)

"""How far one stored article walks: calls of the service's functions, and files that they lie in.

`make walk`: two articles with a quotation each, by two outlets that disagree, through the HTTP API in this
process, with the real models. Counted is what the second one takes, and what the conflict takes that follows from it.
"""

import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import service
from service import create_app
from service.application.dependencies import Dependencies
from service.application.rehearsal import rehearse
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.parsing.stanza_parser import StanzaParser
from service.store import Store

_ROOT = f"{Path(service.__file__).parent}/"
_WARM, _OTHER = "open the new library before the end of May", "build the bridge across the harbour before May"


class _Walk:
    """Counts the calls of the service's functions while it is on, in this thread and in those that begin later."""

    def __init__(self) -> None:
        self._calls: Counter[tuple[str, str]] = Counter()
        self._is_on = False
        threading.setprofile(self._count)

    def of(self, name: str, ask: Callable[[], TestResponse]) -> str:
        """What an answer takes, in a line."""
        self._calls.clear()
        self._is_on = True
        sys.setprofile(self._count)
        try:
            status = ask().status_code
        finally:
            sys.setprofile(None)
            self._is_on = False
        n_files = len({file for file, _ in self._calls})
        return f"{name:<32} {status}{self._calls.total():>8}{len(self._calls):>11}{n_files:>7}"

    def _count(self, frame: FrameType, event: str, _: object) -> None:
        file = frame.f_code.co_filename
        if self._is_on and event == "call" and file.startswith(_ROOT):
            self._calls[file, frame.f_code.co_qualname] += 1


def _article(outlet: str, words: str) -> dict[str, str]:
    text = f"The harbour plan was presented on Monday.\n\n“{words},” said Ana Ruiz, the mayor of Lima."
    return {"id": outlet, "outlet": outlet, "text": text}


def _submit(client: FlaskClient, outlet: str, words: str) -> TestResponse:
    return client.post("/v1/articles", json=_article(outlet, words))


def walks(client: FlaskClient) -> Iterator[str]:
    """A line for each answer of an app that stores nothing yet, and a head above them."""
    walk = _Walk()
    yield f"{'':<35}{'calls':>8}{'functions':>11}{'files':>7}"
    yield walk.of("POST the first article ever", lambda: _submit(client, "Warm Times", f"We will {_WARM}"))
    _submit(client, "Warm Post", f"We will not {_WARM}")
    for outlet in ("Warm Times", "Warm Post"):
        client.delete(f"/v1/articles/{outlet}")
    _submit(client, "Morning Times", f"We will {_OTHER}")
    second = "Evening Post", f"We will not {_OTHER}"
    yield walk.of("POST the second of two articles", lambda: _submit(client, *second))
    for address in ("/v1/conflicts", "/desk/"):
        yield walk.of(f"GET {address}", partial(client.get, address))


def main() -> None:
    """Print the lines."""
    with TemporaryDirectory() as folder:
        parser = StanzaParser(Settings().models)
        rehearse(parser)
        # In this process, where calls can be counted; a server has readers of its own for that.
        dependencies = Dependencies(store=Store(f"sqlite:///{folder}/quotes.sqlite"))
        app = create_app(Settings(), use_cases=UseCases(parser, dependencies=dependencies))
        for line in walks(app.test_client()):
            print(line)


if __name__ == "__main__":
    main()

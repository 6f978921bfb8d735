"""A service for one test, without what takes its time: migrations and routes are made once and used by all."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask

from service import create_app
from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.domain.articles import Sentence, Span
from service.store import Store
from service.web import EXTENSION


class NoParser:
    """Finds no sentence: what stands between marks is found all the same."""

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """None."""
        return ()


def new_store(folder: Path, *, holding: Callable[[Store], None] = lambda store: None) -> Store:
    """A store of the newest schema in a file of this folder; what it holds is stored once, and copied."""
    (folder / "quotes.sqlite").write_bytes(_stored(holding))
    return Store(f"sqlite:///{folder}/quotes.sqlite")


def service_app(settings: Settings, use_cases: UseCases) -> Flask:
    """The app of these settings, with these use cases until the next test asks for it: one at a time in a test."""
    # Only use cases look at the seeds; every test has a folder of its own for them.
    settings = replace(settings, seeds=Settings().seeds)
    # Who counts requests has counted none yet.
    app = _made(settings) if settings.requests_a_minute else _app(settings)
    app.extensions[EXTENSION] = use_cases
    return app


def store_app(settings: Settings, store: Store) -> Flask:
    """The same, over a store."""
    return service_app(settings, UseCases(NoParser(), seeds=settings.seeds, dependencies=Dependencies(store=store)))


@cache
def _stored(fill: Callable[[Store], None]) -> bytes:
    with TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/quotes.sqlite")
        fill(store)
        store.close()
        return (Path(folder) / "quotes.sqlite").read_bytes()


def _made(settings: Settings) -> Flask:
    return create_app(settings, use_cases=UseCases(NoParser()))


_app = cache(_made)

"""The factory: settings, parser, use cases, blueprints, error map; wiring and nothing else."""

import pickle
import sys
from functools import partial
from logging.config import dictConfig
from pathlib import Path

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import Map, PathConverter, UnicodeConverter

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.cli.base import CommandContext
from service.config.settings import Settings
from service.jobs.batches import Batches
from service.jobs.consumer import consume
from service.jobs.line_reading import LineReading, ReadLine
from service.jobs.line_worker import LineWorker, ReadOptions
from service.jobs.queue import Queue
from service.outbound.mail_server import MailServer
from service.presentation.analysis_text import table
from service.reader import guard_of, limits_of, stanza
from service.readers.pool import ReaderLimits, ReaderPool
from service.runtime.logs import log_config
from service.runtime.metrics import observe_analysis, observe_parse, observe_stored
from service.store import Store
from service.store.backups import back_up
from service.store.links.relinking import relink
from service.store.schema import check_schema, upgrade
from service.store.sql.connection import Database
from service.web import EXTENSION, MAX_BATCH_BYTES, PUBLIC_URL
from service.web.desk import desk
from service.web.middleware.authentication import register_access
from service.web.middleware.bodies import register_bodies
from service.web.middleware.cors import register_origins
from service.web.middleware.hosts import register_hosts
from service.web.middleware.problems import register_errors
from service.web.middleware.rate_limits import register_limits
from service.web.middleware.request_logging import register_tracing
from service.web.middleware.security_headers import register_headers
from service.web.operations.docs import contract, docs
from service.web.operations.metrics import metrics
from service.web.operations.openapi import openapi_yaml, register_api
from service.web.page.documents import analysis_html, analysis_json
from service.web.page.views import pages
from service.webhooks.delivery import Deliverer


class _JsonInOrder(DefaultJSONProvider):
    """Fields in the order of the contract, letters as they are."""

    sort_keys = False
    ensure_ascii = False


class _Name(UnicodeConverter):
    """A part of a path, without null characters: no database knows those, so nothing is called so."""

    def __init__(self, map: Map) -> None:
        super().__init__(map)
        # The contract reads the length out of it.
        self.regex = r"[^/\x00]{1,}"


class _AnyPath(PathConverter):
    """A path that may begin with a slash, too; without null characters, as above."""

    regex = r"[^\x00]+?"
    part_isolating = False


def create_app(settings: Settings | None = None, *, use_cases: UseCases | None = None) -> Flask:
    """The service as a WSGI application; without use cases of the caller's, the models begin to load now."""
    settings = settings or Settings.from_environment()
    app = Flask("service.web")
    app.config["MAX_CONTENT_LENGTH"] = settings.max_bytes
    app.config[MAX_BATCH_BYTES] = settings.max_batch_bytes
    app.config[PUBLIC_URL] = settings.public_url
    # A pasted article is one form field; Flask's own limit for it is 500 kB.
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_bytes
    app.json = _JsonInOrder(app)
    # An article's id may be an address, with two slashes, or a path, with one before it.
    app.url_map.merge_slashes = False
    app.url_map.converters |= {"default": _Name, "path": _AnyPath}
    app.extensions[EXTENSION] = use_cases or _use_cases(settings)
    # First: what others refuse is counted and logged, too.
    register_tracing(app)
    _register_callers(app, settings)
    register_api(app)
    register_errors(app)
    register_headers(app)
    app.register_blueprint(docs)
    app.register_blueprint(metrics)
    app.register_blueprint(pages)
    app.register_blueprint(desk)
    if use_cases is None:
        # While the models load in another process: nobody should wait for it behind many who ask for it at once.
        contract()
    return app


def _register_callers(app: Flask, settings: Settings) -> None:
    """Who may call, and how often; in this order, for limits are those of a key."""
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies)  # type: ignore[method-assign]
    register_hosts(app, settings.hosts, is_alone=not (settings.api_keys or settings.proxies))
    register_access(app, settings.api_keys)
    register_limits(app, settings.requests_a_minute)
    register_origins(app, settings.cors_origins)
    # Last: whoever is refused has sent it in vain.
    register_bodies(app)


def command_context() -> CommandContext:
    """What the `quotes` command works with."""
    renderers = {"table": table, "json": lambda analysis, _: analysis_json(analysis), "html": analysis_html}
    return CommandContext(stanza, renderers, openapi_yaml, upgrade_store, relink_store, read_batches, back_up_store)


def upgrade_store(settings: Settings) -> str:
    """Bring the store's tables to this version, which is answered."""
    return upgrade(Database(settings.database_url))


def relink_store(settings: Settings) -> None:
    """Recompute the store's statements; raises StoreError if its tables are not of this version."""
    database = Database(settings.database_url)
    check_schema(database)
    with database.writing() as connection:
        relink(connection)


def back_up_store(settings: Settings, path: Path) -> int:
    """Copy the store to a new file; how many articles that has. Raises StoreError."""
    return back_up(settings.database_url, path)


def read_batches(settings: Settings, parent: int | None) -> None:
    """Read the lines of batches until SIGTERM, or until the parent is gone, if one is named."""
    dictConfig(log_config())
    guard, store = guard_of(settings), Store(settings.database_url)
    work = LineWorker(
        store,
        lambda: _line_readers(settings),
        deliver=Deliverer(store.outbox, guard, mail=_mail(settings), public_url=settings.public_url).start_due,
        reading=ReadOptions(settings.lease_seconds, on_stored=observe_stored),
    )
    consume(settings.queue, work, n_at_once=settings.parses, parent=parent)


def _use_cases(settings: Settings) -> UseCases:
    store, queue = Store(settings.database_url), Queue(settings.queue)
    readers = _readers(settings, "articles", seconds=settings.seconds)
    dependencies = Dependencies(
        readers=readers,
        on_analysis=observe_analysis,
        on_stored=observe_stored,
        parts={"models": readers.is_ready, "store": store.is_ready, "queue": queue.is_ready},
        models=settings.models,
        store=store,
        batches=Batches(store, queue.wake, max_lines=settings.max_batch),
        sends_mail=_mail(settings) is not None,
    )
    return UseCases(limits=limits_of(settings), seeds=settings.seeds, dependencies=dependencies)


def _readers(settings: Settings, kind: str, *, seconds: float) -> ReaderPool:
    limits = ReaderLimits(settings.parses, seconds, settings.reader_megabytes)
    # Those of the environment may be others: an app is made with its own.
    given = pickle.dumps(settings)
    return ReaderPool([sys.executable, "-m", "service.reader", kind], limits, given=given, observe=observe_parse)


def _line_readers(settings: Settings) -> ReadLine:
    """Nobody waits for a line: it may take as long as it is leased."""
    readers = _readers(settings, "lines", seconds=settings.lease_seconds)
    readers.wait()
    return lambda leased: readers.run(partial(LineReading.read, leased=leased))


def _mail(settings: Settings) -> MailServer | None:
    if settings.smtp_url is None or settings.smtp_from is None:
        return None
    return MailServer.of(
        settings.smtp_url, settings.smtp_from, seconds=settings.fetch_seconds, certificates=settings.certificates
    )

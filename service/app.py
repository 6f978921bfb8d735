"""The factory: settings, parser, use cases, blueprints, error map; wiring and nothing else."""

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import PathConverter

from service.cli import Wiring, quotes
from service.metrics import observe_analysis, observe_kept, observe_parse
from service.outgoing.guard import Guard
from service.parsing.background import BackgroundParser
from service.parsing.measured import MeasuredParser
from service.parsing.parser import Parser
from service.settings import Settings
from service.store import Store
from service.store.database import Database
from service.store.schema import upgrade
from service.table import table
from service.usecases import Limits, Surroundings, UseCases
from service.web import EXTENSION
from service.web.access import register_access
from service.web.contract import openapi_yaml, register_api
from service.web.desk import desk
from service.web.docs import docs
from service.web.errors import register_errors
from service.web.faces import analysis_html, analysis_json
from service.web.headers import register_headers
from service.web.limits import register_limits
from service.web.metrics import metrics
from service.web.origins import register_origins
from service.web.pages import pages
from service.web.tracing import register_tracing


class _JsonInOrder(DefaultJSONProvider):
    """Fields in the order of the contract, letters as they are."""

    sort_keys = False
    ensure_ascii = False


class _AnyPath(PathConverter):
    """A path that may begin with a slash, too."""

    regex = ".+?"
    part_isolating = False


def create_app(settings: Settings | None = None, *, use_cases: UseCases | None = None) -> Flask:
    """The service as a WSGI application; without use cases of the caller's, the models begin to load now."""
    settings = settings or Settings.from_environment()
    app = Flask("service.web")
    app.config["MAX_CONTENT_LENGTH"] = settings.max_bytes
    # A pasted article is one form field; Flask's own limit for it is 500 kB.
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_bytes
    app.json = _JsonInOrder(app)
    # An article's id may be an address, with two slashes, or a path, with one before it.
    app.url_map.merge_slashes = False
    app.url_map.converters["path"] = _AnyPath
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
    return app


def _register_callers(app: Flask, settings: Settings) -> None:
    """Who may call, and how often; in this order, for limits are those of a key."""
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies)  # type: ignore[method-assign]
    register_access(app, settings.api_keys)
    register_limits(app, settings.requests_a_minute)
    register_origins(app, settings.cors_origins)


def main() -> None:
    """The `quotes` command."""
    faces = {"table": table, "json": analysis_json, "html": analysis_html}
    quotes(obj=Wiring(_stanza, faces, openapi_yaml, upgrade_store))


def upgrade_store(settings: Settings) -> str:
    """Bring the store's tables to this version, which is answered."""
    return upgrade(Database(settings.database_url))


def _use_cases(settings: Settings) -> UseCases:
    parser = BackgroundParser(lambda: MeasuredParser(_stanza(settings), observe_parse))
    limits = Limits(settings.max_articles, settings.max_characters, settings.parses, settings.seconds)
    guard = Guard(settings.fetch_seconds, settings.fetch_bytes, settings.fetch_private, settings.certificates)
    store = Store(settings.database_url)
    parts = {"models": parser.is_ready, "store": store.is_ready}
    surroundings = Surroundings(guard.get, observe_analysis, observe_kept, parts, settings.models, store)
    return UseCases(parser, limits=limits, seeds=settings.seeds, surroundings=surroundings)


def _stanza(settings: Settings) -> Parser:
    # Imported here, in the worker and after its fork: torch starts OpenMP threads, and a fork after that
    # hangs. The command, too, answers faster where it needs no parser.
    from service.parsing.stanza_parser import StanzaParser

    return StanzaParser(settings.models, threads=settings.torch_threads)

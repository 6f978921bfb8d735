"""Who may import whom: each room only rooms below it."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from tests.sources import ROOT, nodes, source

SERVICE = ROOT / "service"
MODULES = sorted(SERVICE.rglob("*.py"))

# The rooms from the top of the house down, and what each may import: only rooms that stand below it.
VALUES = {"domain", "errors"}
ROOMS = {
    "__main__": {"app", "cli"},
    "app": {
        "reader",
        "readers",
        "web",
        "cli",
        "application",
        "jobs",
        "webhooks",
        "store",
        "presentation",
        "runtime",
        "parsing",
        "outbound",
    }
    | {"config"}
    | VALUES,
    "reader": {"readers", "application", "jobs", "store", "runtime", "parsing", "outbound", "config"},
    "cli": {"archive", "application", "presentation", "runtime", "ingestion", "parsing", "config", "version"} | VALUES,
    "archive": {
        "web",
        "application",
        "readers",
        "store",
        "runtime",
        "linking",
        "attribution",
        "ingestion",
        "parsing",
        "config",
        "version",
    }
    | VALUES,
    "web": {"application", "readers", "jobs", "presentation", "runtime", "ingestion", "config", "version"} | VALUES,
    "application": {
        "readers",
        "jobs",
        "webhooks",
        "store",
        "linking",
        "attribution",
        "ingestion",
        "parsing",
        "outbound",
        "version",
    }
    | VALUES,
    "readers": {"runtime"} | VALUES,
    "jobs": {"store", "attribution", "ingestion", "parsing"} | VALUES,
    "webhooks": {"store", "outbound"} | VALUES,
    "store": {"linking", "text"} | VALUES,
    "presentation": {"linking", "text"} | VALUES,
    "runtime": {"config"} | VALUES,
    "linking": {"text", "lexicon"} | VALUES,
    "attribution": {"parsing", "text", "lexicon"} | VALUES,
    "ingestion": {"outbound", "lexicon"} | VALUES,
    "parsing": {"text", "lexicon"} | VALUES,
    "outbound": {"version"} | VALUES,
    "text": {"lexicon"} | VALUES,
    "config": {"version"} | VALUES,
    "version": set(),
    "lexicon": set(),
    "errors": set(),
    "domain": set(),
}
# The same inside the rooms that have rooms: each part imports only those to its right.
INSIDE = {
    "linking": ("versions", "analysis", "conflicts", "statements", "speakers", "wording", "time_window", "content_ids"),
    "attribution": (
        *("pipeline", "attributions", "calibration", "quoted_utterances", "direct", "indirect", "coreference"),
        *("mentions", "affiliations", "reporting", "document", "vocabulary"),
    ),
    "store": (
        "store",
        "editing",
        "jobs",
        "articles",
        "schema",
        "queries",
        "reviews",
        "versions",
        "links",
        "saved_analyses",
        "webhooks",
        "searches",
        "filters",
        "idempotency",
        "sql",
    ),
    "web": ("page", "operations", "api", "desk", "exporting", "middleware", "rendering", "schemas"),
}
MOST_ROOMS, MOST_LOOSE_MODULES, MOST_FILES = 26, 6, 14
# The one place that may import each outside thing.
AT_HOME = {
    "stanza": ("parsing.nets", "parsing.stanza_pipeline", "parsing.stanza_processor"),
    "torch": ("parsing.nets", "parsing.reported.net", "parsing.stanza_parser", "parsing.stanza_processor"),
    "flask": ("app", "web"),
    "flask_limiter": ("web.middleware.rate_limits",),
    "flask_smorest": ("web",),
    "werkzeug": ("app", "web"),
    "jinja2": ("web",),
    "marshmallow": ("web.schemas",),
    "lxml": ("ingestion",),
    "py3langid": ("ingestion.languages",),
    "trafilatura": ("ingestion.html_extraction",),
    "requests": ("outbound",),
    "urllib3": ("outbound",),
    "smtplib": ("outbound.mail_server",),
    "standardwebhooks": ("webhooks.signing",),
    "structlog": ("runtime.logs",),
    "prometheus_client": ("runtime.metrics",),
    "click": ("cli",),
    "quotes_client": ("cli.commands",),
    "huey": ("jobs.queue",),
    "psycopg": ("jobs.queue",),
    "redis": ("jobs.queue",),
    "yaml": ("web.operations.openapi",),
    "sqlalchemy": ("store",),
    "alembic": ("store",),
    "daft": ("archive.engine",),
    "pyarrow": ("archive",),
}
# Attribution and comparison decide: the same articles give the same answer, on every day and machine.
NO_IO = {"datetime", "http", "io", "logging", "os", "pathlib", "random", "requests", "secrets", "socket"}
NO_IO |= {"sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid"}


def _name(path: Path) -> str:
    parts = path.relative_to(SERVICE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def _imports(path: Path) -> frozenset[str]:
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            found.add(node.module or "")
    return frozenset(found)


def _lies_in(name: str, parts: set[str] | tuple[str, ...]) -> bool:
    return any(name == part or name.startswith(f"{part}.") for part in parts)


def _of_the_house(path: Path) -> set[tuple[str, ...]]:
    """What a module imports of the service, each name in its parts; `from service import create_app` is the app."""
    ours = {tuple(name.split(".")[1:]) for name in _imports(path) if name.split(".")[0] == "service"}
    return {name or ("app",) for name in ours}


def _room(path: Path) -> tuple[str, ...]:
    return path.relative_to(SERVICE).with_suffix("").parts


def _wrong(find: Callable[[Path], set[str]], paths: Iterable[Path] = MODULES) -> dict[str, set[str]]:
    """What is found in each module, for those in which something is."""
    found = {_name(path): find(path) for path in paths}
    return {name: wrong for name, wrong in found.items() if wrong}


def test_a_room_may_import_only_rooms_below_it():
    below = list(ROOMS)
    for room, others in ROOMS.items():
        assert others <= set(below[below.index(room) + 1 :]), room


def test_each_room_has_a_row():
    assert {_room(path)[0] for path in MODULES} - {"__init__"} == set(ROOMS)


def test_imports_run_downward():
    def upward(path: Path) -> set[str]:
        room, *_ = _room(path)
        return {name[0] for name in _of_the_house(path)} - ROOMS.get(room, {"app"}) - {room}

    assert _wrong(upward) == {}


def test_inside_a_room_imports_run_downward_too():
    def upward(path: Path) -> set[str]:
        room, part, *_ = (*_room(path), "")
        parts = INSIDE.get(room, ())
        imported = {name[1] for name in _of_the_house(path) if name[0] == room and len(name) > 1}
        return imported & set(parts[: parts.index(part)]) if part in parts else set()

    assert _wrong(upward) == {}


def test_a_stranger_finds_the_way():
    """Few rooms, few files in each, hardly any that lie loose."""
    folders = {path.parent for path in MODULES if "migrations" not in path.parts}
    files = {folder: [path for path in folder.glob("*.py") if path.stem != "__init__"] for folder in folders}
    assert len([folder for folder in folders if folder.parent == SERVICE]) <= MOST_ROOMS
    assert len(files.pop(SERVICE)) <= MOST_LOOSE_MODULES
    assert {folder.name: len(here) for folder, here in files.items() if len(here) > MOST_FILES} == {}


def test_each_outside_thing_has_one_home():
    def strays(path: Path) -> set[str]:
        outside = {name.split(".")[0] for name in _imports(path)}
        return {name for name in outside & set(AT_HOME) if not _lies_in(_name(path), AT_HOME[name])}

    assert _wrong(strays) == {}


def test_what_decides_knows_no_io_clock_or_chance():
    rooms = ("attribution", "linking", "domain", "presentation.claims")
    deciding = [path for path in MODULES if _lies_in(_name(path), rooms) and _name(path) != "domain.times"]
    assert _wrong(lambda path: {name.split(".")[0] for name in _imports(path)} & NO_IO, deciding) == {}


@pytest.mark.slow
def test_gunicorns_master_loads_nothing_that_a_fork_would_break():
    """torch would hang the workers, and what the Prometheus client counts would never leave them."""
    program = "import sys, service.runtime.gunicorn_config as _; "
    program += "print({*sys.modules} & {'torch', 'stanza', 'prometheus_client'})"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout == b"set()\n"


def test_the_application_is_the_only_door_to_the_store():
    """Neither HTTP nor the command reaches past the use cases, whoever gives them a store."""

    def reached(path: Path) -> set[str]:
        return {node.attr for node in nodes(path) if isinstance(node, ast.Attribute)} & {"store", "_store"}

    assert _wrong(reached, [path for path in MODULES if _room(path)[0] in {"web", "cli"}]) == {}


def test_rows_become_values_in_one_place():
    """What articles say and what follows from it is made of rows by `store.sql.rows`, and by nothing else there."""
    made = {"Speaker", "Affiliation", "Quotation", "Attribution", "Span", "Article", "Statement", "Claim", "Evidence"}
    made |= {"Conflict", "StoredConflict", "StoredArticle", "ArticleSummary", "LinkedQuotation", "Webhook", "Delivery"}

    def makes(path: Path) -> set[str]:
        calls = {node.func for node in nodes(path) if isinstance(node, ast.Call)}
        return {call.id for call in calls if isinstance(call, ast.Name)} & made

    others = [path for path in MODULES if _room(path)[0] == "store" and not _lies_in(_name(path), ("store.sql.rows",))]
    assert _wrong(makes, others) == {}


def test_no_row_is_any():
    """Strict mypy sees the columns of each row: no alias of `Any` hides them."""
    untyped = [path.name for path in MODULES if "Row = Any" in source(path)]
    assert untyped == []

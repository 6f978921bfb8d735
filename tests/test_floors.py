"""Who may import whom: each floor only those below it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SERVICE = Path(__file__).parent.parent / "service"
MODULES = sorted(SERVICE.rglob("*.py"))

GROUND = {"domain", "errors", "lexicon"}
# What each part of the house may import of the others. The longest matching name rules.
MAY_IMPORT = {
    "": {"app"},
    "__main__": {"app"},
    "app": {
        "cli.commands",
        "cli.base",
        "webhooks.delivery",
        "runtime.garbage_collection",
        "jobs",
        "runtime.logs",
        "web",
        "presentation",
        "application.use_cases",
        "runtime.metrics",
        "outbound",
    }
    | {"parsing", "config.settings", "store", "application.dependencies"}
    | GROUND,
    "runtime.gunicorn_config": {"runtime.logs", "config.settings"},
    "runtime.supervisor": {"runtime.logs", "config.settings"},
    "cli.commands": {
        "cli.base",
        "cli.ingest",
        "cli.remote",
        "application.use_cases",
        "config.model_choice",
        "ingestion.submissions",
        "config.api_keys",
        "config.settings",
    }
    | GROUND,
    "cli.remote": {"client", "cli.base", "presentation", "cli.watch"} | GROUND,
    "cli.ingest": {"client", "ingestion.submissions", "cli.remote"} | GROUND,
    "cli.watch": {"client"},
    "cli.base": {"config.settings", "parsing.parser"} | GROUND,
    "web": {
        "application.use_cases",
        "jobs.batches",
        "ingestion.submissions",
        "version",
        "config.api_keys",
        "runtime.logs",
        "runtime.metrics",
        "presentation",
        "runtime.trace_context",
    }
    | GROUND,
    "application.use_cases": {
        "attribution",
        "version",
        "linking",
        "ingestion.submissions",
        "jobs.batches",
        "outbound",
        "parsing.parser",
    }
    | {"store", "webhooks", "application.dependencies", "text"}
    | GROUND,
    "application.dependencies": {"version", "ingestion.submissions", "jobs.batches", "store"} | GROUND,
    "jobs": {"attribution", "ingestion.submissions", "parsing.parser", "store"} | GROUND,
    "store": {"linking", "text"} | GROUND,
    "ingestion": {"outbound", "text"} | GROUND,
    "webhooks": {"outbound", "store", "version"} | GROUND,
    "attribution": {"parsing.trees", "parsing.parser", "text", "lexicon"} | GROUND,
    "linking": {"parsing.trees", "text", "lexicon"} | GROUND,
    "presentation": GROUND,
    "client": {"version", "domain"},
    "outbound": {"version"} | GROUND,
    "parsing": GROUND,
    "text": GROUND,
    "config.settings": {"version", "config.model_choice", "config.api_keys"} | GROUND,
    "config.model_choice": GROUND,
    "runtime.metrics": GROUND,
    "version": set(),
    "runtime.garbage_collection": set(),
    "config.api_keys": set(),
    "runtime.logs": set(),
    "runtime.trace_context": set(),
    "lexicon": set(),
    "domain": set(),
    "errors": set(),
}
# The one place that may import each outside thing.
AT_HOME = {
    "stanza": ("parsing.nets", "parsing.stanza_pipeline"),
    "torch": ("parsing.nets", "parsing.stanza_parser"),
    "flask": ("app", "web"),
    "flask_limiter": ("web.middleware.rate_limits",),
    "flask_smorest": ("web",),
    "werkzeug": ("app", "web"),
    "jinja2": ("web",),
    "marshmallow": ("web.schemas",),
    "trafilatura": ("ingestion.html_extraction",),
    "requests": ("client.http", "outbound"),
    "urllib3": ("client.http", "outbound"),
    "standardwebhooks": ("client.webhooks", "webhooks.signing"),
    "structlog": ("runtime.logs",),
    "prometheus_client": ("runtime.metrics",),
    "click": ("cli.commands", "cli.base", "cli.ingest", "cli.remote"),
    "huey": ("jobs.queue",),
    "psycopg": ("jobs.queue",),
    "redis": ("jobs.queue",),
    "yaml": ("web.api.openapi",),
    "sqlalchemy": ("store",),
    "alembic": ("store",),
}
# Attribution and comparison decide: the same articles give the same answer, on every day and machine.
NO_IO = {"datetime", "http", "io", "logging", "os", "pathlib", "random", "requests", "secrets", "socket"}
NO_IO |= {"sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid"}


def _name(path: Path) -> str:
    parts = path.relative_to(SERVICE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            found.add(node.module or "")
    return found


def _lies_in(name: str, parts: set[str] | tuple[str, ...]) -> bool:
    return any(name == part or name.startswith(f"{part}.") for part in parts)


def _part(name: str) -> str:
    return max((part for part in MAY_IMPORT if _lies_in(name, (part,))), key=len, default="")


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_run_downward(path: Path):
    part = _part(_name(path))
    ours = {name.removeprefix("service").lstrip(".") for name in _imports(path) if name.split(".")[0] == "service"}
    wrong = {name for name in ours if not _lies_in(name, MAY_IMPORT[part] | ({part} - {""}))}
    assert wrong == set()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_each_outside_thing_has_one_home(path: Path):
    outside = {name.split(".")[0] for name in _imports(path)}
    wrong = {name for name in outside & set(AT_HOME) if not _lies_in(_name(path), AT_HOME[name])}
    assert wrong == set()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_what_decides_knows_no_io_clock_or_chance(path: Path):
    # Times are read and written by the standard library's calendar, not by its clock.
    if _lies_in(_name(path), ("attribution", "linking", "domain", "presentation.claims")) and _name(path) != "domain.times":
        assert {name.split(".")[0] for name in _imports(path)} & NO_IO == set()


def test_gunicorns_master_loads_nothing_that_a_fork_would_break():
    """torch would hang the workers, and what the Prometheus client counts would never leave them."""
    program = "import sys, service, service.runtime.gunicorn_config; print({*sys.modules} & {'torch', 'stanza', 'prometheus_client'})"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout == b"set()\n"

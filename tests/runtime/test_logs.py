"""Log lines."""

import io
import json
import logging
import logging.config
from contextvars import copy_context

import pytest
from structlog.contextvars import clear_contextvars

from service.runtime.logs import log_config, log_with


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch):
    """Logs as gunicorn does, and gives the lines."""
    # Requests that were asked in this thread before have left their ids.
    clear_contextvars()
    stream = io.StringIO()
    root = logging.getLogger()
    before = root.handlers[:], root.level
    # gunicorn hands it over by reference, so that the configuration must be one that dictConfig takes as it is.
    config = log_config()
    config["handlers"]["lines"]["stream"] = stream
    logging.config.dictConfig(config)
    # Tests before this one may have asked the app something in this very context.
    log_with()
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.handlers[:], root.level = before
    for name in ("gunicorn.error", "gunicorn.access"):
        logging.getLogger(name).propagate = True
    logging.getLogger("alembic").setLevel(logging.NOTSET)


def test_a_line_is_json_with_its_fields(lines):
    logging.getLogger("x").warning("it is %s", "so", extra={"status": 200})
    (line,) = lines()
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "it is so", "level": "warning", "logger": "x", "status": 200}


def test_a_failure_is_one_line_too(lines):
    try:
        raise ValueError("no\nway \ud800")
    except ValueError:
        logging.getLogger("x").exception("failed")
    (line,) = lines()
    assert "ValueError: no\nway" in line["exception"]


def test_gunicorns_lines_are_like_ours_but_for_its_access_log(lines):
    logging.getLogger("gunicorn.error").info("Booting")
    logging.getLogger("gunicorn.access").info("GET /")
    assert [line["event"] for line in lines()] == ["Booting"]


def test_what_is_known_of_a_request_stands_on_its_lines_only(lines):
    def request(name: str) -> None:
        log_with(request_id=name)
        logging.getLogger("x").info("here")

    copy_context().run(request, "a")
    copy_context().run(request, "b")
    logging.getLogger("x").info("after")
    assert [line.get("request_id") for line in lines()] == ["a", "b", None]

"""Several processes of gunicorn, which need no models for this."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.config.api_keys import Scope, new_key
from tests.serving import Served, serving

pytestmark = pytest.mark.http

SECRET, KEY = new_key("operator", [Scope.READ, Scope.ADMIN])
WRITER, WRITERS_KEY = new_key("desk", [Scope.WRITE])
HEADERS = {"Authorization": f"Bearer {SECRET}"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Two processes that find no models, but answer what needs none."""
    settings = {
        "QUOTES_WORKERS": "2",
        "QUOTES_MODELS": str(tmp_path_factory.mktemp("models")),
        "QUOTES_API_KEYS": f"{KEY.line} {WRITERS_KEY.line}",
        "QUOTES_CONSUMERS": "0",
    }
    with serving(tmp_path_factory.mktemp("operations"), settings, until="/healthz") as running:
        yield running


def test_figures_are_those_of_all_processes(served: Served):
    """Whichever process is asked: each time, one more request for metrics than the time before."""
    counts = []
    for _ in range(20):
        text = served.ask("GET", "/metrics", **HEADERS).text
        found = re.search(r'^quotes_requests_total\{method="GET",route="/metrics",status="200"\} (.*)$', text, re.M)
        counts.append(float(found[1]) if found else 0.0)
    assert counts == list(range(20))
    boots = [line for line in served.log.read_text("utf-8").splitlines() if "Booting worker" in line]
    assert len(boots) == 2


def test_what_is_kept_is_one_number_for_all_processes(served: Served):
    texts = [served.ask("GET", "/metrics", **HEADERS).text for _ in range(8)]
    assert {text.count('\nquotes_stored_conflicts{kind="wording"} 0.0\n') for text in texts} == {1}


def test_every_line_of_the_log_is_json_and_tells_no_key(served: Served):
    served.ask("GET", "/version", **HEADERS)
    text = served.log.read_text("utf-8")
    assert all("timestamp" in json.loads(line) for line in text.splitlines())
    assert SECRET not in text


def test_without_models_it_lives_but_is_not_ready(served: Served):
    assert served.ask("GET", "/healthz").status_code == 200
    unready = served.ask("GET", "/readyz")
    assert (unready.status_code, unready.json()["detail"]) == (503, "Not ready yet: models.")


def test_keys_are_asked_for(served: Served):
    assert served.ask("GET", "/").status_code == 401
    assert served.ask("GET", "/", **HEADERS).status_code == 200


def test_without_consumers_there_is_the_server_alone(served: Served):
    assert "gunicorn" in (Path("/proc") / str(served.process.pid) / "cmdline").read_text()


def test_the_queue_is_one_whichever_process_is_asked(served: Served):
    sent = {"Content-Type": "application/x-ndjson", "Authorization": f"Bearer {WRITER}"}
    assert served.ask("POST", "/v1/batches", b'{"text": "Rain."}\n{"text": "Snow."}\n', **sent).status_code == 202
    for _ in range(6):
        assert 'quotes_queue_lines{state="waiting"} 2.0' in served.ask("GET", "/metrics", **HEADERS).text

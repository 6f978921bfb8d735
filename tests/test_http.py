"""One real run: gunicorn as it is started in production, the real models, requests over HTTP."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

SEEDS = Path(__file__).parent.parent / "seeds"
# The models load in seconds; a machine that is busy with other work takes longer.
START_SECONDS = 120

pytestmark = pytest.mark.http


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a service that is ready."""
    number = _free_port()
    environment = {**os.environ, "QUOTES_PARSES": "1", "QUOTES_MAX_BYTES": "300000"}
    command = [
        sys.executable,
        "-c",
        "from service.app import main; main()",
        "serve",
        "--bind",
        f"127.0.0.1:{number}",
    ]
    folder = tmp_path_factory.mktemp("gunicorn")
    environment["QUOTES_DATABASE_URL"] = f"sqlite:///{folder}/quotes.sqlite"
    log = folder / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    try:
        _wait_until_ready(number, server)
        yield number
    finally:
        server.terminate()
        assert server.wait(30) == 0, log.read_text()


def _wait_until_ready(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, "gunicorn ended"
        try:
            if _ask(port, "GET", "/readyz").status_code == 200:
                return
        except requests.ConnectionError:
            pass
        time.sleep(0.2)
    pytest.fail("the service did not get ready")


def _ask(port: int, method: str, path: str, body: bytes | Iterator[bytes] | None = None) -> requests.Response:
    headers = {"Content-Type": "application/json"}
    return requests.request(method, f"http://127.0.0.1:{port}{path}", data=body, headers=headers, timeout=60)


def _seeds() -> bytes:
    articles = [{"id": path.stem, "text": path.read_text("utf-8")} for path in sorted(SEEDS.glob("*.txt"))]
    return json.dumps({"articles": articles}).encode()


def test_the_seeds_are_read(port: int):
    response = _ask(port, "POST", "/v1/analyses", _seeds())
    assert response.status_code == 200
    answer = json.loads(response.content)
    texts = {article["id"]: article["text"] for article in answer["articles"]}
    assert len(texts) == 5
    for quotation in answer["quotations"]:
        for span in quotation["parts"]:
            assert texts[quotation["article_id"]][span["start"] : span["end"]] == span["exact"]
        assert (quotation["statement_id"] is None) == (not quotation["is_speech"])
    assert "Koh Yu-hwan" in {speaker["name"] for speaker in answer["speakers"]}


def test_health_is_answered_while_all_places_are_taken(port: int):
    """One place: of several requests at once all but one hear that there is none, and when to come again."""
    with ThreadPoolExecutor(4) as threads:
        answers = [threads.submit(_ask, port, "POST", "/v1/analyses", _seeds()) for _ in range(4)]
        time.sleep(0.2)
        started = time.monotonic()
        assert _ask(port, "GET", "/healthz").status_code == 200
        assert time.monotonic() - started < 2
    responses = [answer.result() for answer in answers]
    assert sorted(response.status_code for response in responses) == [200, 503, 503, 503]
    refused = next(response for response in responses if response.status_code == 503)
    assert refused.headers["Retry-After"]
    assert refused.headers["Content-Type"] == "application/problem+json"


def test_a_body_without_a_length_is_limited_too(port: int):
    response = _ask(port, "POST", "/v1/analyses", (b" " * 10_000 for _ in range(50)))
    assert response.status_code == 413
    assert response.headers["Content-Type"] == "application/problem+json"


def test_the_page_is_served(port: int):
    response = _ask(port, "GET", "/")
    assert response.status_code == 200
    assert b"Read the 5 sample articles" in response.content

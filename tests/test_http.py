"""One real run: gunicorn as it is started in production, the real models, requests over HTTP."""

import json
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quotes_client import Article, Client, RefusedError
from service.domain.conflicts import Severity
from service.version import VERSION
from tests.outbound.servers import send
from tests.outbound.servers import serving as serving_pages
from tests.serving import Served, serving

SEEDS = Path(__file__).parent.parent / "seeds"

pytestmark = pytest.mark.http


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service that is ready."""
    settings = {"QUOTES_PARSES": "1", "QUOTES_MAX_BYTES": "300000", "QUOTES_FETCH_PRIVATE": "yes"}
    with serving(tmp_path_factory.mktemp("http"), settings) as running:
        yield running


def _seeds() -> bytes:
    articles = [{"id": path.stem, "text": path.read_text("utf-8")} for path in sorted(SEEDS.glob("*.txt"))]
    return json.dumps({"articles": articles}).encode()


def test_the_seeds_are_read(served: Served):
    response = served.ask("POST", "/v1/analyses", _seeds())
    assert response.status_code == 200
    answer = json.loads(response.content)
    texts = {article["id"]: article["text"] for article in answer["articles"]}
    assert len(texts) == 5
    for quotation in answer["quotations"]:
        for span in quotation["parts"]:
            assert texts[quotation["article_id"]][span["start"] : span["end"]] == span["exact"]
        assert (quotation["statement_id"] is None) == (not quotation["is_speech"])
    assert "Koh Yu-hwan" in {speaker["name"] for speaker in answer["speakers"]}


def test_health_is_answered_while_all_places_are_taken(served: Served):
    """One place, four requests: one more may wait, the others hear that there is none, and when to come again."""
    with ThreadPoolExecutor(4) as threads:
        answers = [threads.submit(served.ask, "POST", "/v1/analyses", _seeds()) for _ in range(4)]
        time.sleep(0.2)
        started = time.monotonic()
        assert served.ask("GET", "/healthz").status_code == 200
        assert time.monotonic() - started < 2
    responses = [answer.result() for answer in answers]
    assert sorted(response.status_code for response in responses) in ([200, 200, 503, 503], [200, 503, 503, 503])
    refused = next(response for response in responses if response.status_code == 503)
    assert refused.headers["Retry-After"]
    assert refused.headers["Content-Type"] == "application/problem+json"


def test_a_body_without_a_length_is_limited_too(served: Served):
    response = served.ask("POST", "/v1/analyses", (b" " * 10_000 for _ in range(50)))
    assert response.status_code == 413
    assert response.headers["Content-Type"] == "application/problem+json"


def test_what_is_no_request_hears_so_in_a_problem_document(served: Served):
    """gunicorn refuses it before the app sees it."""
    long = served.ask("GET", f"/v1/statements?words={'a' * 5000}")
    header = served.ask("GET", "/healthz", **{"X-Long": "a" * 9000})
    for response, status in ((long, 414), (header, 431)):
        assert response.status_code == status
        assert response.headers["Content-Type"] == "application/problem+json"
        assert response.json()["status"] == status
        assert response.json()["detail"]


def test_the_page_is_served(served: Served):
    response = served.ask("GET", "/")
    assert response.status_code == 200
    assert b"Analyse the 5 sample articles" in response.content


def test_an_article_is_fetched_and_read(served: Served):
    page = "<html><body><article><p>“We will build it,” said Ana Ruiz.</p></article></body></html>"
    with serving_pages(lambda handler: send(handler, page.encode(), Content_Type="text/html")) as port:
        body = {"articles": [{"id": "a", "url": f"http://127.0.0.1:{port}/story"}]}
        response = served.ask("POST", "/v1/analyses", json.dumps(body).encode())
    assert response.status_code == 200
    assert response.json()["articles"][0]["text"] == "“We will build it,” said Ana Ruiz."
    assert [speaker["name"] for speaker in response.json()["speakers"]] == ["Ana Ruiz"]


def test_the_client_reads_what_the_service_answers(served: Served):
    articles = [Article(path.read_text("utf-8"), id=path.stem) for path in sorted(SEEDS.glob("*.txt"))]
    with Client(f"http://127.0.0.1:{served.port}") as client:
        assert client.is_ready()
        assert client.version().version == VERSION
        analysis = client.analyse(articles)
        with pytest.raises(RefusedError) as raised:
            client.analyse([Article("x"), Article(" ")])
    texts = {article.id: article.text for article in analysis.articles}
    assert texts == {article.id: article.text for article in articles}
    spans = [(quotation.article_id, part) for quotation in analysis.quotations for part in quotation.parts]
    assert all(texts[article_id][part.start : part.end] == part.exact for article_id, part in spans)
    assert Severity.HIGH in {conflict.severity for conflict in analysis.conflicts}
    assert [error.field for error in raised.value.errors] == ["/articles/1/text"]


def test_the_client_waits_for_a_place(served: Served):
    """One place, four callers: those who hear 503 come again, and all have their answer."""

    def ask(number: int) -> int:
        with Client(f"http://127.0.0.1:{served.port}") as client:
            return len(client.analyse([Article(text, id=str(number))]).articles)

    text = min(SEEDS.glob("*.txt"), key=lambda path: path.stat().st_size).read_text("utf-8")
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, range(4))) == [1, 1, 1, 1]


def test_a_batch_is_read_beside_the_service_and_counted(served: Served):
    articles = [Article(path.read_text("utf-8"), id=path.stem) for path in sorted(SEEDS.glob("*.txt"))]
    with Client(f"http://127.0.0.1:{served.port}") as client:
        job = client.wait_for_job(client.submit_batch(articles).id, seconds=120)
        assert (job.done, job.failed) == (5, 0)
        assert Severity.HIGH in {conflict.severity for conflict in client.conflicts()}
    assert "quotes_articles_total 5.0" in served.ask("GET", "/metrics").text


def test_what_was_done_is_counted_and_logged(served: Served):
    text = served.ask("GET", "/metrics").text
    assert 'quotes_requests_total{method="POST",route="/v1/analyses",status="200"}' in text
    assert 'quotes_quotations_total{kind="direct"}' in text
    assert "quotes_parse_seconds_count" in text
    served.ask("GET", "/v1/nothing", **{"X-Request-ID": "looking-for-nothing"})
    lines = [json.loads(line) for line in served.log.read_text("utf-8").splitlines()]
    (line,) = [line for line in lines if line.get("request_id") == "looking-for-nothing"]
    assert (line["event"], line["status"], line["path"]) == ("request", 404, "/v1/nothing")


def test_a_stop_waits_for_what_is_under_way(served: Served):
    """The last test: the service is gone after it."""
    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(served.ask, "POST", "/v1/analyses", _seeds())
        time.sleep(0.3)
        assert not answer.done()
        served.process.send_signal(signal.SIGTERM)
        response = answer.result()
    assert response.status_code == 200
    assert len(response.json()["articles"]) == 5
    assert served.process.wait(30) == 0

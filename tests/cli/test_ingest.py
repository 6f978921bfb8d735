"""`quotes ingest`: files, folders and JSON lines, to a service that runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quotes_client import Client
from service.cli.commands import quotes
from tests.client.formats.test_files import FILES
from tests.ingestion.test_languages import OTHERS
from tests.jobs.served import serving_batches
from tests.outbound.servers import send, serving

# Each test has a server of its own in a thread.
pytestmark = pytest.mark.slow

ATOM = (FILES / "feed.atom").read_bytes()


@pytest.fixture
def url(settings) -> Iterator[str]:
    """Of a service that reads batches."""
    with serving_batches(settings) as opened:
        yield opened


@pytest.fixture
def ingest(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run_it(*paths: str) -> Result:
        return CliRunner().invoke(quotes, ["ingest", *paths, "--server", url])

    return run_it


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def ids(url: str) -> set[str]:
    with Client(url) as client:
        return {article.id for article in client.articles()}


def test_files_are_called_by_their_names(ingest, url):
    write("archive/may/one.txt", "Rain.")
    write("archive/two.html", "<html><body><article><p>It was a long day of snow.</p></article></body></html>")
    write("archive/notes.md", "No article.")
    write("three.txt", "Fog.")
    write("day.jsonl", '{"id": "four", "text": "Hail.", "outlet": "Post"}\n\n{"text": "Sleet."}\n')
    answer = ingest("archive", "three.txt", "day.jsonl")
    assert answer.exit_code == 0, answer.output
    assert answer.stdout.endswith(": finished, 5 stored, 0 failed.\n")
    assert "5 articles submitted." in answer.stderr
    found = ids(url)
    assert {"may/one", "two", "three", "four"} <= found
    assert len(found) == 5


def test_what_fails_is_told_by_its_place(ingest, url):
    write("day.jsonl", '{"text": "Rain."}\nnonsense\n{"texts": "x"}\n[]\n{"id": "a"}\n{"text": " "}\n')
    write("empty.txt", " ")
    answer = ingest("day.jsonl", "empty.txt")
    assert answer.exit_code == 1
    assert answer.stdout.endswith(": finished, 1 stored, 6 failed.\n")
    for told in (
        "day.jsonl:2 is not JSON in UTF-8: ",
        "day.jsonl:3 is not an article: the fields are ",
        "day.jsonl:4 is not an article but a list ",
        "day.jsonl:5 has no text, html or url.",
        "day.jsonl:6: The article has no text.",
        "empty.txt is empty.",
    ):
        assert told in answer.stderr


def test_a_feed_is_stored_as_its_articles(ingest, url):
    """Not as the markup that it is written in."""
    write("day.rss", (FILES / "feed.rss").read_text("utf-8"))
    write("table.csv", "headline,body,section\nSnow,It snows.,Weather\n")
    answer = ingest("day.rss", "table.csv", "--map", "headline=title", "--map", "body=text")
    assert answer.exit_code == 1
    assert answer.stdout.endswith(": finished, 2 stored, 2 failed.\n")
    assert "day.rss 3 has neither text nor address." in answer.stderr
    assert "day.rss https://www.valleygazette.example/news/ferry: The article cannot be fetched" in answer.stderr
    with Client(url) as client:
        texts = {article.title: client.article(article.id).text for article in client.articles()}
    assert set(texts) == {"Snow", "Harbour bridge to be rebuilt & widened"}
    assert not any("<" in text for text in texts.values())


def test_a_language_is_that_of_all_articles(ingest):
    write("one.txt", OTHERS["de"])
    assert "one.txt: The article 'one' is in German" in ingest("one.txt").stderr
    assert ingest("one.txt", "--language", "any").exit_code == 0


def test_what_is_left_out_is_counted(ingest):
    write("message.xml", (FILES / "message.xml").read_text("utf-8"))
    answer = ingest("message.xml")
    assert answer.exit_code == 0
    assert answer.stdout.endswith(": finished, 2 stored, 0 failed, 2 that are not articles left out.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.txt"], "quotes: none.txt does not exist.\n"),
        (["none.txt", "--follow"], "quotes: none.txt cannot be followed: only feeds at addresses can.\n"),
        (["x", "--map", "a=b"], "'a=b' is not NAME=FIELD; the fields are authors"),
    ],
)
def test_what_cannot_be_asked_is_refused(ingest, arguments: list[str], message: str):
    answer = ingest(*arguments)
    assert answer.exit_code == 2
    assert message in answer.stderr


def test_feeds_are_followed_until_they_are_gone(ingest, url, monkeypatch: pytest.MonkeyPatch):
    slept = []
    monkeypatch.setattr("quotes_client.cli.ingest.sleep", slept.append)
    answers = [(200, ATOM), (500, b""), (410, b"")]
    with serving(lambda handler: send(handler, answers[0][1], status=answers.pop(0)[0])) as port:
        answer = ingest(f"http://127.0.0.1:{port}/", "--follow", "--every", "30")
    assert answer.exit_code == 0
    assert "Following 1 feeds" in answer.stderr
    assert "cannot be fetched: status 500." in answer.stderr
    assert answer.stderr.endswith("is gone for good.\n")
    assert [round(seconds / 60) for seconds in slept] == [0, 30, 60]
    assert len(ids(url)) == 1


def test_nothing_to_hand_in_is_refused(ingest, url):
    write("archive/notes.md", "No article.")
    answer = ingest("archive")
    assert (answer.exit_code, answer.stderr) == (2, f"quotes: {url}: 422: The batch has no articles.\n")


def test_a_service_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("quotes_client.http.BACKOFF_SECONDS", 0)
    write(str(tmp_path / "one.txt"), "Rain.")
    answer = CliRunner().invoke(quotes, ["ingest", str(tmp_path), "--server", "http://127.0.0.1:1"])
    assert answer.exit_code == 2
    assert "quotes: http://127.0.0.1:1 does not respond" in answer.stderr


def test_progress_is_told(ingest):
    write("day.jsonl", '{"text": "Rain."}\n' * 40)
    answer = ingest("day.jsonl")
    assert "40 of 40 processed, 0 failed" in answer.stderr

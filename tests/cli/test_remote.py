"""The `quotes` command against a service over a store; its parser finds no sentence."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from werkzeug.serving import make_server

from service.cli.commands import quotes
from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview
from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.linking.reports import report
from tests.services import new_store, store_app
from tests.threaded import in_a_thread

# Each test has a server of its own in a thread.
pytestmark = pytest.mark.slow

ANA = "Ana Pérez"
DRY = "The wells of the valley have been dry since the spring festival."


def told(article_id, outlet, *voices):
    one = report(article_id, *voices)
    return replace(one, article=replace(one.article, outlet=outlet))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two articles that disagree by a word."""
    opened = new_store(tmp_path)
    opened.articles.save(told("a", "The Post", (ANA, DRY)))
    opened.articles.save(told("b", "The Star", (ANA, DRY.replace("dry", "not dry"))))
    yield opened
    opened.close()


@contextmanager
def running(store: Store, settings: Settings, port: int = 0) -> Iterator[int]:
    """The port of a service over that store."""
    app = store_app(settings, store)
    server = make_server("127.0.0.1", port, app, threaded=True)
    with in_a_thread(server):
        yield server.server_port


@pytest.fixture
def run(store: Store, settings: Settings):
    """Runs the command against a service over the store."""
    with running(store, settings) as port:
        server = f"http://127.0.0.1:{port}"
        yield lambda *arguments: CliRunner().invoke(quotes, [*arguments, "--server", server])


def test_conflicts_are_printed_with_their_outlets(run, store: Store):
    answer = run("conflicts")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout.startswith("HIGH (wording): Ana Pérez is quoted in different words")
    assert "    The Star:\n" in answer.stdout
    assert "have been {not} dry since" in answer.stdout


def test_conflicts_are_printed_with_what_was_decided(run, store: Store):
    (conflict,) = store.reader.conflicts(Filters(), PageRequest()).items
    store.editing.review_conflicts([conflict.id], ConflictReview("Lee", Status.DISMISSED, "A misprint."))
    assert run("conflicts").stdout.endswith("    Dismissed by Lee: A misprint.\n\n")
    store.editing.review_conflicts([conflict.id], ConflictReview("Kim", Status.OPEN))
    assert run("conflicts", "--article", "b").stdout.endswith("    Opened again by Kim.\n\n")
    printed = json.loads(run("conflicts", "--json").stdout)
    assert (printed["class"], printed["judgement"]["judged_by"]) == ("negation", "Kim")


def test_a_search_prints_words_speaker_and_article(run):
    answer = run("search", "valley", "dry", "--outlet", "The Post")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout == f"“{DRY}”\n    {ANA} · The Post, a\n\n"


def test_a_search_prints_json(run):
    quotation = json.loads(run("search", "not", "dry", "--json").stdout)
    assert (quotation["article_id"], quotation["kind"]) == ("b", "direct")


def test_a_search_without_a_find_says_so(run):
    assert run("search", "glacier").stdout == "No quotations match.\n"


def test_a_search_names_no_more_than_were_asked_for(run):
    assert run("search", "valley", "--most", "1").stderr == "Only the first 1 are shown; see --most.\n"


def test_quotations_are_exported(run, tmp_path: Path):
    lines = run("export", "--outlet", "The Star").stdout.splitlines()
    assert [json.loads(line)["article_id"] for line in lines] == ["b"]
    file = tmp_path / "all.csv"
    assert run("export", "--format", "csv", "-o", str(file)).stdout == ""
    assert file.read_text("utf-8").count(ANA) == 2


def test_an_export_that_cannot_be_written_is_refused(run, tmp_path: Path):
    answer = run("export", "-o", str(tmp_path / "no" / "file"))
    assert (answer.exit_code, answer.stderr.startswith("quotes: ")) == (2, True)


def test_many_articles_are_counted(run, store: Store):
    for number in range(7):
        store.articles.save(told(f"c{number}", None, (ANA, DRY)))
    assert "The Post, c0, c1, c2, c3, 3 more:" in run("conflicts").stdout


def test_conflicts_are_chosen(run, store: Store):
    assert run("conflicts", "--kind", "speaker").stdout == "No conflicts.\n"
    assert run("conflicts", "--severity", "high").stdout.startswith("HIGH")
    assert run("conflicts", "--kind", "speaker", "--json").stdout == ""
    store.articles.save(told("c", None, (ANA, "We wait for rain.", ("mayor", "Lima"))))
    store.articles.save(told("d", None, (ANA, "The sea is calm.", ("former mayor", "Lima"))))
    answer = run("conflicts", "--most", "1", "--json")
    assert json.loads(answer.stdout)["claims"]
    assert answer.stderr == "Only the first 1 are shown; see --most.\n"


def test_a_service_that_is_not_there_is_told():
    answer = CliRunner().invoke(quotes, ["watch", "--server", "http://127.0.0.1:1"])
    assert answer.exit_code == 2
    assert answer.stderr == "quotes: http://127.0.0.1:1 does not respond: is the service running there?\n"


def test_a_service_that_asks_for_a_key_gets_it(store: Store, settings: Settings):
    secret, key = new_key("desk", [Scope.READ])
    with running(store, replace(settings, api_keys=(key,))) as port:
        command = ["conflicts", "--server", f"http://127.0.0.1:{port}"]
        refused = CliRunner().invoke(quotes, command)
        assert CliRunner().invoke(quotes, command, env={"QUOTES_KEY": secret}).exit_code == 0
    assert refused.exit_code == 2
    assert refused.stderr == f"quotes: http://127.0.0.1:{port}: 401: This needs an API key.\n"


# A terminal's commands heed Ctrl-C, also where the tests are a background job, whose children ignore it.
_WATCH = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from service.cli.commands import quotes
quotes(['watch', '--every', '1', '--server', 'http://127.0.0.1:{}'])
"""


@contextmanager
def watching(port: int) -> Iterator[subprocess.Popen[str]]:
    """The command as it is started in a terminal, which has asked for what is there."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", _WATCH.format(port)], **pipes) as watch:
        try:
            assert watch.stderr.readline() == f"Watching http://127.0.0.1:{port}. Press Ctrl-C to stop.\n"
            yield watch
        finally:
            watch.kill()


def test_conflicts_are_told_as_they_come_while_the_service_comes_and_goes(store: Store, settings: Settings):
    with running(store, settings) as port, watching(port) as watch:
        store.articles.save(told("c", None, (ANA, "We wait for rain.", ("mayor", "Lima"))))
        store.articles.save(told("d", None, (ANA, "The sea is calm.", ("former mayor", "Lima"))))
        assert watch.stdout.readline().endswith(" found\n")
        assert "(affiliation): Ana Pérez is “" in watch.stdout.readline()


def test_a_service_that_restarts_is_waited_for(store: Store, settings: Settings):
    with ExitStack() as first:
        port = first.enter_context(running(store, settings))
        with watching(port) as watch:
            first.close()
            assert watch.stderr.readline() == "The service does not respond; retrying.\n"
            store.articles.save(told("c", "The Mail", (ANA, DRY.replace("dry", "half dry"))))
            with running(store, settings, port):
                assert watch.stderr.readline() == "The service responds again.\n"
                assert watch.stdout.readline().endswith(" changed\n")
                assert watch.stdout.readline().startswith("HIGH (wording)")
                watch.send_signal(signal.SIGINT)
                assert watch.wait(30) == 0
                assert watch.stderr.read() == ""

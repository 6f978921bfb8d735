"""The reading of lines: what is kept, what fails, what is left to others."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.jobs import JobState
from service.domain.queries import PageRequest
from service.errors import ModelError, OutgoingError, StoreError
from service.ingestion.submissions import Submission
from service.jobs.batches import Batches
from service.jobs.line_worker import LineWorker, ReadOptions
from service.outbound.http_client import Reply
from service.store import Store
from service.store.jobs.leases import MOST_TRIES
from tests.services import new_store

TEXT = "“The bridge will be closed for the whole of May,” the office wrote."


class _Parser:
    """Finds no sentence; fails at some texts."""

    def parse(self, text, paragraphs):
        if "boom" in text:
            raise ZeroDivisionError
        return ()


class _Wakes:
    """As many as were sent."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def wakes() -> _Wakes:
    return _Wakes()


def page(url):
    if "missing" in url:
        raise OutgoingError("nobody answers")
    return Reply(200, "text/plain", "utf-8", TEXT.encode())


@pytest.fixture
def kept() -> list[str]:
    """The ids of the articles that were new."""
    return []


@pytest.fixture
def work(store, kept) -> LineWorker:
    reading = ReadOptions(60, 100, page, lambda report: kept.append(report.article.id))
    return LineWorker(store, _Parser, reading=reading)


def handed_in(store, *submissions):
    return Batches(store, lambda: None).take(enumerate(submissions, 1))


def read_all(work, store, wakes):
    while store.leases.is_waiting():
        work.read_line(wakes)


def test_lines_become_articles(work, store, wakes, kept):
    job = handed_in(store, Submission("a", TEXT, outlet="The Post"), Submission(url="https://news.example/story"))
    read_all(work, store, wakes)
    assert store.jobs.job(job.id).n_done == 2
    article = store.reader.article("a")
    assert (article.article.text, article.article.outlet) == (TEXT, "The Post")
    assert len(kept) == wakes.count == 2


def test_a_line_wakes_the_next_reader_and_none_wakes_nobody(work, store, wakes):
    work.read_line(wakes)
    assert wakes.count == 0
    handed_in(store, Submission("a", TEXT))
    work.read_line(wakes)
    work.read_line(wakes)
    assert wakes.count == 1


def test_the_same_article_is_kept_once(work, store, wakes, kept):
    job = handed_in(store, *[Submission("a", TEXT)] * 3)
    read_all(work, store, wakes)
    assert (store.jobs.job(job.id).n_done, kept) == (3, ["a"])


@pytest.mark.parametrize(
    ("submission", "field", "detail"),
    [
        (Submission("a", " "), "/text", "The article 'a' has no text."),
        (Submission("a", "x" * 101), "/text", "The article 'a' has 101 characters; the limit is 100."),
        (Submission("a", url="https://missing.example"), "/url", "nobody answers"),
        (Submission("there", TEXT), "/id", "Another article already has the id 'there'."),
    ],
)
def test_what_cannot_be_an_article_fails(work, store, wakes, submission, field, detail):
    handed_in(store, Submission("there", "Something else."))
    read_all(work, store, wakes)
    job = handed_in(store, submission, Submission("b", TEXT))
    read_all(work, store, wakes)
    (error,) = store.jobs.errors(job.id, PageRequest()).items
    assert (error.line, error.field, error.article_id) == (1, field, submission.id)
    assert detail in error.detail
    assert store.jobs.job(job.id).state is JobState.FINISHED


def test_what_nobody_foresaw_is_tried_again_and_then_told(work, store, wakes, caplog):
    job = handed_in(store, Submission("a", "boom"), Submission("b", TEXT))
    for _ in range(MOST_TRIES + 1):
        work.read_line(wakes)
    assert store.jobs.job(job.id).n_done == 1
    work.tend(wakes)
    assert store.jobs.job(job.id).state is JobState.FINISHED
    assert "line 1 of job" in caplog.text


def test_the_parser_is_made_when_there_is_a_line(store, wakes):
    made = []
    work = LineWorker(store, lambda: made.append(None) or _Parser())
    work.read_line(wakes)
    assert made == []
    handed_in(store, Submission("a", TEXT), Submission("b", TEXT))
    read_all(work, store, wakes)
    assert len(made) == 1


def test_without_models_no_line_is_tried(store, wakes, caplog):
    def load():
        raise ModelError("There are no models.")

    handed_in(store, Submission("a", TEXT))
    LineWorker(store, load).read_line(wakes)
    assert "There are no models." in caplog.text
    assert wakes.count == 0
    assert json.loads(store.leases.lease(60).payload) == {"id": "a", "text": TEXT}


def test_waiting_lines_wake_a_reader(work, store, wakes):
    work.tend(wakes)
    assert wakes.count == 0
    handed_in(store, Submission("a", TEXT))
    work.tend(wakes)
    assert wakes.count == 1


def test_what_is_under_way_is_handed_back(store, wakes):
    """As at a stop that does not wait any longer."""

    class Slow:
        def parse(self, text, paragraphs):
            assert work.hand_back() == 1
            return ()

    work = LineWorker(store, Slow)
    job = handed_in(store, Submission("a", TEXT))
    work.read_line(wakes)
    assert store.leases.is_waiting()
    assert store.jobs.job(job.id).n_left == 1
    assert work.hand_back() == 0


def test_a_store_that_is_away_is_waited_for(work, store, wakes, caplog, monkeypatch):
    def fail():
        raise StoreError("The store cannot be reached.")

    monkeypatch.setattr(store.leases, "is_waiting", fail)
    work.read_line(wakes)
    work.tend(wakes)
    assert caplog.text.count("The store cannot be reached.") == 2

"""Articles read, compared and stored, by a parser that finds nothing; limits are tested with the use cases."""

import pickle
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from service.application.dependencies import Limits
from service.application.reading import Reading
from service.domain.queries import AnalysisOptions, IdempotentRequest
from service.errors import MissingError, StoreError, TimeLimitError, TooLargeError
from service.ingestion.submissions import Submission
from service.outbound.http_client import Reply
from service.readers.places import Deadline
from service.store import Store
from tests.services import NoParser, new_store

OPTIONS = AnalysisOptions()
PAGE = Reply(200, "text/plain", "utf-8", b"Nothing.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


def reading(store: Store | None = None) -> Reading:
    return Reading(NoParser(), Limits(characters=20, request_characters=30), lambda url: PAGE, store)


def test_submissions_are_read_within_limits():
    submissions = [Submission("a", "Nothing."), Submission("b", url="https://news.example/1")]
    analysis = reading().analyse_submissions(submissions, options=OPTIONS, deadline=Deadline.after(60))
    assert [article.text for article in analysis.articles] == ["Nothing."] * 2
    with pytest.raises(TooLargeError):
        reading().analyse_submissions([Submission("a", "x" * 21)], options=OPTIONS, deadline=Deadline.after(60))


def test_past_the_deadline_nothing_is_read_or_fetched():
    for submission in (Submission("a", "Nothing."), Submission(url="https://news.example/1")):
        with pytest.raises(TimeLimitError):
            reading().analyse_submissions([submission], options=OPTIONS, deadline=Deadline.after(0))


def test_an_article_is_stored_once(store: Store):
    request = IdempotentRequest.named("k", "digest")
    taken = [
        reading(store).take(Submission("a", "Nothing."), request=request, deadline=Deadline.after(60)) for _ in range(2)
    ]
    assert [one.stored.article.id for one in taken] == ["a", "a"]
    assert [one.analysed is not None for one in taken] == [True, False]


def test_without_a_store_nothing_is_stored():
    with pytest.raises(StoreError):
        reading().take(Submission("a", "Nothing."), request=None, deadline=Deadline.after(60))


def test_what_is_asked_and_answered_can_be_sent_to_another_process(store: Store):
    submission = Submission("a", "Nothing.")
    asked = partial(Reading.take, submission=submission, request=None), Deadline.after(60)
    work, deadline = pickle.loads(pickle.dumps(asked))
    answer = work(reading(store), deadline=deadline)
    assert pickle.loads(pickle.dumps(answer)) == answer


def test_a_stored_article_is_read_again(store: Store):
    stored = reading(store).take(Submission("a", "“Nothing.”"), request=None, deadline=Deadline.after(60)).stored
    assert reading(store).read_again("a", deadline=Deadline.after(60)) == stored
    with pytest.raises(TimeLimitError):
        reading(store).read_again("a", deadline=Deadline.after(0))
    with pytest.raises(MissingError):
        reading(store).read_again("b", deadline=Deadline.after(60))

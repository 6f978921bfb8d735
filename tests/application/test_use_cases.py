"""What one request may ask, and what becomes of it; what is analysed is tested with the stages."""

from threading import Event

import pytest

from service.application.dependencies import Limits
from service.application.use_cases import UseCases
from service.domain.articles import Article
from service.errors import ArticleError, BusyError, ModelError, StoreError, TimeLimitError
from service.ingestion.submissions import Submission
from tests.services import NoParser

CALM = Article("calm", "Nothing was said.")


class _SlowParser:
    """Parses when it may; tells that it has begun."""

    def __init__(self) -> None:
        self.has_begun, self.may_go_on = Event(), Event()

    def parse(self, text, paragraphs):
        self.has_begun.set()
        assert self.may_go_on.wait(10)
        return ()


def test_tells_of_each_article_as_it_is_read():
    told = []
    UseCases(NoParser()).analyse([CALM], on_article=told.append)
    assert told == [CALM]


def test_what_takes_too_long_is_given_up_and_stops_at_the_next_article():
    parser = _SlowParser()
    use_cases = UseCases(parser, limits=Limits(parses=1, seconds=0.05, patience=0))
    read = []
    with pytest.raises(TimeLimitError, match="takes longer than"):
        use_cases.analyse([CALM, CALM], on_article=read.append)
    with pytest.raises(BusyError):
        use_cases.analyse([CALM])
    parser.may_go_on.set()
    use_cases.close()
    assert read == [CALM]


def test_errors_of_the_parser_come_through_and_free_the_place():
    class _Broken:
        def parse(self, text, paragraphs):
            raise ModelError("gone")

    use_cases = UseCases(_Broken())
    for _ in range(2):
        with pytest.raises(ModelError):
            use_cases.analyse([CALM])


def test_no_articles_are_no_request():
    with pytest.raises(ArticleError):
        UseCases(NoParser()).analyse_submissions([])


def test_without_a_folder_there_are_no_seeds():
    assert UseCases(NoParser()).seeds() == ()


def test_submissions_become_articles_with_ids():
    analysis = UseCases(NoParser()).analyse_submissions([Submission(text="Nothing was said.")])
    assert [article.id for article in analysis.articles] == ["a67c73dc283da5f66"]


def test_sample_articles_are_read_once(tmp_path):
    (tmp_path / "one.txt").write_text("“Yes,” said Ana Ruiz.", "utf-8")
    use_cases = UseCases(NoParser(), seeds=tmp_path)
    first = use_cases.seeds()
    (tmp_path / "one.txt").unlink()
    assert use_cases.seeds() is first
    assert [submission.id for submission in first] == ["one"]


@pytest.mark.parametrize("door", ["queries", "desk", "editing", "jobs", "webhooks"])
def test_without_a_store_there_is_nothing_to_ask(door: str):
    with pytest.raises(StoreError):
        getattr(UseCases(NoParser()), door)

"""Articles are read whatever their readers die of; what kills every reader is set aside."""

import pytest

from service.archive.reading.reading import MOST_DEATHS, read_patiently
from service.domain.articles import Article
from service.errors import ModelError, TimeLimitError
from service.readers.processes import ReaderError

ARTICLE = Article("a", "Rain.")


class Pool:
    """Answers and errors, one after the other."""

    def __init__(self, *answers, is_dead=0):
        self.answers, self.n_dead = list(answers), is_dead

    def is_ready(self):
        self.n_dead -= 1
        return self.n_dead < 0

    def wait(self):
        if self.n_dead > 5:
            raise ModelError("There are no models.")

    def run(self, article):
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_a_reader_that_dies_is_followed_by_another():
    pool = Pool(ReaderError("reader 7 has ended by itself"), "read", is_dead=2)
    assert read_patiently(pool, ARTICLE) == ("read", None, None)


def test_an_article_that_ends_every_reader_is_set_aside():
    pool = Pool(*[ReaderError("Traceback\nValueError: no")] * MOST_DEATHS, "never asked")
    assert read_patiently(pool, ARTICLE) == (None, "poison", "It has ended its reader 5 times: ValueError: no.")


def test_what_takes_too_long_is_not_tried_again():
    answer, error, message = read_patiently(Pool(TimeLimitError("It takes too long.")), ARTICLE)
    assert (answer, error, message) == (None, "limit", "It takes too long.")


def test_without_models_nothing_is_read():
    with pytest.raises(ModelError):
        read_patiently(Pool("read", is_dead=20), ARTICLE)

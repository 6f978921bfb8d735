"""Requests that name themselves by an Idempotency-Key."""

import pytest

from service.domain.queries import IdempotentRequest
from service.errors import ClashError
from service.store.articles import Repository
from service.store.idempotency import find_answered, record_answer
from service.store.sql.connection import Database
from tests.linking.reports import report

REQUEST = IdempotentRequest("k", "digest")


def test_a_request_is_answered_as_it_was(database: Database):
    with database.writing() as connection:
        assert find_answered(connection, REQUEST) is None
        record_answer(connection, REQUEST, judgement={"id": "j1"})
        answered = find_answered(connection, REQUEST)
    assert answered is not None
    assert (answered.article_id, answered.judgement) == (None, {"id": "j1"})


def test_a_key_stands_for_one_request(database: Database):
    with database.writing() as connection:
        record_answer(connection, REQUEST, judgement={"id": "j1"})
        with pytest.raises(ClashError, match="another request"):
            find_answered(connection, IdempotentRequest("k", "other"))


def test_an_article_that_was_deleted_is_no_answer(database: Database, repository: Repository):
    repository.save(report("a", ("Ana Pérez", "We wait for rain.")), request=REQUEST)
    assert repository.find_answered(REQUEST) == "a"
    repository.forget("a")
    with pytest.raises(ClashError, match="deleted"):
        repository.find_answered(REQUEST)


def test_a_request_without_a_key_is_new_each_time(database: Database):
    with database.writing() as connection:
        record_answer(connection, None, article_id="a")
        assert find_answered(connection, None) is None

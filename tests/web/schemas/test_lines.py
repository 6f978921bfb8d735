"""The lines of a batch, each read like a request for one article."""

from service.domain.jobs import LineError
from service.ingestion.submissions import Submission
from service.web.schemas.lines import submission_of_line


def test_a_line_becomes_a_submission():
    assert submission_of_line(3, '{"id": "a", "text": "Ä"}'.encode()) == Submission("a", "Ä")


def test_an_error_has_the_line_the_field_and_the_article():
    error = submission_of_line(3, b'{"id": "a", "text": 7}')
    assert error == LineError(3, "Not a valid string.", "/text", "a")


def test_an_id_that_is_not_one_is_not_repeated():
    error = submission_of_line(3, b'{"id": "..", "text": "x"}')
    assert isinstance(error, LineError)
    assert (error.field, error.article_id) == ("/id", None)


def test_a_line_of_many_parts_is_not_decoded():
    assert submission_of_line(3, b"[" * 50_000) == LineError(3, "The line has more than 20000 parts.")

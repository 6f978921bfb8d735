"""The lines of a batch: each is read like the body of a request for one article."""

from marshmallow import ValidationError

from service.domain.jobs import LineError
from service.ingestion.submissions import Submission
from service.web.schemas.failures.field_errors import field_errors
from service.web.schemas.json_values import MOST_PARTS, TooManyPartsError, value_of
from service.web.schemas.requests import SubmissionSchema

_SCHEMA = SubmissionSchema()


def submission_of_line(line: int, text: bytes) -> Submission | LineError:
    """The submission in the line, or else the first thing that is wrong with it."""
    try:
        given = value_of(text)
    except TooManyPartsError:
        return LineError(line, f"The line has more than {MOST_PARTS} parts.")
    except (ValueError, RecursionError) as error:
        return LineError(line, f"The line is not JSON in UTF-8: {error}.")
    try:
        submission: Submission = _SCHEMA.load(given)
    except ValidationError as error:
        first = field_errors(error.messages)[0]
        return LineError(line, first.message, first.field or None, _id_of(given))
    return submission


def _id_of(given: object) -> str | None:
    """The article's id, for who looks for the line, if it is one."""
    article_id = given.get("id") if isinstance(given, dict) else None
    return article_id if isinstance(article_id, str) and not _SCHEMA.validate({"id": article_id, "text": "x"}) else None

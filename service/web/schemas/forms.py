"""An article as a form of the desk has it, held to the same rules as the body of a request."""

from collections.abc import Mapping

from marshmallow import ValidationError

from service.errors import ArticleError
from service.ingestion.submissions import Submission
from service.web.schemas.failures.field_errors import field_errors
from service.web.schemas.requests import SubmissionSchema

_SCHEMA = SubmissionSchema()


def submission_of_form(given: Mapping[str, str]) -> Submission:
    """The submission of these fields; raises ArticleError for the first that is refused, which it names."""
    try:
        submission: Submission = _SCHEMA.load(dict(given))
    except ValidationError as error:
        first = field_errors(error.messages)[0]
        raise ArticleError(first.message, field=first.field.strip("/") or None) from error
    return submission

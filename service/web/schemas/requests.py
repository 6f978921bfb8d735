"""What may come in. Unknown fields are refused, as marshmallow does unless told otherwise."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from marshmallow import EXCLUDE, Schema, ValidationError, fields, post_load, validate, validates_schema

from service.ingestion.submissions import Submission

# ruff: noqa: ANN401 - `more` are marshmallow's own options, which are of many types


def is_unicode(text: str) -> None:
    """Half a surrogate pair is no text: no answer could repeat it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValidationError("Not a valid string: half a surrogate pair.") from error


# A null character is kept by no database, so nothing has one.
IS_PLAIN = validate.Regexp(r"^[^\x00]*$", error="Not a valid string: a null character.")
# How the contract calls the texts that are read as moments; a time may also do without its zone.
MOMENTS = [{"format": "date"}, {"format": "date-time"}]


def _is_date(text: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise ValidationError("Not a date or a date and time of ISO 8601.") from error


def _given(description: str, *checks: Any, **more: Any) -> fields.String:
    """A string about an article; null and left out mean the same."""
    metadata = {"description": description, **more}
    return fields.String(load_default=None, allow_none=True, validate=checks, metadata=metadata)


def _note(description: str, *checks: Any, longest: int = 2000, **more: Any) -> fields.String:
    return _given(description, validate.Length(min=1, max=longest), is_unicode, *checks, **more)


_BODIES = ("text", "html")


def _body(name: str, *, without: Sequence[str]) -> dict[str, Any]:
    absent = {other: {"type": "null"} for other in without}
    return {"required": [name], "properties": {name: {"type": "string"}, **absent}}


class SubmissionSchema(Schema):
    """A news article: its `text`, or the `html` page that holds it, or only the `url` to fetch either from."""

    # What `_one_body` checks, as the contract tells it.
    CONDITIONS: ClassVar = {
        "oneOf": [_body("text", without=("html",)), _body("html", without=("text",)), _body("url", without=_BODIES)]
    }

    id = _note(
        "Your name for the article, unique in the request. An article without one is named by a digest of its content.",
        longest=200,
        examples=["times-2024-06-21"],
    )
    text = _given(
        "The article's text. All offsets in the answer count its Unicode code points.",
        examples=["“We will build the new bridge before May,” said Ana Ruiz, director of the Port Office."],
    )
    html = _given(
        "The web page with the article. The answer returns the text that was found in it.",
        examples=[
            "<article><p>Ana Ruiz, the mayor, said that the ferry would go on until the end of May.</p></article>"
        ],
    )
    title = _note("The headline.")
    outlet = _note("Who published it.", examples=["The Example Times"])
    url = _note(
        "Where it was published. Without text and html, the page there is fetched, and read like html.",
        validate.URL(schemes={"http", "https"}, require_tld=False),
        format="uri",
    )
    published_at = _note(
        "When it was published: a date, or a date and time, of ISO 8601. Reports that lie more than four weeks apart "
        "are not of one statement; an article without a date is held against all others.",
        _is_date,
        anyOf=[*MOMENTS, {"type": "null"}],
    )

    @validates_schema(skip_on_field_errors=True)
    def _one_body(self, given: dict[str, Any], **_: object) -> None:
        if given["text"] is not None and given["html"] is not None:
            raise ValidationError("Give one of text and html.")
        if given["text"] is None and given["html"] is None and given["url"] is None:
            raise ValidationError("Give text or html, or a url to fetch.")

    @post_load
    def _submission(self, given: dict[str, Any], **_: object) -> Submission:
        return Submission(**given)


class AnalysisRequestSchema(Schema):
    """The articles to read. Their order changes neither statements nor conflicts."""

    articles = fields.List(
        fields.Nested(SubmissionSchema),
        required=True,
        validate=validate.Length(min=1),
        metadata={"description": "Reports by one outlet or by several; the operator sets how many at once."},
    )


class RequestKeySchema(Schema):
    """The header by which a request that is sent again is known."""

    class Meta:  # noqa: D106 - marshmallow's options
        unknown = EXCLUDE

    idempotency_key = fields.String(
        data_key="Idempotency-Key",
        validate=(validate.Length(min=1, max=200), IS_PLAIN),
        metadata={"description": "Your name for this request: sent again, it is answered in the same way."},
    )

    @post_load
    def _key(self, given: dict[str, Any], **_: object) -> dict[str, str | None]:
        # Not by a default of the field, which the contract would tell as null: a header cannot be null.
        return {"idempotency_key": None, **given}

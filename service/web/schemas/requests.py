"""What requests may contain. Unknown fields are refused, which is marshmallow's default."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from marshmallow import EXCLUDE, ValidationError, fields, post_load, validate, validates_schema

from service.ingestion.submissions import Submission
from service.web.schemas.input import InputSchema

# ruff: noqa: ANN401 - `more` are marshmallow's own options, which are of many types


def is_unicode(text: str) -> None:
    """Half a surrogate pair is not text: no response could repeat it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValidationError("Not a valid string: half a surrogate pair.") from error


# Databases do not store null characters, so nothing may contain one.
IS_PLAIN = validate.Regexp(r"^[^\x00]*$", error="Not a valid string: a null character.")
# How the contract calls the texts that are read as moments; a time may also do without its zone.
MOMENTS = [{"format": "date"}, {"format": "date-time"}]


def _is_date(text: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise ValidationError("Not a date, or a date and time, in ISO 8601.") from error


def _given(description: str, *checks: Any, **more: Any) -> fields.String:
    """A string about an article; null and left out mean the same."""
    metadata = {"description": description, **more}
    return fields.String(load_default=None, allow_none=True, validate=checks, metadata=metadata)


def _note(description: str, *checks: Any, longest: int = 2000, **more: Any) -> fields.String:
    return _given(description, validate.Length(min=1, max=longest), is_unicode, *checks, **more)


# Under the address of an article lie those of its versions.
VERSIONS_END = re.compile(r"/versions(/\d+)?\Z")


def _leads_to_itself(text: str) -> None:
    """Clients and browsers take such parts of an address away before they ask."""
    if not {".", ".."}.isdisjoint(text.split("/")):
        raise ValidationError("An id has no part that is . or .. between slashes: its address would lead elsewhere.")
    if VERSIONS_END.search(text):
        raise ValidationError(
            "An id does not end with /versions: its address would lead to another article's versions."
        )


_BODIES = ("text", "html")


def _body(name: str, *, without: Sequence[str]) -> dict[str, Any]:
    absent = {other: {"type": "null"} for other in without}
    return {"required": [name], "properties": {name: {"type": "string"}, **absent}}


class SubmissionSchema(InputSchema):
    """A news article: its `text`, or the `html` page that contains it, or only the `url` to fetch it from.

    What you say about it counts; the rest is read from the page, if there is one.
    """

    # What `_one_body` checks, in the terms of the contract.
    CONDITIONS: ClassVar = {
        "oneOf": [_body("text", without=("html",)), _body("html", without=("text",)), _body("url", without=_BODIES)]
    }

    id = _note(
        "Your id for the article, unique in the request. By default, it is a digest of the content.",
        _leads_to_itself,
        longest=200,
        examples=["times-2024-06-21"],
    )
    text = _given(
        "The article's text. Offsets in the response count its Unicode code points, or those of the title.",
        examples=["“We will build the new bridge before May,” said Ana Ruiz, director of the Port Office."],
    )
    html = _given(
        "The web page with the article. The response contains the text that was found in it.",
        examples=[
            "<article><p>Ana Ruiz, the mayor, said that the ferry would go on until the end of May.</p></article>"
        ],
    )
    title = _note(
        "The headline. If it has words between quotation marks, it is read for quotations as the text is, unless the "
        "text opens with the same headline.",
        examples=["Ruiz: “We will build the new bridge before May”"],
    )
    outlet = _note("Who published it.", examples=["The Example Times"])
    url = _note(
        "Where it was published. Without text and html, the page is fetched from there and read like html.",
        validate.URL(schemes={"http", "https"}, require_tld=False),
        format="uri",
    )
    published_at = _note(
        "When it was published: a date, or a date and time, in ISO 8601. Reports more than four weeks apart are never "
        "grouped into one statement; an article without a date is compared with all others.",
        _is_date,
        anyOf=[*MOMENTS, {"type": "null"}],
    )

    authors = fields.List(
        fields.String(validate=(validate.Length(min=1, max=200), is_unicode)),
        load_default=(),
        allow_none=True,
        validate=validate.Length(max=20),
        metadata={"description": "Who wrote it.", "examples": [["Mara Lind"]]},
    )
    language = _given(
        "The language of the article: a tag such as “en-GB”, or “any”. By default it is found out, and an article that "
        "is not in English is refused, unless it is too short to tell. With “any” it is read whatever it is in.",
        validate.Regexp(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}\Z", error="Not a language tag, nor “any”."),
        examples=["en-GB"],
    )

    @validates_schema(skip_on_field_errors=True)
    def _one_body(self, given: dict[str, Any], **_: object) -> None:
        if given["text"] is not None and given["html"] is not None:
            raise ValidationError("Give either text or html, not both.")
        if given["text"] is None and given["html"] is None and given["url"] is None:
            raise ValidationError("Give text or html, or a url to fetch.")

    @post_load
    def _submission(self, given: dict[str, Any], **_: object) -> Submission:
        return Submission(**{**given, "authors": tuple(given["authors"] or ())})


class AnalysisRequestSchema(InputSchema):
    """The articles to analyse. Their order affects neither statements nor conflicts."""

    articles = fields.List(
        fields.Nested(SubmissionSchema),
        required=True,
        validate=validate.Length(min=1),
        metadata={
            "description": "Reports by one or several outlets. By default at most 20, of 100,000 characters each and "
            "500,000 in all; `GET /version` has the limits of this service."
        },
    )


class RequestKeySchema(InputSchema):
    """The header by which a request that is sent again is known."""

    class Meta:  # noqa: D106 - marshmallow's options
        unknown = EXCLUDE

    idempotency_key = fields.String(
        data_key="Idempotency-Key",
        validate=(validate.Length(min=1, max=200), IS_PLAIN),
        metadata={
            "description": "A key of your choice that makes retries safe: a request sent again gets the same response."
        },
    )

    @post_load
    def _key(self, given: dict[str, Any], **_: object) -> dict[str, str | None]:
        # Not by a default of the field, which the contract would tell as null: a header cannot be null.
        return {"idempotency_key": None, **given}

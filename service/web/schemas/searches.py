"""What a list may be asked for."""

from dataclasses import replace
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from service.domain.conflicts import ConflictKind, Severity, Status
from service.domain.queries import AnalysisOptions, Filters, Order, PageRequest
from service.domain.quotations import CERTAIN_ENOUGH, QuotationKind, SpeakerKind
from service.domain.times import seconds_of
from service.ingestion.metadata import plain_name
from service.presentation.export_formats import FORMATS
from service.web.schemas.input import InputSchema
from service.web.schemas.requests import IS_PLAIN, MOMENTS, is_unicode

_LONGEST = 200
# An answer of some hundred quotations is a page; more keeps a thread and a connection busy.
_MOST = 200


def _text(description: str) -> fields.String:
    checks = (validate.Length(min=1, max=_LONGEST), is_unicode, IS_PLAIN)
    return fields.String(validate=checks, metadata={"description": description})


def _choice(names: type[Any], description: str) -> fields.String:
    values = validate.OneOf([name.value for name in names])
    return fields.String(validate=values, metadata={"description": description})


class _Moment(fields.String):
    """A date or a time of ISO 8601, as seconds since 1970; without a zone, it is taken for UTC."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - its base's
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            return seconds_of(text)
        except ValueError as error:
            raise ValidationError("Not a date, or a date and time, in ISO 8601.") from error


def _moment(description: str) -> _Moment:
    return _Moment(metadata={"description": description, "anyOf": MOMENTS})


def _confidence() -> fields.Float:
    return fields.Float(
        validate=validate.Range(min=0, max=1),
        metadata={"description": "Only quotations with at least this confidence."},
    )


class PlaceSchema(InputSchema):
    """Where in a list to go on."""

    limit = fields.Integer(
        load_default=50,
        validate=validate.Range(min=1, max=_MOST),
        metadata={"description": "How many per page."},
    )
    cursor = _text("`next` of the previous page; leave it out for the first page.")
    total = fields.Boolean(
        attribute="with_total",
        truthy={"true"},
        falsy={"false"},
        metadata={"description": "Whether to count how many the whole list has, up to 100,000; that takes time."},
    )

    @post_load
    def _place(self, given: dict[str, Any], **_: object) -> Any:  # noqa: ANN401 - those below answer with more
        return PageRequest(**given)


class _OutletName(fields.String):
    """An outlet's name in the form in which articles have it."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - its base's
        return plain_name(super()._deserialize(value, attr, data, **kwargs)) or ""


class _FiltersSchema(InputSchema):
    outlet = _OutletName(
        validate=(validate.Length(min=1, max=_LONGEST), is_unicode, IS_PLAIN),
        metadata={"description": "Only from articles of this outlet."},
    )
    since = _moment("Only from articles published at this time or later.")
    until = _moment("Only from articles published before this time.")
    words = _text("Only with all of these words: whole words, in any case.")


class _SearchSchema(_FiltersSchema, PlaceSchema):
    @post_load
    def _place(self, given: dict[str, Any], **_: object) -> Any:  # noqa: ANN401 - as above
        place = PageRequest(given.pop("limit"), given.pop("cursor", None), given.pop("order", Order.GRAVEST))
        place = replace(place, with_total=given.pop("with_total", False))
        return Filters(**given), place


class _QuotedSchema(InputSchema):
    """What quotations may be asked for, in lists and exports."""

    article_id = _text("Only from this article.")
    speaker_id = _text("Only of this speaker.")
    kind = _choice(QuotationKind, "Only direct, mixed or indirect quotations.")
    min_confidence = _confidence()


class AnalysisOptionsSchema(InputSchema):
    """What an analysis answers."""

    include = fields.String(
        validate=validate.OneOf(["attitudes"]),
        metadata={
            "description": "`attitudes` adds what somebody is reported to think, wish or do, with `is_speech: false`."
        },
    )
    min_confidence = _confidence()

    @post_load
    def _options(self, given: dict[str, Any], **_: object) -> AnalysisOptions:
        return AnalysisOptions("include" in given, given.get("min_confidence", 0.0))


class CertaintySchema(InputSchema):
    """The confidence from which a page of the desk shows quotations."""

    min_confidence = _confidence()

    @post_load
    def _least(self, given: dict[str, Any], **_: object) -> float:
        return float(given.get("min_confidence", CERTAIN_ENOUGH))


class ExportSearchSchema(_FiltersSchema, _QuotedSchema):
    """Which quotations, and how."""

    format = fields.String(
        load_default="jsonl",
        validate=validate.OneOf(list(FORMATS)),
        metadata={"description": "JSON lines, CSV, W3C Web Annotations, or schema.org as JSON-LD."},
    )

    @post_load
    def _wanted(self, given: dict[str, Any], **_: object) -> tuple[str, Filters]:
        return given.pop("format"), Filters(**given)


class ArticleSearchSchema(_SearchSchema):
    """Which articles."""


class QuotationSearchSchema(_SearchSchema, _QuotedSchema):
    """Which quotations."""


class SpeakerSearchSchema(_SearchSchema):
    """Which speakers."""

    article_id = _text("Only if quoted in this article.")
    kind = _choice(SpeakerKind, "Only of this kind.")


class StatementSearchSchema(_SearchSchema):
    """Which statements."""

    article_id = _text("Only if this article reports them.")
    speaker_id = _text("Only of this speaker.")
    min_confidence = _confidence()


class ConflictSearchSchema(_SearchSchema):
    """Which conflicts."""

    article_id = _text("Only if they rest on this article.")
    speaker_id = _text("Only about this speaker or one of their statements.")
    kind = _choice(ConflictKind, "Only about this.")
    severity = _choice(Severity, "Only of this severity.")
    status = _choice(Status, "Only with this decision of an editor.")
    changed_since = _moment("Only if found or changed at this time or later.")
    search_id = _text("Only if the filters of this saved search hold, too.")
    order = fields.Enum(
        Order,
        by_value=True,
        load_default=Order.GRAVEST,
        metadata={"description": "The most severe first, or the most recently found or changed."},
    )


def _format(*names: str) -> fields.String:
    described = {"jsonl": "JSON lines", "csv": "CSV", "claim-review": "schema.org's ClaimReview of confirmed ones"}
    return fields.String(
        load_default="jsonl",
        validate=validate.OneOf(list(names)),
        metadata={"description": f"{', '.join(described[name] for name in names)}."},
    )


class ConflictExportSchema(ConflictSearchSchema):
    """Which conflicts, and how."""

    class Meta:  # noqa: D106 - marshmallow's options
        exclude = ("limit", "cursor", "order", "total")

    format = _format("jsonl", "csv", "claim-review")

    @post_load
    def _place(self, given: dict[str, Any], **_: object) -> tuple[str, Filters]:
        return given.pop("format"), Filters(**given)


class JudgementExportSchema(InputSchema):
    """How judgements are exported."""

    format = _format("jsonl", "csv")

"""Which conflicts somebody wants to hear of: filters of webhooks, and saved searches."""

from enum import StrEnum
from typing import Any, ClassVar

from marshmallow import fields, post_load, validate

from service.domain.conflicts import ConflictKind, Severity, Status
from service.domain.queries import Filters, Order, PageRequest
from service.domain.times import iso_time
from service.web.schemas.answer import AnswerSchema, moment, page, string
from service.web.schemas.input import InputSchema
from service.web.schemas.requests import IS_PLAIN, is_unicode
from service.web.schemas.searches import ConflictSearchSchema


class ConflictFilterSchema(ConflictSearchSchema):
    """Filters of the list of conflicts: all that are given must hold."""

    class Meta:  # noqa: D106 - marshmallow's options
        exclude: ClassVar = ("limit", "cursor", "order", "total", "changed_since", "search_id")

    @post_load
    def _place(self, given: dict[str, Any], **_: object) -> Filters:
        return Filters(**given)


class FeedSearchSchema(ConflictSearchSchema):
    """Which conflicts a feed has."""

    class Meta:  # noqa: D106 - marshmallow's options
        exclude: ClassVar = ("order", "total")

    @post_load
    def _place(self, given: dict[str, Any], **_: object) -> tuple[Filters, PageRequest]:
        place = PageRequest(given.pop("limit"), given.pop("cursor", None), Order.NEWEST)
        return Filters(**given), place


class DeskSavedSearchSchema(ConflictFilterSchema):
    """A search to save, as the desk's form has it."""

    name = fields.String(required=True, validate=(validate.Length(min=1, max=200), is_unicode, IS_PLAIN))

    @post_load
    def _place(self, given: dict[str, Any], **_: object) -> tuple[str, Filters]:
        return given.pop("name"), Filters(**given)


def _time(name: str) -> fields.Function:
    def time(value: Filters) -> str | None:
        seconds = getattr(value, name)
        return iso_time(seconds) if seconds is not None else None

    limit = "at this time or later" if name == "since" else "before this time"
    return fields.Function(
        time,
        required=True,
        metadata={
            "description": f"Only from articles published {limit}, in UTC.",
            "type": ["string", "null"],
            "format": "date-time",
        },
    )


def _name_of(names: type[StrEnum], description: str) -> fields.String:
    """Filters hold names as they were given."""
    return string(description, allow_none=True, validate=validate.OneOf([name.value for name in names]))


class AppliedFilterSchema(AnswerSchema):
    """Filters of the list of conflicts; null where there is none."""

    outlet = string("Only from articles of this outlet.", allow_none=True)
    speaker_id = string("Only about this speaker or one of their statements.", allow_none=True)
    kind = _name_of(ConflictKind, "Only about this.")
    severity = _name_of(Severity, "Only of this severity.")
    status = _name_of(Status, "Only with this decision of an editor.")
    since = _time("since")
    until = _time("until")
    words = string("Only with all of these words.", allow_none=True)
    article_id = string("Only if they rest on this article.", allow_none=True)


def _name(**more: Any) -> fields.String:  # noqa: ANN401 - marshmallow's own options
    checks = validate.Length(min=1, max=200), is_unicode, IS_PLAIN
    description = "What it is called; no two searches have the same name."
    return fields.String(validate=checks, metadata={"description": description}, **more)


def _filters(**more: Any) -> fields.Nested:  # noqa: ANN401 - as above
    return fields.Nested(ConflictFilterSchema, metadata={"description": "Which conflicts it finds."}, **more)


class SavedSearchRequestSchema(InputSchema):
    """A search to save."""

    name = _name(required=True)
    filters = _filters(required=True)


class SavedSearchChangeSchema(InputSchema):
    """Changes to a saved search; fields left out stay as they are."""

    name = _name()
    filters = _filters()


class SavedSearchSchema(AnswerSchema):
    """Filters of the list of conflicts under a name."""

    id = string("Id of the search, to be sent as `search_id`.")
    name = string("What it is called.")
    filters = fields.Nested(AppliedFilterSchema, required=True, metadata={"description": "Which conflicts it finds."})
    created_at = moment("created_at", "When it was saved, in UTC.")


SavedSearchesPageSchema = page(SavedSearchSchema, "searches", "The saved searches, by name.")

"""What an editor may ask a list of the desk for: a speaker by name, too."""

from typing import Any

from marshmallow import fields, post_load, validate

from service.domain.queries import Filters, Order, PageRequest
from service.web.schemas.requests import IS_PLAIN, is_unicode
from service.web.schemas.searches import (
    ConflictSearchSchema,
    PlaceSchema,
    QuotationSearchSchema,
    StatementSearchSchema,
)

_LONGEST_NAME = 200


class _OfSpeakerSchema(PlaceSchema):
    speaker = fields.String(validate=(validate.Length(min=1, max=_LONGEST_NAME), is_unicode, IS_PLAIN))

    @post_load
    def _place(self, given: dict[str, Any], **_: object) -> tuple[Filters, PageRequest, str | None]:
        place = PageRequest(given.pop("limit"), given.pop("cursor", None), given.pop("order", Order.GRAVEST))
        speaker = given.pop("speaker", None)
        given.pop("with_total", None)
        return Filters(**given), place, speaker


class DeskQuotationSearchSchema(_OfSpeakerSchema, QuotationSearchSchema):
    """Which quotations."""


class DeskStatementSearchSchema(_OfSpeakerSchema, StatementSearchSchema):
    """Which statements."""


class DeskSearchSchema(_OfSpeakerSchema, ConflictSearchSchema):
    """Which conflicts, the newest first."""

    order = fields.Enum(Order, by_value=True, load_default=Order.NEWEST)

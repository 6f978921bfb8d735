"""An alert as a form of the desk has it, held to the same rules as the body of a request for a webhook."""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import ValidationError

from service.domain.webhooks import MAILTO, MessageFormat
from service.errors import WebhookError
from service.web.schemas.alerts.webhooks import WebhookRequestSchema
from service.web.schemas.failures.field_errors import field_errors

_SCHEMA = WebhookRequestSchema()
BY_MAIL = "mail"
"""What the form calls a webhook whose address is one of e-mail; the others are called by their format."""
_FILTERS = ("kind", "severity", "outlet", "words", "speaker_id")


def webhook_of_form(given: Mapping[str, str], events: Sequence[str]) -> dict[str, Any]:
    """The webhook of these fields; raises WebhookError for the first that is refused, which it names."""
    filters = {name: given[name] for name in _FILTERS if name in given}
    by_mail = given.get("by") == BY_MAIL
    body = {
        "url": f"{MAILTO if by_mail else ''}{given.get('address', '')}",
        "format": MessageFormat.STANDARD.value if by_mail else given.get("by", ""),
        "events": list(events),
        "filter": filters or None,
        "search_id": given.get("search_id"),
        "daily_at": _hour(given.get("daily_at")),
    }
    try:
        webhook: dict[str, Any] = _SCHEMA.load(body)
    except ValidationError as error:
        first = field_errors(error.messages)[0]
        raise WebhookError(first.message, field=first.field.strip("/") or None) from error
    return webhook


def _hour(given: str | None) -> int | str | None:
    return int(given) if given is not None and given.isdecimal() else given

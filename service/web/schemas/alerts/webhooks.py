"""Webhooks: the requests, and the responses about them and their deliveries."""

import binascii
from base64 import b64decode
from typing import Any

from marshmallow import ValidationError, fields, validate

from service.domain.webhooks import MAILTO, DeliveryStatus, Event, MessageFormat
from service.web.schemas.alerts.filters import AppliedFilterSchema, ConflictFilterSchema
from service.web.schemas.answer import AnswerSchema, choice, integer, moment, page, string
from service.web.schemas.input import Flag, InputSchema
from service.web.schemas.requests import IS_PLAIN, is_unicode

_EVENTS = [event.value for event in Event if event is not Event.WEBHOOK_TEST]
_PREFIX = "whsec_"
# As the Standard Webhooks specification has it.
_FEWEST_BYTES, _MOST_BYTES = 24, 64


def _is_secret(secret: str) -> None:
    try:
        key = b64decode(secret.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValidationError("Not base64.") from error
    if not secret.startswith(_PREFIX) or not _FEWEST_BYTES <= len(key) <= _MOST_BYTES:
        raise ValidationError(f"Not {_PREFIX!r} with {_FEWEST_BYTES} to {_MOST_BYTES} bytes in base64.")


_IS_URL = validate.URL(schemes={"http", "https"}, require_tld=False)
_IS_MAIL = validate.Email(error="Not an e-mail address.")


def _is_address(url: str) -> None:
    """No more than the address after `mailto:`: what could follow would be headers of the mail."""
    if url.startswith(MAILTO):
        _IS_MAIL(url.removeprefix(MAILTO))
    else:
        _IS_URL(url)


class _Hour(fields.Integer):
    """A whole number as JSON has it: 6.0 is one, and a text is none."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Any:  # noqa: ANN401 - its base's
        if isinstance(value, bool) or not isinstance(value, int | float) or value % 1 != 0:
            raise self.make_error("invalid", input=value)
        return super()._deserialize(int(value), attr, data, **more)


def _daily_at(**more: Any) -> fields.Integer:  # noqa: ANN401 - marshmallow's own options
    description = (
        "The hour, in UTC, at which a day's messages are sent in one e-mail; by default, each is sent at once."
    )
    checks = validate.Range(min=0, max=23)
    return _Hour(allow_none=True, validate=checks, metadata={"description": description}, **more)


def _events(**more: Any) -> fields.List[str]:  # noqa: ANN401 - marshmallow's own options
    one = fields.String(validate=validate.OneOf(_EVENTS))
    checks = validate.Length(min=1, max=len(_EVENTS))
    return fields.List(one, validate=checks, metadata={"description": "The events that it receives."}, **more)


def _format(**more: Any) -> fields.Enum[MessageFormat]:  # noqa: ANN401 - as above
    description = (
        "`standard` is the event in JSON; `slack` and `teams` are one sentence with a link, for their webhooks."
    )
    return fields.Enum(MessageFormat, by_value=True, metadata={"description": description}, **more)


def _filter(**more: Any) -> fields.Nested:  # noqa: ANN401 - as above
    description = "Which conflicts it is notified of; by default, all."
    return fields.Nested(ConflictFilterSchema, allow_none=True, metadata={"description": description}, **more)


def _search_id(**more: Any) -> fields.String:  # noqa: ANN401 - as above
    checks = validate.Length(min=1, max=200), is_unicode, IS_PLAIN
    description = "A saved search: of the conflicts that the filter lets through, only those that it finds."
    return fields.String(allow_none=True, validate=checks, metadata={"description": description}, **more)


class WebhookRequestSchema(InputSchema):
    """A webhook to register."""

    url = fields.String(
        required=True,
        validate=(
            validate.Length(max=2000),
            is_unicode,
            # By no pattern: those who make requests from the contract would search long for an address that fits both.
            validate.ContainsNoneOf("\0"),
            _is_address,
        ),
        metadata={
            "description": "Where messages are sent by POST; or `mailto:` and an address, for e-mail.",
            "format": "uri",
        },
    )
    events = _events(required=True)
    secret = fields.String(
        load_default=None,
        allow_none=True,
        validate=(validate.Length(max=200), _is_secret),
        metadata={"description": "The key that signs messages: “whsec_” and base64. Generated if left out."},
    )
    format = _format(load_default=MessageFormat.STANDARD)
    filter = _filter(load_default=None)
    search_id = _search_id(load_default=None)
    daily_at = _daily_at(load_default=None)


class WebhookChangeSchema(InputSchema):
    """Changes to a webhook; fields left out stay as they are."""

    events = _events()
    active = Flag(
        attribute="is_active",
        metadata={"description": "Whether it receives messages. Pending messages are sent once it is active again."},
    )
    format = _format()
    filter = _filter()
    search_id = _search_id()
    daily_at = _daily_at()


class WebhookSchema(AnswerSchema):
    """A URL that receives messages about events."""

    id = string("Id of the webhook.")
    url = string("Where messages are sent.")
    events = fields.List(
        fields.Enum(Event, by_value=True), required=True, metadata={"description": "The events that it receives."}
    )
    active = fields.Boolean(
        required=True, attribute="is_active", metadata={"description": "Whether it receives messages."}
    )
    inactive_because = string("Why it was turned off automatically; null otherwise.", allow_none=True)
    created_at = moment("created_at", "When it was registered, in UTC.")
    format = choice(MessageFormat, "What its messages look like.")
    filter = fields.Nested(
        AppliedFilterSchema,
        required=True,
        allow_none=True,
        metadata={"description": "Which conflicts it is notified of; null for all."},
    )
    search_id = string("The saved search that narrows them down further; null for none.", allow_none=True)
    daily_at = integer("The hour at which they are sent together; null if each is sent at once.", allow_none=True)


class NewWebhookSchema(WebhookSchema):
    """A new webhook with its secret, which is not shown again."""

    secret = string("The key that signs messages.")


class DeliverySchema(AnswerSchema):
    """A message to a webhook."""

    id = string("Id of the message, as in the header webhook-id; the same for each attempt.")
    event = choice(Event, "The event that it reports.")
    status = choice(DeliveryStatus, "Whether it was delivered, is pending, or has failed for good.")
    n_attempts = integer("The number of attempts.")
    happened_at = moment("happened_at", "When the event happened, in UTC.")
    attempted_at = moment(
        "attempted_at", "When it was last attempted, in UTC; null before the first attempt.", allow_none=True
    )
    due_at = moment("due_at", "When the next attempt is due, in UTC; null if there is none.", allow_none=True)
    detail = string("The result of the last attempt.", allow_none=True)


WebhooksPageSchema = page(WebhookSchema, "webhooks", "The webhooks.")
DeliveriesPageSchema = page(DeliverySchema, "deliveries", "The messages to a webhook, the newest first.")

"""Messages that the service sends to a webhook, read by who receives them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from standardwebhooks import Webhook, WebhookVerificationError

from quotes_client.decoding import decode
from quotes_client.enumerations import Event
from quotes_client.errors import ForgedError, UnexpectedError
from quotes_client.stored_answers import StoredConflict
from quotes_client.versions import ArticleVersion

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Notice:
    """What a message tells: the event's type, when it happened (ISO 8601), and what the API shows of it.

    `id` is the same for each attempt: a receiver that has it already can respond with 204 and do nothing.
    """

    id: str
    type: str
    timestamp: str
    data: Mapping[str, Any]

    @property
    def conflict(self) -> StoredConflict | None:
        """The conflict that was found or changed; None if the message is about something else."""
        return _decoded(StoredConflict, self) if self.type.startswith("conflict.") else None

    @property
    def version(self) -> ArticleVersion | None:
        """The version of an article that has other quotations; None if the message is about something else."""
        return _decoded(ArticleVersion, self) if self.type == Event.ARTICLE_CHANGED else None


def _decoded(kind: type[_T], notice: Notice) -> _T:
    try:
        return decode(kind, notice.data)
    except ValueError as error:
        raise UnexpectedError(f"{notice.id} is not about what its type says: {error}") from error


def verify(body: bytes | str, headers: Mapping[str, str], secret: str) -> Notice:
    """The message of this body, exactly as it was received, and these headers, if it is signed with the secret.

    Raises ForgedError if it is not, or where it was signed more than five minutes ago.
    """
    given = {name.lower(): value for name, value in headers.items()}
    try:
        Webhook(secret).verify(body, given, json_parse=False)
    # ValueError: invalid UTF-8, signature or base64.
    except (WebhookVerificationError, ValueError) as error:
        raise ForgedError(f"The message is not signed with the webhook's secret: {error}.") from error
    message = json.loads(body)
    return Notice(given["webhook-id"], message["type"], message["timestamp"], message["data"])

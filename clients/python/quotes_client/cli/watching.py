"""Conflicts as they come: polled, and each reported once."""

from datetime import datetime, timedelta
from http import HTTPStatus
from itertools import takewhile
from typing import TYPE_CHECKING

from quotes_client.enumerations import Order
from quotes_client.errors import ClientError, RefusedError, UnreachableError
from quotes_client.stored_answers import StoredConflict

if TYPE_CHECKING:
    from quotes_client.client import Client

# Services on several machines have several clocks.
_OVERLAP = timedelta(minutes=1)
_PASSING = frozenset(
    {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    }
)


class Watch:
    """The conflicts that are found or change from now on; existing ones are known.

    Creating and polling raise ClientError; after a transient one, the same watch can be polled again.
    """

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._since: str | None = None
        self._seen: frozenset[tuple[str, str]] = frozenset()
        conflicts = client.conflicts(order=Order.NEWEST)
        newest = next(conflicts, None)
        if newest is not None:
            since = _shortly_before(newest)
            self._remember([newest, *takewhile(lambda one: one.changed_at >= since, conflicts)])

    def news(self) -> list[StoredConflict]:
        """What is new since the last poll, the oldest first."""
        if self._since is None:
            found = list(self._client.conflicts(order=Order.NEWEST))
        else:
            found = list(self._client.conflicts(order=Order.NEWEST, changed_since=self._since))
        new = [conflict for conflict in reversed(found) if _state(conflict) not in self._seen]
        if found:
            self._remember(found)
        return new

    def _remember(self, newest: list[StoredConflict]) -> None:
        self._since = since = _shortly_before(newest[0])
        self._seen = frozenset(_state(one) for one in newest if one.changed_at >= since)


def is_passing(error: ClientError) -> bool:
    """Whether a retry may help: the service is restarting or busy."""
    return isinstance(error, UnreachableError) or (isinstance(error, RefusedError) and error.status in _PASSING)


def _state(conflict: StoredConflict) -> tuple[str, str]:
    return conflict.id, conflict.changed_at


def _shortly_before(conflict: StoredConflict) -> str:
    """In the format of the service's own times, which sort chronologically."""
    return (datetime.fromisoformat(conflict.changed_at) - _OVERLAP).isoformat(timespec="milliseconds")

"""Feeds that are read again and again, as their servers wish: seldom, and not at all once they are gone."""

from collections.abc import Callable

from quotes_client.formats.addresses import GoneError, LaterError, Reply, fetched
from quotes_client.formats.files import articles_of_reply
from quotes_client.formats.found import Found, Refused, UnreadableError
from quotes_client.formats.records import FieldMap
from quotes_client.formats.xml.feeds import minutes_between

# What readers of feeds agree on as polite.
LEAST_MINUTES = 5
_MINUTE = 60
# After faults, a feed is asked half as often each time, down to once a day.
_SELDOM = 24 * 60


class FollowedFeed:
    """The feed at an address, which is asked every few `minutes`; `now` is a clock in seconds."""

    def __init__(self, url: str, minutes: float, names: FieldMap, *, now: Callable[[], float]) -> None:
        self._url, self._minutes, self._names, self._now = url, minutes, names, now
        self._last: Reply | None = None
        self._seen: set[str] = set()
        self._wait = minutes
        self.next_at = now()
        self.is_gone = False

    def news(self) -> list[Found | Refused]:
        """What is new since it was last asked; one refusal where it cannot be read."""
        try:
            reply = fetched(self._url, since=self._last)
        except UnreadableError as error:
            return [self._failure(error)]
        self._wait = self._minutes
        if reply is not None:
            self._last = reply
            self._wait = max(self._minutes, minutes_between(reply.content))
        self.next_at = self._now() + self._wait * _MINUTE
        return self._new(reply) if reply is not None else []

    def _new(self, reply: Reply) -> list[Found | Refused]:
        findings = list(articles_of_reply(reply, self._names))
        new = [each for each in findings if _name(each) not in self._seen]
        # Only what it still lists: a feed that is followed for a year would fill the memory.
        self._seen = set(map(_name, findings))
        return new

    def _failure(self, error: UnreadableError) -> Refused:
        self.is_gone = isinstance(error, GoneError)
        self._wait = min(2 * self._wait, _SELDOM)
        seconds = error.seconds if isinstance(error, LaterError) else None
        self.next_at = self._now() + max(seconds or 0.0, self._wait * _MINUTE)
        return Refused(f"{self._url} {error}.")


def _name(finding: Found | Refused) -> str:
    return finding.reason if isinstance(finding, Refused) else finding.place

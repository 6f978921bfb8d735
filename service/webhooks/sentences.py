"""What has happened in one sentence, with the way to it on the desk: for people who read it in chats and mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from service.domain.webhooks import Event

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What has happened; `address` leads to it, where it is on the desk and the service knows its public address."""

    text: str
    address: str | None = None


def sentence_of(event: Event, content: Content, public_url: str | None) -> Sentence:
    """The event, of which the API shows this content."""
    match event:
        case Event.CONFLICT_CREATED:
            return Sentence(_conflict("New conflict", content), _desk(public_url, "conflicts", content["id"]))
        case Event.CONFLICT_CHANGED:
            return Sentence(_conflict("Changed conflict", content), _desk(public_url, "conflicts", content["id"]))
        case Event.JOB_FINISHED:
            failed = f", {content['failed']} failed" if content["failed"] else ""
            return Sentence(
                f"A batch is finished: {content['done']} of {content['total']} articles are stored{failed}."
            )
        case Event.WEBHOOK_TEST:
            return Sentence("This is a test of your alerts from the quotes service.")


def _conflict(what: str, content: Content) -> str:
    """One line, whatever words the articles print."""
    return " ".join(f"{what} ({content['severity']} severity): {content['summary']}".split())


def _desk(public_url: str | None, page: str, id_: str) -> str | None:
    return f"{public_url}/desk/{page}/{quote(id_, safe='')}" if public_url is not None else None

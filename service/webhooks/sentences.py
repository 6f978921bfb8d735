"""What has happened in one sentence, with the way to it on the desk: for people who read it in chats and mail."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from service.domain.versions import ChangeKind
from service.domain.webhooks import Event

Content = Mapping[str, Any]
_CHANGES = {
    ChangeKind.QUOTATION_ADDED: "added",
    ChangeKind.QUOTATION_REMOVED: "removed",
    ChangeKind.WORDS_CHANGED: "reworded",
    ChangeKind.SPEAKER_CHANGED: "given to another speaker",
    ChangeKind.AFFILIATION_CHANGED: "with another affiliation",
}


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
        case Event.ARTICLE_CHANGED:
            return Sentence(_changed(content), _desk(public_url, "articles", content["article"]["id"]))
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


def _changed(content: Content) -> str:
    """Which article, what it was called before, and how many changes of each kind."""
    article = content["article"]
    called = article["title"] or article["id"]
    outlet = f" in {article['outlet']}" if article["outlet"] else ""
    titles = [change for change in content["changes"] if change["kind"] == ChangeKind.TITLE_CHANGED]
    counted = Counter(change["kind"] for change in content["changes"] if change not in titles)
    kinds = ", ".join(f"{n} {_CHANGES[ChangeKind(kind)]}" for kind, n in counted.items())
    parts = [f"its headline was “{change['title_before']}”" for change in titles]
    parts += [f"quotations: {kinds}"] if kinds else []
    return " ".join(f"“{called}”{outlet} has changed after publication; {'; '.join(parts)}.".split())


def _desk(public_url: str | None, page: str, id_: str) -> str | None:
    return f"{public_url}/desk/{page}/{quote(id_, safe='')}" if public_url is not None else None

"""Alerts: webhooks and e-mail as a page has them, with what became of the last message; for whoever may administer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from flask import Response, redirect, request, url_for

from service.domain.conflicts import ConflictKind, Severity
from service.domain.queries import Filters, PageRequest, SavedSearch
from service.domain.webhooks import MAILTO, Delivery, Event, MessageFormat, Webhook
from service.errors import ServiceError, WebhookError
from service.web import use_cases
from service.web.desk.alerts.searches import searches_to_choose
from service.web.desk.blueprint import desk, fields, filled_in, next_address, page
from service.web.desk.searching import Asked
from service.web.middleware.problems import kind_of
from service.web.plain_names import plain_name
from service.web.schemas import BY_MAIL, PlaceSchema, webhook_of_form

_FIELDS = ("by", "address", "daily_at", "search_id", "kind", "severity", "outlet", "words", "speaker")
_EVENTS = tuple(event for event in Event if event is not Event.WEBHOOK_TEST)
# What a field is called on the page.
_LABELS = {
    "url": "Address",
    "events": "Alert me to",
    "format": "Send by",
    "daily_at": "When",
    "search_id": "Saved search",
}


@dataclass(frozen=True, slots=True)
class ShownAlert:
    """A webhook with its filters in words, its saved search by name, and the newest message to it, if there is one."""

    webhook: Webhook
    conditions: tuple[str, ...]
    search: SavedSearch | None
    last: Delivery | None

    @property
    def by(self) -> str:
        """How it comes."""
        return "e-mail" if self.webhook.url.startswith(MAILTO) else plain_name(self.webhook.format)

    @property
    def address(self) -> str:
        """Where it goes."""
        return self.webhook.url.removeprefix(MAILTO)


@desk.get("/alerts")
@fields(PlaceSchema)
def show_alerts(place: PageRequest) -> Response:
    """The alerts, and the form for another: filled in with the filters of the list that leads here."""
    return _alerts_page(place, filled_in(request.args, _FIELDS))


@desk.post("/alerts")
def add_alert() -> Response:
    """Add an alert; of one in JSON, the secret is shown that its receiver checks messages by."""
    given, events = filled_in(request.form, _FIELDS), request.form.getlist("event")
    try:
        added = use_cases().webhooks.add(**webhook_of_form(_with_speaker(given), events))
    except ServiceError as error:
        label = _LABELS.get(getattr(error, "field", None) or "")
        message = f"{label}: {error}" if label else str(error)
        return _alerts_page(PageRequest(), given, events=events, error=message, status=kind_of(error).status)
    if given["by"] == MessageFormat.STANDARD:
        return _alerts_page(PageRequest(), {}, added=added)
    return _back("added")


@desk.post("/alerts/<webhook_id>/test")
def test_alert(webhook_id: str) -> Response:
    """Send a message about nothing but the alert itself."""
    use_cases().webhooks.test(webhook_id)
    return _back("tested")


@desk.post("/alerts/<webhook_id>/resume")
def resume_alert(webhook_id: str) -> Response:
    """Switch an alert on again; what has waited is sent."""
    use_cases().webhooks.change(webhook_id, {"is_active": True})
    return _back("resumed")


@desk.post("/alerts/<webhook_id>/remove")
def remove_alert(webhook_id: str) -> Response:
    """Remove an alert, with the messages that wait."""
    use_cases().webhooks.remove(webhook_id)
    return _back("removed")


def alert_address(asked: Asked) -> str:
    """The way to the form, with those filters of a list of conflicts that it has."""
    plain = {name: getattr(asked.search, name) for name in ("kind", "severity", "outlet", "words", "search_id")}
    named = {**plain, "speaker": asked.speakers[0].name if len(asked.speakers) == 1 else None}
    query = urlencode({name: value for name, value in named.items() if value is not None})
    return f"{url_for('desk.show_alerts')}{'?' if query else ''}{query}#new"


def _back(done: str) -> Response:
    return cast(Response, redirect(url_for("desk.show_alerts", done=done), 303))


def _alerts_page(place: PageRequest, given: Mapping[str, str], *, status: int = 200, **more: object) -> Response:
    found = use_cases().webhooks.webhooks(place)
    error = more.get("error")
    content = {"events": [Event.CONFLICT_CREATED], "error": None, "added": None, **more}
    return page(
        "alerts.html",
        title="Error: Alerts" if error else "Alerts",
        status=status,
        alerts=[_shown(webhook) for webhook in found.items],
        following=next_address(found),
        given=given,
        searches=searches_to_choose(),
        by_mail=BY_MAIL,
        sends_mail=use_cases().webhooks.sends_mail,
        choices={"event": _EVENTS, "format": MessageFormat, "kind": ConflictKind, "severity": Severity},
        outlets=use_cases().desk.outlets(),
        **content,
    )


def _shown(webhook: Webhook) -> ShownAlert:
    # A search that a webhook goes by cannot be removed.
    search = use_cases().searches.search(webhook.search_id) if webhook.search_id else None
    last = next(iter(use_cases().webhooks.deliveries(webhook.id, PageRequest(1)).items), None)
    return ShownAlert(webhook, tuple(_conditions(webhook.filter or Filters())), search, last)


def _conditions(filters: Filters) -> Iterator[str]:
    """In words; the page has no fields for the others, which the API takes."""
    if filters.severity:
        yield f"{filters.severity} severity"
    if filters.kind:
        yield f"about {plain_name(filters.kind)}"
    if filters.speaker_id:
        yield use_cases().desk.speaker_names([filters.speaker_id]).get(filters.speaker_id, "a speaker")
    if filters.outlet:
        yield filters.outlet
    if filters.words:
        yield f"with “{filters.words}”"
    if filters.status:
        yield filters.status
    if filters.article_id or filters.since is not None or filters.until is not None:
        yield "of certain articles"


def _with_speaker(given: Mapping[str, str]) -> dict[str, str]:
    """The fields with the speaker's id; raises WebhookError where none has the name, or several have."""
    if "speaker" not in given:
        return dict(given)
    found = use_cases().desk.speakers_asked_for(Filters(), given["speaker"])
    exact = [one for one in found if one.name == given["speaker"]]
    named = exact if len(exact) == 1 else found
    if not named:
        raise WebhookError(f"Speaker: nobody is called “{given['speaker']}”.")
    if len(named) > 1:
        names = ", ".join(dict.fromkeys(one.name for one in named))
        raise WebhookError(f"Speaker: several are called “{given['speaker']}”: {names}.")
    return {**given, "speaker_id": named[0].id}

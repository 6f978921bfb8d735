"""Alerts on the desk."""

import re
import time
from dataclasses import replace
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.domain.queries import Filters, PageRequest
from service.domain.webhooks import DeliveryStatus, Event, MessageFormat, Webhook
from service.store import Store
from service.store.webhooks.outbox import Settlement
from tests.services import NoParser, service_app, store_app
from tests.web.desk.conftest import ANA, OMAR, told

MAIL = {"by": "mail", "address": "desk@news.example", "event": ["conflict.created", "article.changed"]}
SLACK = {**MAIL, "by": "slack", "address": "https://hooks.example/1"}


@pytest.fixture
def app(filled: Store, settings: Settings) -> Flask:
    """A service that sends mail."""
    dependencies = Dependencies(store=filled, sends_mail=True)
    return service_app(settings, UseCases(NoParser(), dependencies=dependencies))


def alerts(store: Store) -> list[Webhook]:
    """All that there are."""
    return list(store.webhooks.listed(PageRequest()).items)


def shown(client: FlaskClient, path: str = "/desk/alerts") -> str:
    """The page as it is read."""
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", "", answer.text)).split())


def test_an_alert_by_mail_is_added_and_shown(client: FlaskClient, filled: Store):
    assert "No alerts yet." in shown(client)
    form = {**MAIL, "daily_at": "6", "severity": "high", "outlet": "The Post", "speaker": "ana", "words": "wells"}
    answer = client.post("/desk/alerts", data=form)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/alerts?done=added")
    (alert,) = alerts(filled)
    (speaker,) = filled.reader.speakers(Filters(words="ana"), PageRequest()).items
    assert (alert.url, alert.daily_at, alert.events) == (
        *("mailto:desk@news.example", 6),
        (Event.CONFLICT_CREATED, Event.ARTICLE_CHANGED),
    )
    assert alert.filter == Filters("The Post", severity="high", words="wells", speaker_id=speaker.id)
    page = shown(client)
    assert "E-mail to desk@news.example new conflicts, articles changed after publication" in page
    assert f"only high severity, {ANA}, The Post, with “wells” · once a day at 6:00 UTC Nothing sent yet." in page


def test_the_secret_is_shown_only_once_and_only_to_who_needs_it(client: FlaskClient, filled: Store):
    assert client.post("/desk/alerts", data=SLACK).status_code == 303
    answer = client.post("/desk/alerts", data={**MAIL, "by": "standard", "address": "https://desk.example/"})
    assert re.search("<code>whsec_[^<]+</code>", answer.text)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "whsec_" not in shown(client)
    assert {alert.format for alert in alerts(filled)} == {MessageFormat.SLACK, MessageFormat.STANDARD}


def test_an_alert_goes_by_a_saved_search(client: FlaskClient, filled: Store):
    search = filled.searches.add("Wells", Filters(words="wells"))
    assert f'<option value="{search.id}" selected>' in client.get(f"/desk/alerts?search_id={search.id}").text
    client.post("/desk/alerts", data={**SLACK, "search_id": search.id})
    assert alerts(filled)[0].search_id == search.id
    assert "only the saved search “Wells” · at once" in shown(client)


def test_the_list_of_conflicts_leads_here_with_its_filters(client: FlaskClient):
    page = client.get("/desk/?severity=high&speaker=ana&words=dry&status=open").text
    (address,) = re.findall(r'href="(/desk/alerts\?[^"]+#new)">Get alerts', page)
    form = client.get(unescape(address)).text
    for kept in ('value="high" selected', f'value="{ANA}"', 'value="dry"'):
        assert kept in form


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"address": "nobody"}, "Address: Not an e-mail address."),
        ({"event": []}, "Alert me to:"),
        ({"speaker": "nobody"}, "Speaker: nobody is called “nobody”."),
        (
            {"by": "slack", "address": "https://hooks.example/1", "daily_at": "6"},
            "When: Only e-mail is sent once a day.",
        ),
        ({"search_id": "nothing"}, "Saved search:"),
    ],
)
def test_what_is_refused_stays_in_the_form(client: FlaskClient, filled: Store, changes: dict, reason: str):
    answer = client.post("/desk/alerts", data={**MAIL, "words": "wells", **changes})
    assert (answer.status_code, reason in unescape(answer.text)) == (422, True)
    assert f'value="{changes.get("address", MAIL["address"])}"' in answer.text
    assert 'value="wells"' in answer.text
    assert alerts(filled) == []


def test_a_name_of_several_speakers_is_asked_back(client: FlaskClient, filled: Store):
    filled.articles.save(told("d", ("Ana Gómez", "The sea is calm today and nobody swims.")))
    answer = client.post("/desk/alerts", data={**MAIL, "speaker": "ana"})
    assert "several are called “ana”: Ana Gómez, Ana Pérez." in unescape(answer.text)
    assert client.post("/desk/alerts", data={**MAIL, "speaker": OMAR}).status_code == 303


@pytest.mark.parametrize(
    ("end", "says"),
    [
        (None, "Next message due"),
        (Settlement(DeliveryStatus.DELIVERED, 1_700_000_000.0, "Taken."), "Last message delivered 14 November 2023"),
        (Settlement(DeliveryStatus.PENDING, 1_700_000_000.0, "Busy.", 1_700_000_300.0), "Busy. Next attempt 14 Nov"),
        (Settlement(DeliveryStatus.FAILED, 1_700_000_000.0, "No such box."), "Last message not delivered, 14 Nov"),
    ],
)
def test_the_state_of_the_last_message_is_shown(client: FlaskClient, filled: Store, end: Settlement | None, says: str):
    client.post("/desk/alerts", data=MAIL)
    (alert,) = alerts(filled)
    assert client.post(f"/desk/alerts/{alert.id}/test").headers["Location"] == "/desk/alerts?done=tested"
    if end is not None:
        now = time.time() + 1
        leased = filled.outbox.lease(alert.id, now, until=now + 60)
        assert leased is not None
        filled.outbox.settle(leased, end)
    assert says in shown(client)


def test_an_alert_that_was_switched_off_says_why_and_is_switched_on(client: FlaskClient, filled: Store):
    client.post("/desk/alerts", data=MAIL)
    (alert,) = alerts(filled)
    filled.outbox.disable(alert.id, "No such box.")
    page = shown(client)
    assert ("Off: No such box." in page, "Send a test" in page) == (True, False)
    assert client.post(f"/desk/alerts/{alert.id}/resume").status_code == 303
    assert alerts(filled)[0].is_active


def test_an_alert_is_removed(client: FlaskClient, filled: Store):
    client.post("/desk/alerts", data=MAIL)
    (alert,) = alerts(filled)
    assert client.post(f"/desk/alerts/{alert.id}/remove").headers["Location"] == "/desk/alerts?done=removed"
    assert alerts(filled) == []
    assert client.post(f"/desk/alerts/{alert.id}/remove").status_code == 404


def test_without_a_mail_server_there_is_no_mail(filled: Store, settings: Settings):
    client = store_app(settings, filled).test_client()
    assert "its operator has not set" in client.get("/desk/alerts").text
    assert client.post("/desk/alerts", data=MAIL).status_code == 422


def signed_in(filled: Store, settings: Settings, *scopes: Scope) -> FlaskClient:
    """The browser of who has signed in with a key of these scopes."""
    secret, key = new_key("editor", scopes)
    client = store_app(replace(settings, api_keys=(key,)), filled).test_client()
    client.set_cookie("quotes_key", secret)
    return client


def test_who_may_not_administer_has_no_alerts(filled: Store, settings: Settings):
    editor = signed_in(filled, settings, Scope.READ, Scope.WRITE)
    assert ("/desk/alerts" in editor.get("/desk/").text, editor.get("/desk/alerts").status_code) == (False, 403)
    for path in ("", "/wh_1/test", "/wh_1/resume", "/wh_1/remove"):
        assert editor.post(f"/desk/alerts{path}", data=SLACK).status_code == 403
    assert alerts(filled) == []


def test_who_may_administer_has_alerts(filled: Store, settings: Settings):
    chief = signed_in(filled, settings, Scope.READ, Scope.ADMIN)
    assert '<a href="/desk/alerts">Alerts</a>' in chief.get("/desk/").text
    assert chief.post("/desk/alerts", data=SLACK).status_code == 303
    assert chief.post("/desk/alerts", data=SLACK, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert len(alerts(filled)) == 1

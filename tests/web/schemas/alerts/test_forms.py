"""An alert as a form has it."""

import pytest

from service.domain.queries import Filters
from service.domain.webhooks import MessageFormat
from service.errors import WebhookError
from service.web.schemas import webhook_of_form

MAIL = {"by": "mail", "address": "desk@news.example"}
NEW = ["conflict.created"]


def test_mail_has_its_address_and_hour():
    webhook = webhook_of_form({**MAIL, "daily_at": "6", "severity": "high", "words": "port"}, NEW)
    assert (webhook["url"], webhook["daily_at"], webhook["format"]) == (
        *("mailto:desk@news.example", 6),
        MessageFormat.STANDARD,
    )
    assert (webhook["filter"], webhook["events"], webhook["secret"]) == (
        *(Filters(severity="high", words="port"), NEW),
        None,
    )


def test_the_others_are_called_by_their_format():
    webhook = webhook_of_form({"by": "slack", "address": "https://hooks.example/1", "search_id": "search_1"}, NEW)
    assert (webhook["url"], webhook["format"], webhook["filter"], webhook["search_id"], webhook["daily_at"]) == (
        *("https://hooks.example/1", MessageFormat.SLACK),
        *(None, "search_1", None),
    )


@pytest.mark.parametrize(
    ("given", "events", "field"),
    [
        ({**MAIL, "address": "desk"}, NEW, "url"),
        ({**MAIL, "address": "desk@news.example?bcc=all@news.example"}, NEW, "url"),
        ({"by": "mail"}, NEW, "url"),
        ({"by": "slack", "address": "desk@news.example"}, NEW, "url"),
        ({"address": "https://hooks.example/1"}, NEW, "format"),
        (MAIL, [], "events"),
        (MAIL, ["webhook.test"], "events"),
        ({**MAIL, "daily_at": "24"}, NEW, "daily_at"),
        ({**MAIL, "daily_at": "noon"}, NEW, "daily_at"),
        ({**MAIL, "severity": "grave"}, NEW, "filter/severity"),
    ],
)
def test_what_is_refused_is_named(given: dict[str, str], events: list[str], field: str):
    with pytest.raises(WebhookError) as caught:
        webhook_of_form(given, events)
    assert (caught.value.field or "").startswith(field)

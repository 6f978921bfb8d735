"""Who is notified of events."""

import pytest

from service.application.webhooks import Webhooks
from service.domain.queries import PageRequest
from service.domain.webhooks import MessageFormat
from service.errors import MissingError, WebhookError
from service.store import Store

URL = "https://desk.example/quotes"


def test_a_webhook_gets_a_secret_of_its_own_or_the_one_that_is_given(store: Store):
    webhooks = Webhooks(store)
    made = [webhooks.add(URL, ["job.finished"]).secret for _ in range(2)]
    assert len(set(made)) == 2
    assert all(secret.startswith("whsec_") for secret in made)
    assert webhooks.add(URL, ["job.finished"], made[0]).secret == made[0]


def test_a_webhook_is_tried_changed_and_removed(store: Store):
    webhooks = Webhooks(store)
    id_ = webhooks.add(URL, ["job.finished"]).id
    message = webhooks.test(id_)
    assert [one.id for one in webhooks.deliveries(id_, PageRequest()).items] == [message.id]
    assert not webhooks.change(id_, {"is_active": False}).is_active
    webhooks.remove(id_)
    assert webhooks.webhooks(PageRequest()).items == ()
    with pytest.raises(MissingError):
        webhooks.webhook(id_)


def test_mail_is_for_who_has_a_server_and_a_day_for_mail(store: Store):
    mail = "mailto:desk@news.example"
    with pytest.raises(WebhookError, match="sends no e-mail"):
        Webhooks(store).add(mail, ["job.finished"])
    webhooks = Webhooks(store, sends_mail=True)
    assert webhooks.add(mail, ["job.finished"], daily_at=6).daily_at == 6
    with pytest.raises(WebhookError, match="once a day"):
        webhooks.add(URL, ["job.finished"], daily_at=6)
    with pytest.raises(WebhookError, match="format standard"):
        webhooks.add(mail, ["job.finished"], format=MessageFormat.SLACK)
    with pytest.raises(WebhookError, match="once a day"):
        webhooks.change(webhooks.add(URL, ["job.finished"]).id, {"daily_at": 6})

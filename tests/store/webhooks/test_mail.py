"""Alerts by e-mail: from the outbox of webhooks, with its retries, at once or once a day."""

import time

import pytest

from service.domain.queries import PageRequest
from service.domain.times import next_hour
from service.domain.webhooks import Event
from service.outbound.http_client import Guard
from service.outbound.mail_server import MailServer
from service.store import Store
from service.store.sql.connection import Database
from service.store.webhooks.outbox import record_event
from service.webhooks.delivery import Deliverer
from tests.outbound.mail_receivers import MailReceiver, receiving_mail

# The receivers are servers in a thread.
pytestmark = pytest.mark.slow

URL = "mailto:desk@news.example"
JOB = {"total": 2, "done": 2, "failed": 0}


def deliver(store: Store, receiver: MailReceiver, *, now: float) -> int:
    """Send what is due then; the number of attempts."""
    mail = MailServer.of(f"smtp://127.0.0.1:{receiver.port}", "quotes@news.example", seconds=5)
    deliverer = Deliverer(store.outbox, Guard(seconds=5), mail=mail, clock=lambda: now)
    return sum(sending.result() for sending in deliverer.start_due())


def happen(database: Database, n: int) -> None:
    """That many batches are finished."""
    for _ in range(n):
        with database.writing() as connection:
            record_event(connection, Event.JOB_FINISHED, JOB)


def test_each_is_sent_at_once_and_again_until_it_is_taken(store: Store, database: Database):
    store.webhooks.add(URL, [Event.JOB_FINISHED], "whsec_x")
    happen(database, 2)
    now = time.time() + 1
    with receiving_mail({"MAIL": ["451 not now"]}) as receiver:
        assert deliver(store, receiver, now=now) == 1
        assert deliver(store, receiver, now=now + 400) == 2
    assert [mail["Subject"] for mail in receiver.got] == ["A batch is finished: 2 of 2 articles are stored."] * 2
    assert len({mail["Message-ID"] for mail in receiver.got}) == 2


def test_those_of_a_day_are_one_mail(store: Store, database: Database):
    webhook = store.webhooks.add(URL, [Event.JOB_FINISHED], "whsec_x", daily_at=6)
    happen(database, 3)
    now = time.time()
    with receiving_mail() as receiver:
        assert deliver(store, receiver, now=now) == 0
        assert deliver(store, receiver, now=next_hour(now, 6) + 1) == 1
        assert deliver(store, receiver, now=next_hour(now, 6) + 2) == 0
    assert [mail["Subject"] for mail in receiver.got] == ["3 alerts from the quotes service"]
    assert {one.status.value for one in store.webhooks.deliveries(webhook.id, PageRequest()).items} == {"delivered"}


def test_what_a_killed_sender_had_leased_is_sent_by_the_next(store: Store, database: Database):
    webhook = store.webhooks.add(URL, [Event.JOB_FINISHED], "whsec_x", daily_at=6)
    happen(database, 2)
    due = next_hour(time.time(), 6) + 1
    assert store.outbox.lease(webhook.id, due, until=due + 60)
    with receiving_mail() as receiver:
        assert deliver(store, receiver, now=due + 61) == 1
    assert [mail["Subject"] for mail in receiver.got] == ["2 alerts from the quotes service"]


def test_without_a_server_it_waits(store: Store, database: Database):
    webhook = store.webhooks.add(URL, [Event.JOB_FINISHED], "whsec_x")
    happen(database, 1)
    for sending in Deliverer(store.outbox, Guard()).start_due():
        sending.result()
    (waiting,) = store.webhooks.deliveries(webhook.id, PageRequest()).items
    assert (waiting.status.value, "sends no e-mail" in (waiting.detail or "")) == ("pending", True)


@pytest.mark.parametrize("daily_at", [None, 6])
def test_an_address_that_is_refused_for_good_gets_no_more(
    store: Store, database: Database, caplog: pytest.LogCaptureFixture, daily_at: int | None
):
    webhook = store.webhooks.add(URL, [Event.JOB_FINISHED], "whsec_x", daily_at=daily_at)
    happen(database, 2)
    due = next_hour(time.time(), 6) + 1
    with receiving_mail({"RCPT": ["550 5.1.1 nobody of that name"]}) as receiver:
        assert deliver(store, receiver, now=due) == 1
        assert deliver(store, receiver, now=due + 100_000) == 0
    assert receiver.got == []
    after = store.webhooks.one(webhook.id)
    assert after.inactive_because == (
        "The e-mail cannot be sent: its mail server refuses it for good (550 5.1.1 nobody of that name)."
    )
    ends = {one.status.value for one in store.webhooks.deliveries(webhook.id, PageRequest()).items}
    assert ends == ({"failed"} if daily_at else {"failed", "pending"})
    (line,) = [record for record in caplog.records if record.message == "webhook message given up"]
    assert (line.n_messages, line.because) == (2 if daily_at else 1, after.inactive_because)


def test_a_message_that_is_refused_for_good_is_not_sent_again(store: Store, database: Database):
    webhook = store.webhooks.add(URL, [Event.JOB_FINISHED], "whsec_x")
    happen(database, 2)
    now = time.time() + 1
    with receiving_mail({"DATA": ["554 no such words here"]}) as receiver:
        assert deliver(store, receiver, now=now) == 1
        assert deliver(store, receiver, now=now) == 1
    assert (len(receiver.got), store.webhooks.one(webhook.id).is_active) == (1, True)
    _, refused = store.webhooks.deliveries(webhook.id, PageRequest()).items
    assert (refused.status.value, refused.n_attempts, refused.due_at) == ("failed", 1, None)
    assert "It is not sent again." in (refused.detail or "")


def test_an_address_that_is_refused_for_now_is_tried_again(store: Store, database: Database):
    store.webhooks.add(URL, [Event.JOB_FINISHED], "whsec_x")
    happen(database, 1)
    now = time.time() + 1
    with receiving_mail({"RCPT": ["450 the box is in use"]}) as receiver:
        assert deliver(store, receiver, now=now) == 1
        assert deliver(store, receiver, now=now + 400) == 1
    assert len(receiver.got) == 1

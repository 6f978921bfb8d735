"""Messages to webhooks, from the change that they tell of to whoever asked for them."""

import json
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler

import pytest
from sqlalchemy import update

from service.domain.queries import Filters, PageRequest
from service.domain.webhooks import Delivery, DeliveryStatus, Event, MessageFormat
from service.outbound.http_client import Guard
from service.store import Store
from service.store.sql.connection import Database
from service.store.sql.webhook_tables import WebhookRow
from service.store.webhooks.outbox import record_event
from service.webhooks.delivery import Deliverer
from tests.linking.reports import report
from tests.outbound.servers import serving
from tests.store.receiver import SECRET, Receiver, receiving
from tests.webhooks.sending import deliver_due

# The receivers are servers in a thread.
pytestmark = pytest.mark.slow

OPEN = Guard(seconds=5, allows_private=True)
DAY = 24 * 3600
ANA = "Ana Pérez"
DRY = "The wells of the valley have been dry since the spring festival."


class Clock:
    """A clock that goes on when a test says so."""

    def __init__(self) -> None:
        self.now = time.time() + 1

    def __call__(self) -> float:
        return self.now


def happen(database: Database, *numbers: int, event: Event = Event.JOB_FINISHED) -> None:
    """Events of these numbers, one after the other."""
    for number in numbers:
        with database.writing() as connection:
            record_event(connection, event, {"number": number})


def deliveries(store: Store) -> list[Delivery]:
    """All messages to the only webhook, the oldest first."""
    (webhook,) = store.webhooks.listed(PageRequest()).items
    return [*store.webhooks.deliveries(webhook.id, PageRequest()).items][::-1]


def listening(store: Store, receiver: Receiver, *events: Event) -> str:
    """The id of a webhook for these events, or for finished jobs."""
    return store.webhooks.add(receiver.url, events or [Event.JOB_FINISHED], SECRET).id


def test_conflicts_are_told_when_they_are_found_and_when_they_change(store: Store):
    with receiving() as receiver:
        listening(store, receiver, Event.CONFLICT_CREATED, Event.CONFLICT_CHANGED)
        store.articles.save(report("a", (ANA, DRY)))
        assert deliver_due(store.outbox, OPEN) == 0
        store.articles.save(report("b", (ANA, DRY.replace("dry", "not dry"))))
        store.articles.save(report("c", (ANA, DRY.replace("dry", "half dry"))))
        assert deliver_due(store.outbox, OPEN) == 2
        assert deliver_due(store.outbox, OPEN) == 0
    created, changed = receiver.verified()
    assert (created["type"], changed["type"]) == ("conflict.created", "conflict.changed")
    (conflict,) = store.reader.conflicts(Filters(), PageRequest()).items
    assert changed["data"]["id"] == conflict.id
    assert {one.status for one in deliveries(store)} == {DeliveryStatus.DELIVERED}


def test_only_who_asked_for_an_event_is_told(database: Database, store: Store):
    with receiving() as receiver:
        webhook_id = listening(store, receiver, Event.CONFLICT_CREATED)
        happen(database, 1)
        store.webhooks.change(webhook_id, {"is_active": False})
        happen(database, 2, event=Event.CONFLICT_CREATED)
        assert (deliver_due(store.outbox, OPEN), receiver.got, deliveries(store)) == (0, [], [])


def test_what_did_not_happen_is_not_told(database: Database, store: Store):
    def break_off():
        with database.writing() as connection:
            record_event(connection, Event.JOB_FINISHED, {"number": 1})
            raise ValueError("broken off")

    with receiving() as receiver:
        listening(store, receiver)
        with pytest.raises(ValueError, match="broken off"):
            break_off()
        assert deliver_due(store.outbox, OPEN) == 0


def test_a_chat_gets_its_own_format(database: Database, store: Store):
    with receiving(200) as receiver:
        webhook_id = listening(store, receiver, Event.WEBHOOK_TEST)
        store.webhooks.change(webhook_id, {"format": MessageFormat.SLACK})
        store.webhooks.test(webhook_id)
        assert deliver_due(store.outbox, OPEN) == 1
    ((_, body),) = receiver.got
    assert json.loads(body)["text"].startswith("This is a test")


def test_messages_come_in_their_order(database: Database, store: Store):
    with receiving() as receiver:
        listening(store, receiver)
        happen(database, *range(5))
        assert deliver_due(store.outbox, OPEN) == 5
    assert [message["data"]["number"] for message in receiver.verified()] == [0, 1, 2, 3, 4]


def test_a_receiver_that_is_down_is_asked_once_a_call_and_others_get_theirs(database: Database, store: Store):
    with receiving(500) as down, receiving() as up:
        for receiver in (down, up):
            listening(store, receiver)
        happen(database, *range(3))
        assert deliver_due(store.outbox, OPEN) == 4
    assert (len(down.got), len(up.got)) == (1, 3)


def test_receivers_do_not_wait_for_each_other(database: Database, store: Store):
    """Not even for forty that take connections and answer nothing."""
    may_end = threading.Event()
    with serving(lambda handler: may_end.wait(30)) as port, receiving(204) as up:
        for number in range(40):
            store.webhooks.add(f"http://127.0.0.1:{port}/{number}", [Event.JOB_FINISHED], SECRET)
        deliverer = Deliverer(store.outbox, Guard(seconds=60, allows_private=True))
        listening(store, up)
        happen(database, 1)
        under_way = deliverer.start_due()
        wait_until(lambda: len(up.got) == 1)
        happen(database, 2)
        # Whoever has just found nothing more to send is asked again the next time.
        wait_until(lambda: len(deliverer.start_due()) >= 40 and len(up.got) == 2)
        may_end.set()
        for sending in under_way:
            sending.result()


def test_a_receiver_that_fails_is_left_alone_for_a_while(database: Database, store: Store):
    clock = Clock()
    with receiving(500) as receiver:
        listening(store, receiver)
        happen(database, 1)
        deliver_due(store.outbox, OPEN, clock=clock)
        clock.now += 10
        deliver_due(store.outbox, OPEN, clock=clock)
        happen(database, 2)
        clock.now += 60
        assert deliver_due(store.outbox, OPEN, clock=clock) == 0
        clock.now += 300
        assert deliver_due(store.outbox, OPEN, clock=clock) == 1


def test_what_fails_is_sent_again_later_and_later_until_it_is_given_up(database: Database, store: Store):
    clock, waits = Clock(), []
    with receiving(500) as receiver:
        listening(store, receiver)
        happen(database, 1)
        while (one := deliveries(store)[0]).status is DeliveryStatus.PENDING:
            assert deliver_due(store.outbox, OPEN, clock=clock) == 1
            assert deliver_due(store.outbox, OPEN, clock=clock) == 0
            due_at = deliveries(store)[0].due_at
            waits.append(due_at - clock.now if due_at is not None else None)
            clock.now = due_at or clock.now
    assert waits[:-1] == sorted(waits[:-1])
    assert (5 <= waits[0] <= 6, waits[-1], len(set(receiver.ids))) == (True, None, 1)
    assert (one.status, one.n_attempts, len(receiver.got)) == (DeliveryStatus.FAILED, 10, 10)
    assert one.detail == "The webhook responded with status 500. That was the last of 10 attempts."


def wait_until(is_so) -> None:
    deadline = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize(("told", "at_least"), [("7200", 7200), ("Fri, 31 Dec 2100 23:59:59 GMT", DAY)])
def test_a_receiver_that_asks_for_time_gets_it(database: Database, store: Store, told: str, at_least: float):
    """For all that waits for it, and up to a day."""
    clock = Clock()
    with receiving(503, 204, Retry_After=told) as receiver:
        listening(store, receiver)
        happen(database, 1, 2)
        deliver_due(store.outbox, OPEN, clock=clock)
        assert [one.due_at - clock.now for one in deliveries(store)] == [pytest.approx(at_least, abs=1)] * 2
        clock.now += at_least + 1
        assert deliver_due(store.outbox, OPEN, clock=clock) == 2
    assert {one.status for one in deliveries(store)} == {DeliveryStatus.DELIVERED}


def test_who_is_gone_is_told_nothing_more(database: Database, store: Store):
    with receiving(410) as receiver:
        webhook_id = listening(store, receiver)
        happen(database, 1, 2)
        assert deliver_due(store.outbox, OPEN) == 1
        happen(database, 3)
        assert deliver_due(store.outbox, OPEN) == 0
    webhook = store.webhooks.one(webhook_id)
    assert (webhook.is_active, webhook.inactive_because) == (False, "The webhook responded with status 410.")
    assert [one.status for one in deliveries(store)] == [DeliveryStatus.FAILED, DeliveryStatus.PENDING]
    assert store.webhooks.change(webhook_id, {"is_active": True}).inactive_because is None


def test_inner_addresses_are_refused_unless_a_setting_allows_them(database: Database, store: Store):
    with receiving() as receiver:
        listening(store, receiver)
        happen(database, 1)
        assert deliver_due(store.outbox, Guard()) == 1
    (one,) = deliveries(store)
    assert (receiver.got, one.status) == ([], DeliveryStatus.PENDING)
    assert one.detail == "The webhook cannot be reached: its address is not public."


def test_workers_at_once_send_each_message_once(database: Database, store: Store):
    with receiving() as receiver:
        listening(store, receiver)
        happen(database, *range(12))
        with ThreadPoolExecutor(3) as workers:
            attempts = list(workers.map(lambda _: deliver_due(store.outbox, OPEN), range(3)))
    assert sum(attempts) == len(receiver.ids) == len(set(receiver.ids)) == 12


_WORKER = """
import sys
from service.outbound.http_client import Guard
from service.store import Store
from service.webhooks.delivery import Deliverer
for sending in Deliverer(Store(sys.argv[1]).outbox, Guard(seconds=60, allows_private=True)).start_due():
    sending.result()
"""


def test_what_a_killed_worker_was_sending_is_sent_by_another_under_the_same_id(database: Database, store: Store):
    """Killed in the middle of the request: whether it arrived, nobody knows."""
    clock, asked, ids = Clock(), threading.Event(), []

    def hang(handler: BaseHTTPRequestHandler) -> None:
        ids.append(handler.headers["webhook-id"])
        asked.set()
        handler.rfile.read()

    with serving(hang) as port:
        webhook_id = store.webhooks.add(f"http://127.0.0.1:{port}/", [Event.JOB_FINISHED], SECRET).id
        happen(database, 1)
        url = database.engine.url.render_as_string(hide_password=False)
        worker = subprocess.Popen([sys.executable, "-c", _WORKER, url])
        assert asked.wait(60)
        worker.kill()
        worker.wait()
    assert deliver_due(store.outbox, OPEN, clock=clock) == 0
    clock.now += 300
    with receiving() as receiver:
        with database.writing() as connection:
            connection.execute(update(WebhookRow).values(url=receiver.url))
        assert deliver_due(store.outbox, OPEN, clock=clock) == 1
    assert receiver.ids == ids
    assert [one.id for one in store.webhooks.deliveries(webhook_id, PageRequest()).items] == ids


def test_what_happened_long_ago_is_forgotten(database: Database, store: Store):
    clock = Clock()
    with receiving() as receiver:
        listening(store, receiver)
        happen(database, 1)
        deliver_due(store.outbox, OPEN, clock=clock)
        clock.now += 13 * DAY
        deliver_due(store.outbox, OPEN, clock=clock)
        assert len(deliveries(store)) == 1
        clock.now += 2 * DAY
        deliver_due(store.outbox, OPEN, clock=clock)
        assert deliveries(store) == []

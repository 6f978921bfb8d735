"""A clock that jumps forth and back: nothing is lost or done twice, and what is due comes once the clock is right."""

import time
from collections.abc import Iterator

import pytest

from service.domain.queries import Filters, Order, PageRequest
from service.domain.webhooks import DeliveryStatus, Event
from service.store import Store
from service.store.sql.connection import Database
from service.store.webhooks.outbox import Settlement, record_event
from tests.linking.reports import report
from tests.store.jobs.lines import ANA, SECONDS, analysed, counts, submitted

HOUR = 3600
DRY = "The wells of the valley have been dry since the spring festival."


class Clock:
    """The clock of the machine, which a test sets."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    made = Clock()
    monkeypatch.setattr(time, "time", made)
    return made


def test_a_line_is_read_once_though_its_lease_ends_too_soon(store: Store, clock: Clock):
    job = submitted(store.jobs, 1)
    first = store.leases.lease(SECONDS)
    clock.now += HOUR
    second = store.leases.lease(SECONDS)
    assert second.line == first.line
    assert store.leases.complete(second, analysed(second))
    assert not store.leases.complete(first, analysed(first, "Something else."))
    assert counts(store.jobs.job(job.id)) == ("finished", 1, 1, 0, 0)
    assert len(store.reader.articles(Filters(), PageRequest()).items) == 1


def test_a_line_is_read_though_the_clock_is_set_back_meanwhile(store: Store, clock: Clock):
    job = submitted(store.jobs, 2)
    alive, dead = store.leases.lease(SECONDS), store.leases.lease(SECONDS)
    clock.now -= HOUR
    assert store.leases.complete(alive, analysed(alive))
    assert store.leases.lease(SECONDS) is None
    clock.now += HOUR + 2 * SECONDS
    again = store.leases.lease(SECONDS)
    assert again.line == dead.line
    assert store.leases.complete(again, analysed(again))
    assert counts(store.jobs.job(job.id)) == ("finished", 2, 2, 0, 0)


def test_a_message_is_sent_once_the_clock_is_right(store: Store, database: Database, clock: Clock):
    webhook = store.webhooks.add("https://desk.example/quotes", [Event.JOB_FINISHED], "whsec_c2VjcmV0")
    with database.writing() as connection:
        record_event(connection, Event.JOB_FINISHED, {"number": 1})
    clock.now -= HOUR
    with database.writing() as connection:
        record_event(connection, Event.JOB_FINISHED, {"number": 2})
    assert [each.id for each in store.outbox.waiting(clock.now)] == [webhook.id]
    sent = []
    for _ in range(2):
        while (leased := store.outbox.lease(webhook.id, clock.now, until=clock.now + SECONDS)) is not None:
            sent.append(leased.content["number"])
            store.outbox.settle(leased, Settlement(DeliveryStatus.DELIVERED, clock.now, "200"))
        clock.now += HOUR
    assert sent == [2, 1]


def test_who_asks_for_changes_since_the_last_misses_none(store: Store, clock: Clock):
    def conflicts(**search):
        return store.reader.conflicts(Filters(**search), PageRequest(order=Order.NEWEST)).items

    store.articles.save(report("a", (ANA, DRY)))
    store.articles.save(report("b", (ANA, DRY.replace("dry", "not dry"))))
    (first,) = conflicts()
    clock.now -= HOUR
    store.articles.save(report("c", ("Omar Said", "The sea is calm and the ferry goes on.")))
    store.articles.save(report("d", ("Omar Said", "The sea is not calm and the ferry goes on.")))
    second, *others = conflicts(changed_since=first.changed_at)
    assert [one.id for one in others] == [first.id]
    assert second.changed_at > first.changed_at


def test_pages_go_on_where_they_were(store: Store, clock: Clock):
    for number in range(6):
        clock.now += (-1) ** number * HOUR
        store.articles.save(report(f"a{number}", (ANA, f"It rains for the day number {number}.")))
    seen, request = [], PageRequest(limit=2)
    while True:
        page = store.reader.articles(Filters(), request)
        seen += [one.article_id for one in page.items]
        if page.cursor is None:
            break
        request = PageRequest(limit=2, cursor=page.cursor)
        clock.now -= HOUR
    assert seen == [f"a{number}" for number in range(6)][::-1]

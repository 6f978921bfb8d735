"""Who is notified of which conflicts: a filter lets through what the list of conflicts finds by it."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from service.domain.queries import Filters, PageRequest
from service.domain.webhooks import Event
from service.store import Store
from service.store.sql.connection import Database
from service.store.sql.webhook_tables import DeliveryRow
from service.store.webhooks.outbox import record_event
from tests.linking.reports import report

URL, SECRET = "https://desk.example/", "whsec_x"
ANA, OMAR = "Ana Pérez", "Omar Said"
DRY = "The wells of the valley have been dry since the spring festival."
OPEN = "The northern bridge will be open to lorries before the end of June."


def save(store: Store, article_id: str, outlet: str, *said: tuple[str, str]) -> None:
    """Store an article of this outlet."""
    analysed = report(article_id, *said, published_at="2024-05-01")
    store.articles.save(replace(analysed, article=replace(analysed.article, outlet=outlet)))


def disagree(store: Store) -> None:
    """Two conflicts over wordings, of two speakers, in two pairs of outlets."""
    save(store, "a", "The Post", (ANA, DRY))
    save(store, "b", "The Star", (ANA, DRY.replace("dry", "not dry")))
    save(store, "c", "The Sun", (OMAR, OPEN))
    save(store, "d", "The Star", (OMAR, OPEN.replace("open", "closed")))


def notified(database: Database, webhook_id: str) -> set[str]:
    """The ids of the conflicts that it got messages about."""
    with database.reading() as connection:
        content = select(DeliveryRow.content).where(DeliveryRow.webhook_id == webhook_id)
        return {one["id"] for one in connection.scalars(content)}


@pytest.mark.parametrize(
    ("asked", "n_found"),
    [
        ({}, 2),
        ({"kind": "wording"}, 2),
        ({"kind": "speaker"}, 0),
        ({"severity": "low"}, 0),
        ({"outlet": "The Sun"}, 1),
        ({"outlet": "The Star"}, 2),
        ({"words": "dry"}, 1),
        ({"words": "snow"}, 0),
        ({"article_id": "a"}, 1),
        ({"since": 1e10}, 0),
        ({"status": "open"}, 2),
        ({"status": "confirmed"}, 0),
    ],
    ids=str,
)
def test_a_webhook_gets_what_the_list_finds(store: Store, database: Database, asked: dict[str, str], n_found: int):
    filters = Filters(**asked)
    narrowed = store.webhooks.add(URL, [Event.CONFLICT_CREATED], SECRET, filter=filters)
    saved = store.searches.add("saved", filters)
    searching = store.webhooks.add(URL, [Event.CONFLICT_CREATED], SECRET, search_id=saved.id)
    disagree(store)
    listed = {conflict.id for conflict in store.reader.conflicts(filters, PageRequest()).items}
    assert len(listed) == n_found
    assert (notified(database, narrowed.id), notified(database, searching.id)) == (listed, listed)


def test_both_the_filter_and_the_search_must_hold(store: Store, database: Database):
    saved = store.searches.add("Star", Filters(outlet="The Star"))
    both = store.webhooks.add(
        URL, [Event.CONFLICT_CREATED], SECRET, search_id=saved.id, filter=Filters(outlet="The Sun")
    )
    disagree(store)
    assert len(notified(database, both.id)) == 1


def test_a_speaker_is_found_by_an_id_that_was_merged_away(store: Store, database: Database):
    """Whoever watches "Pérez" goes on watching her when an article has her first name."""
    save(store, "p", "The Post", ("Pérez", "We wait and wait for rain in the valley."))
    (short,) = store.reader.speakers(Filters(), PageRequest()).items
    webhook = store.webhooks.add(URL, [Event.CONFLICT_CREATED], SECRET, filter=Filters(speaker_id=short.id))
    disagree(store)
    found = store.reader.conflicts(Filters(speaker_id=short.id), PageRequest()).items
    assert ("Ana Pérez" in found[0].summary, len(found)) == (True, 1)
    assert notified(database, webhook.id) == {found[0].id}


def test_events_without_a_conflict_pass(store: Store, database: Database):
    webhook = store.webhooks.add(URL, [Event.JOB_FINISHED], SECRET, filter=Filters(kind="speaker"))
    with database.writing() as connection:
        record_event(connection, Event.JOB_FINISHED, {"id": "j1"})
    assert notified(database, webhook.id) == {"j1"}

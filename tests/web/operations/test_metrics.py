"""Figures for Prometheus."""

from flask.testing import FlaskClient

from service.store import Store
from tests.web.api.submitting import TWO, submit


def test_stored_conflicts_are_counted_by_kind(store_client: FlaskClient, filled: Store):
    assert 'quotes_stored_conflicts{kind="wording"} 1.0' in store_client.get("/metrics").text
    filled.articles.forget("b")
    assert 'quotes_stored_conflicts{kind="wording"} 0.0' in store_client.get("/metrics").text


def test_how_deep_the_queue_is_can_be_asked(batch_client, batch_store):
    submit(batch_client, TWO)
    batch_store.leases.lease(60)
    figures = batch_client.get("/metrics").text
    assert 'quotes_queue_lines{state="waiting"} 1.0' in figures
    assert 'quotes_queue_lines{state="leased"} 1.0' in figures

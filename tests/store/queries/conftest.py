"""A store that has something to ask for."""

import pytest

from service.store import Store
from tests.store.queries.asked import ANA, DRY, NOT_DRY, OMAR, report_with


@pytest.fixture
def store(empty_store: Store) -> Store:
    """Three articles: a changed word and another position; and something else."""
    star, post = ("The Star", "2024-05-02T01:00:00+02:00"), ("The Post", "2024-05-01T23:30:00")
    for one in (
        report_with("b", ("Pérez", NOT_DRY, ("minister", "Peru")), outlet=star[0], published_at=star[1]),
        report_with("a", (ANA, DRY, ("mayor", "Lima")), outlet=post[0], published_at=post[1]),
        report_with("c", (OMAR, "We wait for rain.")),
    ):
        empty_store.articles.save(one)
    return empty_store

"""All quotations at one moment."""

import pytest

from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview
from service.domain.queries import Filters, PageRequest
from service.store import Store
from service.store.queries.exports import Exports
from tests.store.queries.asked import ANA, DRY, NOT_DRY


def test_quotations_come_with_their_article_and_what_it_says_of_the_speaker(store: Store):
    first, second, third = store.exports.quotations(Filters())
    assert [one.article.id for one in (first, second, third)] == ["b", "a", "c"]
    assert [one.quotation.attribution.quotation.text for one in (first, second)] == [NOT_DRY, DRY]
    assert {one.speaker.name for one in (first, second)} == {ANA}
    assert [one.speaker.affiliations[0].role for one in (first, second)] == ["minister", "mayor"]
    assert third.speaker.affiliations == ()


@pytest.mark.parametrize("at_once", [1, 2])
def test_they_are_read_some_at_a_time(store: Store, at_once: int):
    some = Exports(store.database, at_once=at_once)
    assert list(some.quotations(Filters())) == list(store.exports.quotations(Filters()))


def test_some_are_chosen(store: Store):
    assert [one.article.id for one in store.exports.quotations(Filters(outlet="The Post"))] == ["a"]


@pytest.mark.parametrize("at_once", [1, 2])
def test_conflicts_and_judgements_come_as_lists_have_them(store: Store, at_once: int):
    some = Exports(store.database, at_once=at_once)
    for conflict in some.conflicts(Filters()):
        store.editing.review_conflicts([conflict.id], ConflictReview("Lee", Status.CONFIRMED, none_is_right=True))
    conflicts = store.reader.conflicts(Filters(), PageRequest()).items
    assert list(some.conflicts(Filters())) == sorted(conflicts, key=lambda one: one.id) != []
    assert list(some.conflicts(Filters(status="open"))) == []
    assert set(some.judgements()) == set(store.reader.judgements(PageRequest()).items)

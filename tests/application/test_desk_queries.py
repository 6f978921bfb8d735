"""What the editors' pages ask: who and what may be the same."""

import pytest

from service.application.desk_queries import DeskQueries
from service.domain.queries import Filters, PageRequest
from service.store import Store


@pytest.fixture
def desk(store: Store) -> DeskQueries:
    """The questions of that store."""
    return DeskQueries(store)


def speakers(store: Store, words: str):
    return store.reader.speakers(Filters(words=words), PageRequest()).items


def test_a_name_of_several_speakers_is_asked_back(desk: DeskQueries, store: Store):
    assert {one.name for one in desk.speakers_asked_for(Filters(), "Pérez")} == {"Ana Pérez", "Omar Pérez"}
    assert desk.speakers_asked_for(Filters(), None) == ()


def test_an_id_is_asked_for_before_a_name(desk: DeskQueries, store: Store):
    (said,) = speakers(store, "said")
    assert desk.speakers_asked_for(Filters(speaker_id=said.id), "Pérez") == (said,)
    assert desk.speakers_asked_for(Filters(speaker_id="nothing"), "Pérez") == ()


def test_candidates_by_words_leave_out_the_one_they_are_for(desk: DeskQueries, store: Store):
    (ana,) = speakers(store, "ana")
    assert [one.name for one in desk.speaker_candidates(ana, "Pérez")] == ["Omar Pérez"]


def test_statements_are_found_by_the_words_of_their_quotations(desk: DeskQueries, store: Store):
    statement = store.reader.statement(str(store.reader.quotation("c:1").statement_id))
    (found,) = desk.statement_candidates(statement, "wells")
    assert found.id == store.reader.quotation("a:1").statement_id
    assert desk.statement_candidates(statement, "rain") == ()

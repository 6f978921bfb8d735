"""Articles stored and removed."""

from dataclasses import replace

from service.domain.conflicts import Status
from service.domain.judgements import ConflictReview
from service.domain.queries import Filters, PageRequest
from service.store.articles import Repository
from service.store.editing import Editing
from service.store.queries.api_queries import Reader
from service.store.sql.connection import Database
from tests.linking.reports import report
from tests.store.sql.test_reading import statements


def test_what_was_just_stored_is_answered_without_reading_it_back(database: Database, repository: Repository):
    analysed = report("a", ("Ana Pérez", "We wait for rain.", ("mayor", "Lima")), ("", "It rains."))
    said, unattributed = analysed.attributions
    relayed = replace(said, speaker_ids=(said.speaker_id, said.speaker_id), via=(said.speaker_id,))
    analysed = replace(analysed, attributions=(relayed, unattributed))
    repository.save(analysed)
    with statements(database) as found:
        linked = repository.linked(analysed)
    assert linked == Reader(database).article("a")
    assert [one for one in found if "text" in one] == []


def test_an_article_that_is_gone_again_is_not_linked(repository: Repository):
    analysed = report("a", ("Ana Pérez", "We wait for rain."))
    assert repository.linked(analysed) is None


DRY = "The wells of the valley have been dry since the spring festival."


def test_what_is_read_again_stays_where_it_says_the_same(database: Database, repository: Repository):
    """Conflicts with the times when they were found, and what was decided of them, too."""
    first = report("a", ("Ana Pérez", DRY))
    for each in (first, report("b", ("Ana Pérez", DRY.replace("dry", "not dry")))):
        repository.save(each)
    (conflict,) = Reader(database).article("a").conflicts
    Editing(database).review_conflicts([conflict.id], ConflictReview("Lee", Status.CONFIRMED))
    before = Reader(database).article("a")
    assert repository.renew(first)
    assert Reader(database).article("a") == before


def test_what_is_read_otherwise_takes_the_place_of_what_was_read(database: Database, repository: Repository):
    first = report("a", ("Ana Pérez", DRY, ("mayor", "Lima")))
    repository.save(first)
    received_at = Reader(database).article("a").received_at
    assert repository.renew(replace(first, attributions=(), speakers=()))
    after = Reader(database).article("a")
    assert (after.quotations, after.received_at) == ((), received_at)
    assert Reader(database).speakers(Filters(), PageRequest()).items == ()
    assert repository.renew(first)
    assert len(Reader(database).article("a").quotations) == 1


def test_an_article_that_is_gone_or_changed_is_not_read_again(repository: Repository):
    first = report("a", ("Ana Pérez", DRY))
    assert not repository.renew(first)
    repository.save(first)
    assert not repository.renew(report("a", ("Ana Pérez", "We wait for rain.")))

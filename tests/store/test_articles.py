"""Articles stored and removed."""

from dataclasses import replace

from service.store.articles import Repository
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

"""Matches of duplicates."""

from sqlalchemy import func, select

from service.store.articles import Repository
from service.store.sql.connection import Database
from service.store.sql.tables import MatchRow
from tests.linking.reports import report
from tests.store.links.arrivals import WORDS


def n_matches(database: Database) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(MatchRow)) or 0


def test_alike_words_are_matched_once_and_reprints_need_no_match(database: Database, repository: Repository):
    repository.save(report("a", ("Ana Pérez", WORDS[0])))
    repository.save(report("b", ("Ana Pérez", WORDS[1])))
    assert n_matches(database) == 1
    repository.save(report("c", ("Ana Pérez", WORDS[0])))
    repository.save(report("d", ("Ana Pérez", WORDS[8])))
    assert n_matches(database) == 1


def test_a_match_goes_with_the_last_of_its_duplicates(database: Database, repository: Repository):
    for article_id, words in (("a", WORDS[0]), ("b", WORDS[1]), ("c", WORDS[0])):
        repository.save(report(article_id, ("Ana Pérez", words)))
    repository.forget("a")
    assert n_matches(database) == 1
    repository.forget("c")
    assert n_matches(database) == 0

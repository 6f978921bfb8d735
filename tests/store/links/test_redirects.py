"""Ids that were merged away."""

from service.store.links.redirects import place_of, record_redirects
from service.store.sql.connection import Database


def test_an_id_leads_to_the_last_of_its_successors(database: Database):
    with database.writing() as connection:
        record_redirects(connection, ["a"], {"a": "b"})
        record_redirects(connection, ["b"], {"b": "c"})
        assert [place_of(connection, old) for old in ("a", "b", "c")] == ["c", "c", None]


def test_what_ends_without_a_successor_leads_nowhere(database: Database):
    with database.writing() as connection:
        record_redirects(connection, ["a"], {"a": "b"})
        record_redirects(connection, ["b"], {})
        assert [place_of(connection, old) for old in ("a", "b")] == [None, None]


def test_what_is_there_again_leads_to_itself(database: Database):
    with database.writing() as connection:
        record_redirects(connection, ["a"], {"a": "b"})
        record_redirects(connection, ["b"], {"b": "a"})
        assert [place_of(connection, old) for old in ("a", "b")] == [None, "a"]

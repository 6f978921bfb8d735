"""Speakers as articles name them."""

from service.store.articles import Repository
from service.store.sql.connection import Database
from service.store.sql.speakers import affiliations_in, speakers_in
from tests.linking.reports import report


def test_each_article_has_its_own(database: Database, repository: Repository):
    given = [
        report("a", ("Ana Pérez", "We wait for rain.", ("mayor", "Lima"), ("member", "Food Fund"))),
        report("b", ("Pérez", "We wait for snow."), ("Omar Said", "The sea is calm.")),
    ]
    for one in given:
        repository.save(one)
    with database.reading() as connection:
        found = speakers_in(connection, ["a", "b", "nothing"])
        affiliations = affiliations_in(connection, ["a"])
    assert found == {(one.article.id, each.id): each for one in given for each in one.speakers}
    assert tuple(affiliations["a", "a-Ana Pérez"]) == given[0].speakers[0].affiliations
    assert list(affiliations["b", "b-Pérez"]) == []

"""Articles by their ids."""

from dataclasses import replace

from service.domain.articles import Article
from service.store.articles import Repository
from service.store.sql.articles import openings_of, summaries_of, texts_of
from service.store.sql.connection import Database
from tests.linking.reports import report


def test_some_of_the_articles_are_read(database: Database, repository: Repository):
    given = {id_: report(id_, ("Ana Pérez", f"We wait for rain in {id_}.")) for id_ in ("a", "b", "c")}
    given["b"] = replace(given["b"], article=replace(given["b"].article, title="Rain", outlet="The Post"))
    for one in given.values():
        repository.save(one)
    with database.reading() as connection:
        assert set(summaries_of(connection, ["a", "c", "nothing"])) == {"a", "c"}
        assert list(texts_of(connection, ["b", "nothing"])) == [Article("b", given["b"].article.text, "Rain")]
        assert openings_of(connection, ["c", "nothing"]) == {"c": given["c"].article.text.splitlines()[0]}

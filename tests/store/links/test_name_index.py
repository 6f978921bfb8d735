"""Names as articles come and go."""

from service.store.articles import Repository
from service.store.sql.connection import Database
from tests.linking.reports import report
from tests.store.contents import stored

DRY = "The wells of the valley have been dry since the spring festival."


def names(database: Database) -> list[str]:
    return sorted(name for _, name, _ in stored(database).speakers)


def test_a_short_name_is_the_speaker_of_the_only_fuller_one(database: Database, repository: Repository):
    repository.save(report("a", ("Pérez", DRY)))
    assert names(database) == ["Pérez"]
    repository.save(report("b", ("Ana Pérez", DRY)))
    assert names(database) == ["Ana Pérez"]
    repository.forget("b")
    assert names(database) == ["Pérez"]


def test_a_short_name_of_several_is_nobody_in_particular(database: Database, repository: Repository):
    for article_id, name in (("a", "Pérez"), ("b", "Ana Pérez"), ("c", "Luis Pérez")):
        repository.save(report(article_id, (name, DRY)))
    assert names(database) == ["Ana Pérez", "Luis Pérez", "Pérez"]


def test_names_that_one_article_tells_apart_are_two_speakers(database: Database, repository: Repository):
    repository.save(report("a", ("Ana Pérez", DRY), ("Pérez", "We wait for rain.")))
    assert names(database) == ["Ana Pérez", "Pérez"]

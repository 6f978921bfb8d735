"""A store that another comparison has filled, linked anew."""

from alembic import command
from sqlalchemy import delete, func, insert, select, update

from service.domain.conflicts import ConflictKind
from service.domain.webhooks import Event
from service.linking.conflicts import position_clashes
from service.linking.statements import scoring
from service.store.links.redirects import place_of
from service.store.links.relinking import relink
from service.store.schema import configuration, upgrade
from service.store.sql.tables import ConflictRow, StatementRow
from service.store.sql.webhook_tables import DeliveryRow, WebhookRow
from tests.linking.reports import report
from tests.store.contents import compared, stored

DRY = "The wells of the valley have been dry since the spring festival."
NOT_DRY = "The wells of the valley have not been dry since the spring festival."
REPORTS = [
    report("a", ("Ana Pérez", DRY, ("director", "Food Fund"))),
    report("b", ("Ana Pérez", NOT_DRY, ("owner", "Food Fund"))),
    report("c", ("Omar Said", DRY)),
    report("d", ("Ana Pérez", "Careless campers burnt our vineyards to ashes.")),
]


def fill(repository):
    for one in REPORTS:
        repository.save(one)


def again(database):
    with database.writing() as connection:
        relink(connection)


def test_what_another_comparison_left_is_found_anew(database, repository, monkeypatch):
    with monkeypatch.context() as otherwise:
        otherwise.setattr(scoring, "UNDATED", ())
        fill(repository)
    assert stored(database) != compared(REPORTS)
    apart = {statement_id for statement_id, *_ in stored(database).statements}
    again(database)
    assert stored(database) == compared(REPORTS)
    left = {statement_id for statement_id, *_ in stored(database).statements}
    with database.reading() as connection:
        assert {place_of(connection, old) for old in apart - left} <= left
    again(database)
    assert stored(database) == compared(REPORTS)


def test_so_are_conflicts_of_posts(database, repository, monkeypatch):
    with monkeypatch.context() as otherwise:
        otherwise.setattr(position_clashes, "may_be_one", lambda *_: False)
        fill(repository)
    assert stored(database) != compared(REPORTS)
    again(database)
    assert stored(database) == compared(REPORTS)


def test_conflicts_keep_their_times(database, repository):
    fill(repository)
    with database.writing() as connection:
        connection.execute(update(ConflictRow).values(found_at=1.0, changed_at=2.0))
    again(database)
    with database.reading() as connection:
        rows = connection.execute(select(ConflictRow.kind, ConflictRow.found_at, ConflictRow.changed_at)).all()
    assert {kind for kind, *_ in rows} >= {ConflictKind.WORDING, ConflictKind.SPEAKER}
    assert {tuple(times) for _, *times in rows} == {(1.0, 2.0)}


def test_no_webhook_hears_of_it(database, repository, monkeypatch):
    with monkeypatch.context() as otherwise:
        otherwise.setattr(scoring, "UNDATED", ())
        fill(repository)
    row = {"id": "w", "url": "https://desk.example/hook", "secret": "s", "is_active": True, "created_at": 0.0}
    with database.writing() as connection:
        connection.execute(insert(WebhookRow), [{**row, "events": [Event.CONFLICT_CREATED.value]}])
    again(database)
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(DeliveryRow)) == 0
        assert connection.scalar(select(WebhookRow.is_active))


def test_a_store_from_before_is_linked_anew_as_it_is_upgraded(database, repository):
    fill(repository)
    with database.writing() as connection:
        connection.execute(delete(StatementRow))
        here = configuration()
        here.attributes["connection"] = connection
        command.downgrade(here, "0006")
    upgrade(database)
    assert stored(database) == compared(REPORTS)

"""What leases of lines and of messages share."""

from sqlalchemy import insert, select

from service.store.sql.connection import Database
from service.store.sql.job_tables import JobLineRow, JobRow
from service.store.sql.leasing import is_unleased, lease_first

NOW, LATER = 1000.0, 1060.0


def _lease(database: Database, now: float) -> int | None:
    free = select(JobLineRow).where(is_unleased(JobLineRow.leased_until, now)).order_by(JobLineRow.line)
    with database.updating() as connection:
        row = lease_first(connection, JobLineRow, free, {"leased_until": LATER})
        return row.line if row is not None else None


def test_a_row_is_leased_to_one_until_its_lease_runs_out(database: Database):
    with database.updating() as connection:
        connection.execute(insert(JobRow), [{"number": 1, "id": "j1", "created_at": NOW, "n_lines": 2}])
        connection.execute(insert(JobLineRow), [{"job": 1, "line": line, "n_tries": 0} for line in (1, 2)])
    assert [_lease(database, NOW) for _ in range(3)] == [1, 2, None]
    assert _lease(database, LATER) == 1

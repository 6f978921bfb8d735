"""Any number of values in one parameter, on both databases."""

from sqlalchemy import delete, func, insert, select

from service.store.sql.bulk_values import change, find, find_rows, in_values, insert_numbers
from service.store.sql.connection import Database
from service.store.sql.tables import CommonKeyRow, RedirectRow

BIG = 2**62 + 1


def test_rows_are_found_by_texts(database: Database):
    names = ["a", "b'\"", "ä,{}"]
    query = select(RedirectRow).where(in_values(RedirectRow.id))
    with database.writing() as connection:
        connection.execute(insert(RedirectRow), [{"id": name, "to": "x"} for name in names])
        assert sorted(row.id for row in find_rows(connection, query, [*names[1:], "nothing"])) == names[1:]
        assert find_rows(connection, query, []) == ()


def test_rows_of_numbers_are_written_found_and_removed(database: Database):
    query = select(CommonKeyRow.key, CommonKeyRow.n_holders).where(in_values(CommonKeyRow.key))
    with database.writing() as connection:
        insert_numbers(connection, CommonKeyRow, [])
        insert_numbers(connection, CommonKeyRow, [(BIG, 2), (7, 3)])
        assert dict(find(connection, query, [BIG, 8])) == {BIG: 2}
        change(connection, delete(CommonKeyRow).where(in_values(CommonKeyRow.key)), [])
        assert connection.scalar(select(func.count()).select_from(CommonKeyRow)) == 2
        change(connection, delete(CommonKeyRow).where(in_values(CommonKeyRow.key)), [BIG])
        assert dict(find(connection, query, [BIG, 7])) == {7: 3}


def test_a_statement_takes_as_many_as_there_are(database: Database):
    query = select(CommonKeyRow.key).where(in_values(CommonKeyRow.key))
    with database.writing() as connection:
        insert_numbers(connection, CommonKeyRow, [(key, 1) for key in range(100_000)])
        assert len(find(connection, query, range(100_000))) == 100_000

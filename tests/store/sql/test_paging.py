"""Lists of any length, some rows at a time."""

from base64 import urlsafe_b64encode

import pytest
from sqlalchemy import insert, select

from service.domain.queries import Page, PageRequest
from service.errors import CursorError
from service.store.sql.connection import Database
from service.store.sql.paging import filled, page_of
from service.store.sql.tables import CommonKeyRow

ORDER = (CommonKeyRow.n_holders, CommonKeyRow.key)


@pytest.fixture
def numbers(database: Database) -> Database:
    """Five rows, two of which are alike in the first column."""
    rows = [{"key": key, "n_holders": n_holders} for key, n_holders in ((1, 9), (2, 8), (3, 8), (4, 7), (5, 6))]
    with database.writing() as connection:
        connection.execute(insert(CommonKeyRow), rows)
    return database


@pytest.mark.parametrize(("is_descending", "keys"), [(False, [5, 4, 2, 3, 1]), (True, [1, 3, 2, 4, 5])])
def test_pages_go_on_after_the_last_row(numbers: Database, is_descending: bool, keys: list[int]):
    seen: list[int] = []
    cursor = None
    while True:
        with numbers.reading() as connection:
            request = PageRequest(limit=2, cursor=cursor)
            page = page_of(connection, select(CommonKeyRow), ORDER, request, is_descending=is_descending)
        seen += [row.key for row in page.items]
        cursor = page.cursor
        if cursor is None:
            break
    assert seen == keys


@pytest.mark.parametrize("values", [b'["a", 1]', b"[1]", b"[1, 9223372036854775808]", b"{}", b"not JSON"])
def test_cursors_of_other_lists_are_refused(numbers: Database, values: bytes):
    request = PageRequest(cursor=urlsafe_b64encode(values).decode())
    with numbers.reading() as connection, pytest.raises(CursorError):
        page_of(connection, select(CommonKeyRow), ORDER, request)


def test_a_page_is_filled_with_what_its_rows_stand_for():
    assert filled(Page((1, 2), "next"), lambda rows: [row * 2 for row in rows]) == Page((2, 4), "next")

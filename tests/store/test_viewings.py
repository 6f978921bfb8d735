"""Who has a conflict's page open."""

from sqlalchemy import func, select

from service.store import Store
from service.store.sql.editing_tables import ViewingRow


def test_others_are_there_for_a_little_while(store: Store):
    assert store.viewings.others("c1", "Lee", 1000.0) == ()
    assert store.viewings.others("c1", "Kim", 1010.0) == ("Lee",)
    assert store.viewings.others("c1", None, 1020.0) == ("Kim", "Lee")
    assert store.viewings.others("c2", "Kim", 1020.0) == ()
    assert store.viewings.others("c1", "Kim", 1095.0) == ()


def test_each_is_written_down_once_a_minute_and_forgotten(store: Store, monkeypatch):
    noticed = []
    notice = store.viewings._notice
    monkeypatch.setattr(store.viewings, "_notice", lambda *what: noticed.append(what) or notice(*what))
    for second in range(0, 60, 5):
        store.viewings.others("c1", "Lee", 1000.0 + second)
    assert [now for _, _, now in noticed] == [1000.0, 1050.0]
    store.viewings.others("c2", "Kim", 9000.0)
    with store.database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(ViewingRow)) == 1

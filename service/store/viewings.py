"""Who has a conflict's page open: noticed at most once a minute for each, and forgotten after an hour."""

from sqlalchemy import delete, insert, select

from service.store.sql.connection import Database
from service.store.sql.editing_tables import ViewingRow

# Who was noticed within the last minute and a half has it open: the page asks each minute, or a little later.
_OPEN_SECONDS = 90
# Before this, it is not written down once more: reading pages must not keep those waiting who write.
_NOTICED_SECONDS = 45
_FORGOTTEN_SECONDS = 3_600


class Viewings:
    """Open pages of one store; times are in seconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def others(self, conflict_id: str, viewer: str | None, now: float) -> tuple[str, ...]:
        """Who else has the conflict open, by name; the viewer has it open from now on, if they have one."""
        query = select(ViewingRow.viewer, ViewingRow.seen_at).where(ViewingRow.conflict_id == conflict_id)
        with self._database.reading() as connection:
            seen = dict(connection.execute(query.where(ViewingRow.seen_at > now - _OPEN_SECONDS)).all())
        if viewer is not None and seen.get(viewer, 0) < now - _NOTICED_SECONDS:
            self._notice(conflict_id, viewer, now)
        return tuple(sorted(set(seen) - {viewer}))

    def _notice(self, conflict_id: str, viewer: str, now: float) -> None:
        own = ViewingRow.conflict_id == conflict_id, ViewingRow.viewer == viewer
        with self._database.updating() as connection:
            connection.execute(delete(ViewingRow).where(ViewingRow.seen_at < now - _FORGOTTEN_SECONDS))
            connection.execute(delete(ViewingRow).where(*own))
            row = {"conflict_id": conflict_id, "viewer": viewer, "seen_at": now}
            connection.execute(insert(ViewingRow), [row])

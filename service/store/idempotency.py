"""Requests that name themselves by an Idempotency-Key: sent again, each is answered as it was."""

from sqlalchemy import Connection, insert, select

from service.domain.queries import IdempotentRequest
from service.errors import ClashError
from service.store.sql.editing_tables import RequestRow
from service.store.sql.reading import first_of
from service.store.sql.rows.values import Values
from service.store.sql.tables import ArticleRow


def find_answered(connection: Connection, request: IdempotentRequest | None) -> RequestRow | None:
    """What this very request was answered with; None if it is new, or does not name itself.

    Raises ClashError if its key was sent with something else, or if the article that it stored has been deleted.
    """
    if request is None:
        return None
    answered = first_of(connection, select(RequestRow).where(RequestRow.key == request.key))
    if answered is not None and answered.fingerprint != request.digest:
        raise ClashError("This Idempotency-Key was already used with another request.")
    if answered is not None and answered.article_id is not None and not _is_there(connection, answered.article_id):
        raise ClashError("The article that this Idempotency-Key stands for has been deleted.")
    return answered


def _is_there(connection: Connection, article_id: str) -> bool:
    return connection.scalar(select(ArticleRow.id).where(ArticleRow.id == article_id)) is not None


def record_answer(
    connection: Connection,
    request: IdempotentRequest | None,
    *,
    article_id: str | None = None,
    judgement: Values | None = None,
) -> None:
    """Store what a request is answered with, if it names itself."""
    if request is not None:
        answer = {"article_id": article_id, "judgement": judgement}
        connection.execute(insert(RequestRow), [{"key": request.key, "fingerprint": request.digest, **answer}])

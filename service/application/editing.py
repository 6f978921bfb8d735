"""What can be changed in the store beside submitting: articles removed, decisions of editors carried out.

What compares quotations again is done by readers, where there are any: it may take long, and can be ended there.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast

from service.application.dependencies import Readers
from service.application.reading import Reading
from service.domain.archive import ConflictDetail
from service.domain.conflicts import Status
from service.domain.judgements import Decision, Judgement, Subject
from service.domain.queries import IdempotentRequest
from service.errors import ClashError
from service.ingestion.submissions import digest_of
from service.readers.places import Deadline
from service.store import Store

_Answer = TypeVar("_Answer")
# What a decision on a pair is about, the pair, the verdict, and whose it is.
_Asked = tuple[Subject, tuple[str, str], str, Decision]


class Editing:
    """Changes of one store; all raise StoreError where it cannot be reached.

    With readers, removals and decisions on pairs raise what they raise: BusyError, TimeLimitError and MemoryLimitError.
    """

    def __init__(self, store: Store, readers: Readers | None = None) -> None:
        self._store = store
        self._readers = readers

    def remove_article(self, article_id: str) -> bool:
        """Remove an article and all that came from it; whether it was there."""
        return self._done(partial(_remove, article_id))

    def judge_conflict(
        self, conflict_id: str, status: Status, decision: Decision, *, seen: str | None = None
    ) -> ConflictDetail:
        """The conflict with the status that an editor gives it, who has `seen` it with another.

        Raises MissingError and MovedError, and ClashError where it has been judged since it was seen.
        """
        now = self._store.reader.conflict(conflict_id).status
        if seen not in (None, now):
            raise ClashError(f"Somebody has judged this conflict since: it is {now} now.")
        return self._store.editing.judge_conflict(conflict_id, status, decision)

    def judge_pair(
        self,
        subject: Subject,
        pair: tuple[str, str],
        verdict: str,
        decision: Decision,
        *,
        request_key: str | None = None,
    ) -> Judgement:
        """Keep two speakers or statements together, or apart; each by its own id or by that of a quotation.

        Raises MissingError, and ClashError where the two are one by all that is compared, or the request's key stands
        for another request.
        """
        request = IdempotentRequest.named(request_key, digest_of((subject, pair, verdict, decision)))
        return self._done(partial(_judge, (subject, pair, verdict, decision), request))

    def _done(self, work: Callable[[Store], _Answer]) -> _Answer:
        if self._readers is None:
            return work(self._store)
        return cast(_Answer, self._readers.run(partial(_in_reader, work)))


def _in_reader(work: Callable[[Store], _Answer], reading: Reading, *, deadline: Deadline) -> _Answer:
    assert reading.store is not None, "readers work with the store of who asks"
    deadline.check()
    return work(reading.store)


def _remove(article_id: str, store: Store) -> bool:
    return store.articles.forget(article_id)


def _judge(asked: _Asked, request: IdempotentRequest | None, store: Store) -> Judgement:
    return store.editing.judge_pair(*asked, request=request)

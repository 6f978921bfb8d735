"""What can be changed in the store beside submitting: articles removed, decisions of editors carried out.

What compares quotations again is done by readers, where there are any: it may take long, and can be ended there.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar, cast

from service.application.dependencies import Readers
from service.application.reading import Reading
from service.domain.archive import ConflictDetail
from service.domain.judgements import ConflictReview, Decision, Judgement, Subject
from service.domain.queries import IdempotentRequest
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

    def review_conflict(self, conflict_id: str, review: ConflictReview, *, seen: str | None = None) -> ConflictDetail:
        """The conflict when an editor has reviewed it, who has `seen` it with this status.

        Raises MissingError and MovedError, ClashError where it has been judged since it was seen, and JudgementError.
        """
        there = self._store.reader.conflict(conflict_id)
        (reviewed,) = self.review_conflicts([there.id], review, seen={there.id: seen} if seen else {})
        return reviewed

    def review_conflicts(
        self, conflict_ids: Sequence[str], review: ConflictReview, *, seen: Mapping[str, str]
    ) -> tuple[ConflictDetail, ...]:
        """The same of several conflicts, all or none; of one that has another id now, it is the one of that id."""
        return self._store.editing.review_conflicts(conflict_ids, review, seen)

    def undo_review(self, conflict_id: str, by: str, *, judged_at: str | None = None) -> ConflictDetail:
        """The conflict without the last judgement on it: the one before holds again, or it is open.

        Raises MissingError and MovedError; ClashError where nothing has been decided, or at another time.
        """
        there = self._store.reader.conflict(conflict_id)
        return self._store.editing.undo_review(there.id, by, judged_at)

    def undo_reviews(
        self, conflict_ids: Sequence[str], by: str, *, seen: Mapping[str, str]
    ) -> tuple[ConflictDetail, ...]:
        """The same of several conflicts, all or none; each as it was `seen`, by its id."""
        return self._store.editing.undo_reviews(conflict_ids, by, seen)

    def others_viewing(self, conflict_id: str, viewer: str | None) -> tuple[str, ...]:
        """Who else has a conflict's page open, by name; the viewer has it open from now on, if they have one."""
        return self._store.viewings.others(conflict_id, viewer, time.time())

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
        # They may not have opened its files yet.
        self._store.database.check_files()
        return cast(_Answer, self._readers.run(partial(_in_reader, work)))


def _in_reader(work: Callable[[Store], _Answer], reading: Reading, *, deadline: Deadline) -> _Answer:
    assert reading.store is not None, "readers work with the store of who asks"
    deadline.check()
    return work(reading.store)


def _remove(article_id: str, store: Store) -> bool:
    return store.articles.forget(article_id)


def _judge(asked: _Asked, request: IdempotentRequest | None, store: Store) -> Judgement:
    return store.editing.judge_pair(*asked, request=request)

"""What can be changed in the store beside submitting: articles removed, decisions of editors carried out."""

from service.domain.archive import ConflictDetail
from service.domain.conflicts import Status
from service.domain.judgements import Decision, Judgement, Subject
from service.domain.queries import IdempotentRequest
from service.errors import ClashError
from service.ingestion.submissions import digest_of
from service.store import Store


class Editing:
    """Changes of one store; all raise StoreError where it cannot be reached."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def remove_article(self, article_id: str) -> bool:
        """Remove an article and all that came from it; whether it was there."""
        return self._store.articles.forget(article_id)

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
        return self._store.editing.judge_pair(subject, pair, verdict, decision, request=request)

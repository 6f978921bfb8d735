"""What the service can be asked for, each by a method."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, Literal, Unpack
from urllib.parse import urlencode
from uuid import uuid4

from quotes_client.alerts import Alerts
from quotes_client.answers import (
    Analysis,
    Quotation,
    Speaker,
    Version,
)
from quotes_client.enumerations import JobState
from quotes_client.http import Connection, path_of
from quotes_client.judging import Judging
from quotes_client.operations import Job, LineError
from quotes_client.searches import (
    ArticleSearch,
    ConflictSearch,
    QuotationSearch,
    SpeakerSearch,
    StatementSearch,
)
from quotes_client.stored_answers import (
    StoredArticle,
    StoredArticleSummary,
    StoredConflict,
    StoredStatement,
)
from quotes_client.submissions import Article
from quotes_client.versions import Versions

# How often a job is asked for: soon at first, for most batches are small.
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 5.0
Listed = Literal["articles", "quotations", "speakers", "statements", "conflicts", "judgements", "jobs", "webhooks"]
ExportFormat = Literal["jsonl", "csv", "web-annotation", "schema.org"]


class Client(Alerts, Judging, Versions):
    """The service at a URL; one for each thread, closed at the end, or used with `with`.

    `seconds` is how long to wait for each answer: longer than the service takes at most. Requests that find no
    connection, no place, or too many before them are tried again `retries` times, later and later, or when the
    service says. Every method raises a ClientError; lists do so while they are read, for they ask as they go.
    """

    def __init__(
        self, url: str = "http://127.0.0.1:8000", *, key: str | None = None, seconds: float = 90, retries: int = 5
    ) -> None:
        self._service = Connection(url, key=key, seconds=seconds, retries=retries)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes its connections."""
        self._service.close()

    def is_alive(self) -> bool:
        """Whether the service answers now."""
        return self._service.is_alive()

    def is_ready(self) -> bool:
        """Whether the service could work now; False, too, where nothing answers."""
        return self._service.is_ready()

    def version(self) -> Version:
        """What answers, and how accurate it is."""
        return self._service.ask(Version, "GET", "/version")

    def analyse(
        self, articles: Sequence[Article], *, attitudes: bool = False, min_confidence: float | None = None
    ) -> Analysis:
        """Who said what in the articles, and where they disagree; nothing is stored.

        With `attitudes`, what is only thought, wished or done is there, too, as no speech.
        """
        options = {"include": "attitudes" if attitudes else None, "min_confidence": min_confidence}
        query = urlencode({name: value for name, value in options.items() if value is not None})
        body = {"articles": [_given(article) for article in articles]}
        return self._service.ask(Analysis, "POST", f"/v1/analyses{'?' * bool(query)}{query}", body)

    def store(self, article: Article, *, request_key: str | None = None) -> StoredArticle:
        """Stores an article, which is committed when this returns; submitted again, it is stored once.

        `request_key` is the Idempotency-Key, for a request repeated after a crash; without it, each call has its own.
        """
        return self._service.create(StoredArticle, "articles", _given(article), request_key)

    def article(self, article_id: str) -> StoredArticle:
        """A stored article, with its quotations."""
        return self._service.ask(StoredArticle, "GET", path_of("articles", article_id))

    def articles(self, **search: Unpack[ArticleSearch]) -> Iterator[StoredArticleSummary]:
        """The stored articles, the newest first."""
        return self._service.listed(StoredArticleSummary, "/v1/articles", search)

    def delete(self, article_id: str) -> bool:
        """Deletes an article with all that was derived from it; whether it was there."""
        return self._service.delete(path_of("articles", article_id))

    def submit_batch(self, articles: Iterable[Article], *, request_key: str | None = None) -> Job:
        """Submits many articles at once, to be read later; they are committed when this returns.

        However many they are, few are held in memory. `request_key` as for `store`.
        """
        headers = {"Content-Type": "application/x-ndjson", "Idempotency-Key": request_key or uuid4().hex}
        # On disk, so that all of it can be sent again when the connection breaks.
        with TemporaryFile() as body:
            for article in articles:
                body.write(json.dumps(_given(article)).encode("utf-8") + b"\n")
            body.seek(0)
            return self._service.ask(Job, "POST", "/v1/batches", body, headers)

    def job(self, job_id: str) -> Job:
        """How far a batch is."""
        return self._service.ask(Job, "GET", path_of("jobs", job_id))

    def jobs(self) -> Iterator[Job]:
        """All jobs, the newest first."""
        return self._service.listed(Job, "/v1/jobs", {})

    def job_errors(self, job_id: str) -> Iterator[LineError]:
        """The lines of a batch that became no article, in their order."""
        return self._service.listed(LineError, f"{path_of('jobs', job_id)}/errors", {})

    def cancel_job(self, job_id: str) -> Job:
        """Leaves the rest of a batch unread; what is stored stays."""
        return self._service.ask(Job, "POST", f"{path_of('jobs', job_id)}/cancel")

    def wait_for_job(
        self, job_id: str, *, seconds: float = float("inf"), on_progress: Callable[[Job], None] = lambda _: None
    ) -> Job:
        """The job when it has ended, or after `seconds`; `on_progress` gets it after each poll."""
        deadline, pause = time.monotonic() + seconds, _FIRST_PAUSE
        while True:
            job = self.job(job_id)
            on_progress(job)
            rest = deadline - time.monotonic()
            if job.state is not JobState.RUNNING or rest <= 0:
                return job
            time.sleep(min(pause, rest))
            pause = min(2 * pause, _LONGEST_PAUSE)

    def quotation(self, quotation_id: str) -> Quotation:
        """A quotation."""
        return self._service.ask(Quotation, "GET", path_of("quotations", quotation_id))

    def quotations(self, **search: Unpack[QuotationSearch]) -> Iterator[Quotation]:
        """The quotations, those of the newest articles first."""
        return self._service.listed(Quotation, "/v1/quotations", search)

    def speaker(self, speaker_id: str) -> Speaker:
        """A speaker; of an id that was merged into another, the other."""
        return self._service.ask(Speaker, "GET", path_of("speakers", speaker_id))

    def speakers(self, **search: Unpack[SpeakerSearch]) -> Iterator[Speaker]:
        """The speakers, by name."""
        return self._service.listed(Speaker, "/v1/speakers", search)

    def statement(self, statement_id: str) -> StoredStatement:
        """A statement; of an id that was merged into another, the other."""
        return self._service.ask(StoredStatement, "GET", path_of("statements", statement_id))

    def statements(self, **search: Unpack[StatementSearch]) -> Iterator[StoredStatement]:
        """The statements."""
        return self._service.listed(StoredStatement, "/v1/statements", search)

    def conflict(self, conflict_id: str) -> StoredConflict:
        """A conflict."""
        return self._service.ask(StoredConflict, "GET", path_of("conflicts", conflict_id))

    def conflicts(self, **search: Unpack[ConflictSearch]) -> Iterator[StoredConflict]:
        """The conflicts, the most severe or the newest first."""
        return self._service.listed(StoredConflict, "/v1/conflicts", search)

    def total(self, of: Listed, **search: Unpack[ConflictSearch]) -> int:
        """How many of these there are of which all holds, up to 100,000; each list knows its own filters."""
        return self._service.total(f"/v1/{of}", search)

    def exports(self, format_: ExportFormat = "jsonl", **search: Unpack[QuotationSearch]) -> Iterator[str]:
        """All quotations at one moment, in the format of others: lines with their ends, as they come."""
        return self._service.lines(f"/v1/exports?{urlencode({'format': format_, **search})}")


def _given(article: Article) -> dict[str, Any]:
    return {name: value for name, value in asdict(article).items() if value is not None}

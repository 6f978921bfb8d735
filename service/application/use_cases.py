"""What the service can be asked to do, whatever the door: HTTP, page or command line."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import copy_context
from pathlib import Path
from threading import BoundedSemaphore
from time import monotonic
from typing import TypeVar

from service.application.dependencies import Dependencies, Limits
from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.domain.conflicts import Analysis
from service.domain.jobs import QueueDepth
from service.domain.queries import IdempotentRequest
from service.domain.webhooks import NewWebhook
from service.errors import ArticleError, BusyError, StoreError, TimeLimitError, TooLargeError
from service.ingestion.submissions import (
    Fetch,
    Submission,
    articles_of,
    digest_of,
    storable_article,
    submissions_of_folder,
)
from service.jobs.batches import Batches
from service.linking.analysis import compare
from service.outbound.http_client import Reply
from service.parsing.parser import Parser
from service.store import Store
from service.store.articles import StoredSubmission
from service.version import Build, build_of
from service.webhooks.signing import new_secret

_Answer = TypeVar("_Answer")
OnArticle = Callable[[Article], None]
_UNLIMITED, _ALONE = Limits(), Dependencies()


class UseCases:
    """The doors call these; each answers with a value of the domain.

    `seeds` is the folder of the sample articles.
    """

    def __init__(
        self,
        parser: Parser,
        *,
        limits: Limits = _UNLIMITED,
        seeds: Path | None = None,
        dependencies: Dependencies = _ALONE,
    ) -> None:
        self._parser = parser
        self._limits = limits
        self._seeds = seeds
        self._surroundings = dependencies
        self._places = BoundedSemaphore(limits.parses)
        # Not more: who waits keeps a thread from what needs no place.
        self._waiting = BoundedSemaphore(limits.parses)
        # As many threads as places: work that outlives its request keeps its place until it has stopped.
        self._workers = ThreadPoolExecutor(limits.parses, thread_name_prefix="analysis")

    def analyse(self, articles: Sequence[Article], *, on_article: OnArticle | None = None) -> Analysis:
        """Who said what in these articles, and where they disagree.

        `on_article` hears of each article as it is read. The articles' ids must differ; their order does not
        change statements or conflicts.
        Raises BusyError and TimeLimitError.
        """
        return self._within_limits(lambda deadline: self._read_all(articles, on_article, deadline))

    def analyse_submissions(
        self, submissions: Sequence[Submission], *, on_article: OnArticle | None = None
    ) -> Analysis:
        """The same for articles as they were handed in.

        Raises ArticleError and TooLargeError, too.
        """
        if not submissions:
            raise ArticleError("There is no article.", field="articles")
        if len(submissions) > self._limits.articles:
            message = f"There are {len(submissions)} articles; the limit is {self._limits.articles}."
            raise TooLargeError(message, field="articles")
        return self._within_limits(
            lambda deadline: self._read_all(self._articles(submissions, deadline), on_article, deadline)
        )

    @property
    def store(self) -> Store:
        """What is remembered.

        Raises StoreError where there is no store.
        """
        if self._surroundings.store is None:
            raise StoreError("This service keeps nothing: it has no store.")
        return self._surroundings.store

    @property
    def batches(self) -> Batches:
        """The door for many articles at once.

        Raises StoreError where there is no store.
        """
        if self._surroundings.batches is None:
            raise StoreError("This service takes no batches: it has no store.")
        return self._surroundings.batches

    def queue_depth(self) -> QueueDepth | None:
        """What is still to be read of all batches; None where nobody can tell."""
        try:
            return self.store.leases.depth()
        except StoreError:
            return None

    @property
    def store_revision(self) -> str | None:
        """The revision of the store's tables that this version works with; None without a store."""
        return self._surroundings.store.revision if self._surroundings.store is not None else None

    def submit(self, submission: Submission, *, request_key: str | None = None) -> StoredSubmission:
        """Read an article and keep it, with all that follows from it; once, however often it is sent.

        Without an id of its own it is called by its content. Raises what `analyse_submissions` raises, ClashError
        where the id or the request key stands for another article, and StoreError.
        """
        request = IdempotentRequest.named(request_key, digest_of(submission))
        # Before anything is fetched: what stands at a URL may have changed since the first answer.
        answered = self.store.articles.find_answered(request) if request is not None else None
        if answered is not None:
            return StoredSubmission(answered, is_new=False)
        return self._within_limits(lambda deadline: self._take(submission, request, deadline))

    def _take(self, submission: Submission, request: IdempotentRequest | None, deadline: float) -> StoredSubmission:
        fetch = self._fetch_until(deadline)
        article = storable_article(submission, max_characters=self._limits.characters, fetch=fetch)
        if self.store.articles.has(article):
            return StoredSubmission(article.id, is_new=False)
        # Parsing takes a second, and the store has one writer: first the one, then the other.
        report = read_article(article, self._parser)
        taken = self.store.articles.save(report, request=request)
        if taken.is_new:
            self._surroundings.on_kept(report)
        return taken

    def add_webhook(self, url: str, events: Sequence[str], secret: str | None = None) -> NewWebhook:
        """Tell this URL of these events from now on, in messages that are signed; without a secret it gets one.

        Raises StoreError.
        """
        return self.store.webhooks.add(url, events, secret or new_secret())

    def stored_conflicts(self) -> Mapping[str, int]:
        """How many conflicts are kept, by kind; none where the store cannot be asked."""
        try:
            return self.store.reader.n_conflicts()
        except StoreError:
            return {}

    def readiness(self) -> Mapping[str, bool]:
        """Which parts of the service could work now, by their names."""
        return {name: is_ready() for name, is_ready in self._surroundings.parts.items()}

    def build(self) -> Build:
        """What the answers depend on."""
        return build_of(self._surroundings.models)

    def seeds(self) -> tuple[Submission, ...]:
        """The sample articles; none where this service has none."""
        return submissions_of_folder(self._seeds) if self._seeds is not None else ()

    def _within_limits(self, work: Callable[[float], _Answer]) -> _Answer:
        deadline = monotonic() + self._limits.seconds
        if not self._finds_place():
            raise BusyError("All places for parsing are taken. Please try again in a moment.")
        # In the caller's context: what is logged on the way carries the request's id.
        answer = self._workers.submit(copy_context().run, self._in_place, work, deadline)
        wait([answer], timeout=max(0, deadline - monotonic()))
        if not answer.done():
            raise TimeLimitError(_too_slow(self._limits.seconds))
        return answer.result()

    def _finds_place(self) -> bool:
        """Whether a place is free, or gets free while this waits."""
        if self._places.acquire(blocking=False):
            return True
        if not self._waiting.acquire(blocking=False):
            return False
        try:
            return self._places.acquire(timeout=min(self._limits.patience, self._limits.seconds))
        finally:
            self._waiting.release()

    def _in_place(self, work: Callable[[float], _Answer], deadline: float) -> _Answer:
        try:
            return work(deadline)
        finally:
            # Here, not in a callback of the future: those run after the caller has its answer, and the
            # caller's next request would find no place.
            self._places.release()

    def _articles(self, submissions: Sequence[Submission], deadline: float) -> tuple[Article, ...]:
        return articles_of(submissions, max_characters=self._limits.characters, fetch=self._fetch_until(deadline))

    def _fetch_until(self, deadline: float) -> Fetch:
        def fetch(url: str) -> Reply:
            self._check_time(deadline)
            return self._surroundings.fetch(url)

        return fetch

    def _read_all(self, articles: Sequence[Article], on_article: OnArticle | None, deadline: float) -> Analysis:
        reports = []
        for article in articles:
            self._check_time(deadline)
            reports.append(read_article(article, self._parser))
            if on_article is not None:
                on_article(article)
        analysis = compare(tuple(reports))
        self._surroundings.on_analysis(analysis)
        return analysis

    def _check_time(self, deadline: float) -> None:
        """Where nobody waits for the answer any more, the place is given back."""
        if monotonic() > deadline:
            raise TimeLimitError(_too_slow(self._limits.seconds))


def _too_slow(seconds: float) -> str:
    return f"The analysis takes longer than {seconds:g} seconds. Please send fewer or shorter articles."

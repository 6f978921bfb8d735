"""What the service can be asked to do, whatever the door: HTTP, page or command line."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from service.application.capacity import Capacity, Deadline
from service.application.dependencies import Dependencies, Limits
from service.application.desk_queries import DeskQueries
from service.application.editing import Editing
from service.application.jobs import Jobs
from service.application.queries import Queries
from service.application.webhooks import Webhooks
from service.attribution.pipeline import read_article
from service.domain.archive import StoredArticle
from service.domain.articles import Article
from service.domain.conflicts import Analysis
from service.domain.jobs import QueueDepth
from service.domain.queries import AnalysisOptions, IdempotentRequest
from service.errors import ArticleError, StoreError, TooLargeError
from service.ingestion.submissions import (
    Fetch,
    Submission,
    articles_of,
    digest_of,
    storable_article,
    submissions_of_folder,
)
from service.linking.analysis import compare
from service.outbound.http_client import Reply
from service.parsing.parser import Parser
from service.store import Store
from service.version import Build, build_of

OnArticle = Callable[[Article], None]
_UNLIMITED, _ALONE = Limits(), Dependencies()
_ALL_THAT_IS_SAID = AnalysisOptions()


class UseCases:
    """The doors call these; each answers with a value of the domain.

    `seeds` is the folder of the sample articles. What concerns the store lies in `queries`, `desk`, `editing`, `jobs`
    and `webhooks`, which raise StoreError where this service has none.
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
        self._dependencies = dependencies
        self._capacity = Capacity(limits.parses, patience=limits.patience, seconds=limits.seconds)

    @cached_property
    def queries(self) -> Queries:
        """What can be read of the store."""
        return Queries(self._store)

    @cached_property
    def desk(self) -> DeskQueries:
        """What the editors' pages show beyond that."""
        return DeskQueries(self._store)

    @cached_property
    def editing(self) -> Editing:
        """What can be changed in the store."""
        return Editing(self._store)

    @cached_property
    def jobs(self) -> Jobs:
        """Many articles at once."""
        return Jobs(self._store, self._dependencies.batches)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Who is notified of events."""
        return Webhooks(self._store)

    def analyse(
        self,
        articles: Sequence[Article],
        *,
        on_article: OnArticle | None = None,
        options: AnalysisOptions = _ALL_THAT_IS_SAID,
    ) -> Analysis:
        """Who said what in these articles, and where they disagree.

        `on_article` is called with each article as it is read. The articles' ids must differ; their order does not
        change statements or conflicts.
        Raises BusyError and TimeLimitError.
        """
        return self._capacity.run(lambda deadline: self._read_all(articles, on_article, options, deadline))

    def analyse_submissions(
        self,
        submissions: Sequence[Submission],
        *,
        on_article: OnArticle | None = None,
        options: AnalysisOptions = _ALL_THAT_IS_SAID,
    ) -> Analysis:
        """The same for articles as they were submitted.

        Raises ArticleError and TooLargeError, too.
        """
        if not submissions:
            raise ArticleError("The request has no articles.", field="articles")
        if len(submissions) > self._limits.articles:
            message = f"There are {len(submissions)} articles; the limit is {self._limits.articles}."
            raise TooLargeError(message, field="articles")
        return self._capacity.run(
            lambda deadline: self._read_all(self._articles(submissions, deadline), on_article, options, deadline)
        )

    def submit(self, submission: Submission, *, request_key: str | None = None) -> tuple[StoredArticle, bool]:
        """Read an article and store it, once, with all that follows from it; the article, and whether it is new.

        Without an id of its own it is called by its content. Raises what `analyse_submissions` raises, ClashError
        where the id or the request key stands for another article, and StoreError.
        """
        request = IdempotentRequest.named(request_key, digest_of(submission))
        # Before anything is fetched: what stands at a URL may have changed since the first answer.
        answered = self._store.articles.find_answered(request) if request is not None else None
        if answered is not None:
            return self.queries.article(answered), False
        return self._capacity.run(lambda deadline: self._take(submission, request, deadline))

    def queue_depth(self) -> QueueDepth | None:
        """How many lines of all batches are still to be read; None if the store cannot be asked."""
        try:
            return self.jobs.depth()
        except StoreError:
            return None

    def stored_conflicts(self) -> Mapping[str, int]:
        """How many conflicts are stored, by kind; none if the store cannot be asked."""
        try:
            return self._store.reader.n_conflicts()
        except StoreError:
            return {}

    @property
    def store_revision(self) -> str | None:
        """The revision of the store's tables that this version works with; None without a store."""
        return self._dependencies.store.revision if self._dependencies.store is not None else None

    def readiness(self) -> Mapping[str, bool]:
        """Which parts of the service could work now, by their names."""
        return {name: is_ready() for name, is_ready in self._dependencies.parts.items()}

    @property
    def limits(self) -> Limits:
        """What one request may ask."""
        return self._limits

    def build(self) -> Build:
        """What the answers depend on."""
        return build_of(self._dependencies.models)

    def seeds(self) -> tuple[Submission, ...]:
        """The sample articles; none if this service has none."""
        return self._sample_articles

    def close(self) -> None:
        """Return when all work has ended, that of requests that are answered already included."""
        self._capacity.close()

    @property
    def _store(self) -> Store:
        if self._dependencies.store is None:
            raise StoreError("This service has no store, so it cannot store articles.")
        return self._dependencies.store

    @cached_property
    def _sample_articles(self) -> tuple[Submission, ...]:
        return submissions_of_folder(self._seeds) if self._seeds is not None else ()

    def _take(
        self, submission: Submission, request: IdempotentRequest | None, deadline: Deadline
    ) -> tuple[StoredArticle, bool]:
        fetch = self._fetch_until(deadline)
        article = storable_article(submission, max_characters=self._limits.characters, fetch=fetch)
        if self._store.articles.has(article):
            return self.queries.article(article.id), False
        # Parsing takes a second, and the store has one writer: first the one, then the other.
        analysed = read_article(article, self._parser)
        taken = self._store.articles.save(analysed, request=request)
        if not taken.is_new:
            return self.queries.article(taken.article_id), False
        self._dependencies.on_stored(analysed)
        return self._store.articles.linked(analysed) or self.queries.article(article.id), True

    def _articles(self, submissions: Sequence[Submission], deadline: Deadline) -> tuple[Article, ...]:
        limits = self._limits
        return articles_of(
            submissions,
            max_characters=limits.characters,
            max_total=limits.request_characters,
            fetch=self._fetch_until(deadline),
        )

    def _fetch_until(self, deadline: Deadline) -> Fetch:
        def fetch(url: str) -> Reply:
            deadline.check()
            return self._dependencies.fetch(url)

        return fetch

    def _read_all(
        self,
        articles: Sequence[Article],
        on_article: OnArticle | None,
        options: AnalysisOptions,
        deadline: Deadline,
    ) -> Analysis:
        analysed = []
        for article in articles:
            deadline.check()
            found = read_article(article, self._parser, attitudes=options.attitudes)
            analysed.append(found.at_least(options.min_confidence))
            if on_article is not None:
                on_article(article)
        analysis = compare(tuple(analysed))
        self._dependencies.on_analysis(analysis)
        return analysis

"""What the service can be asked to do, whatever the door: HTTP, page or command line."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar, cast

from service.application.capacity import Capacity
from service.application.dependencies import Dependencies, Limits, required
from service.application.desk_queries import DeskQueries
from service.application.editing import Editing
from service.application.jobs import Jobs
from service.application.queries import Queries
from service.application.reading import OnArticle, Reading
from service.application.searches import Searches
from service.application.webhooks import Webhooks
from service.domain.archive import StoredArticle
from service.domain.articles import Article
from service.domain.conflicts import Analysis
from service.domain.jobs import QueueDepth
from service.domain.queries import AnalysisOptions, IdempotentRequest
from service.errors import ArticleError, StoreError, TooLargeError
from service.ingestion.submissions import Submission, digest_of, submissions_of_folder
from service.parsing.parser import Parser
from service.store import Store
from service.version import Build, build_of

_Answer = TypeVar("_Answer")
# Called with a reader and its `deadline`.
_Work = Callable[..., _Answer]
_UNLIMITED, _ALONE = Limits(), Dependencies()
_ALL_THAT_IS_SAID = AnalysisOptions()


class UseCases:
    """The doors call these; each answers with a value of the domain.

    It reads with the parser, or has no need of one where readers are among its dependencies. `seeds` is the folder of
    the sample articles. What concerns the store lies in `queries`, `desk`, `editing`, `jobs`, `searches` and
    `webhooks`, which raise StoreError where this service has none.
    """

    def __init__(
        self,
        parser: Parser | None = None,
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
        return Editing(self._store, self._dependencies.readers)

    @cached_property
    def jobs(self) -> Jobs:
        """Many articles at once."""
        return Jobs(self._store, self._dependencies.batches)

    @cached_property
    def searches(self) -> Searches:
        """Filters of conflicts under names."""
        return Searches(self._store)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Who is notified of events."""
        return Webhooks(self._store, sends_mail=self._dependencies.sends_mail)

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
        work = partial(Reading.analyse, articles=articles, on_article=on_article, options=options)
        return self._counted(self._done(work))

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
        work = partial(Reading.analyse_submissions, submissions=submissions, on_article=on_article, options=options)
        return self._counted(self._done(work))

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
        taken = self._stored(partial(Reading.take, submission=submission, request=request))
        if taken.analysed is not None:
            self._dependencies.on_stored(taken.analysed)
        return taken.stored, taken.analysed is not None

    def replace(self, submission: Submission) -> tuple[StoredArticle, bool]:
        """Read an article with an id, and store it as the newest version of what has this id; whether nothing had it.

        Where nothing has changed, nothing happens. Raises what `analyse_submissions` raises, and StoreError.
        """
        taken = self._stored(partial(Reading.replace, submission=submission))
        if taken.analysed is not None:
            self._dependencies.on_stored(taken.analysed)
        return taken.stored, taken.analysed is not None

    def read_again(self, article_id: str) -> StoredArticle:
        """Read a stored article again, by the rules and models of today; what it says as before stays as it is.

        Raises MissingError, ClashError where it is changed meanwhile, BusyError, TimeLimitError and StoreError.
        """
        return self._stored(partial(Reading.read_again, article_id=article_id))

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

    @property
    def precision(self) -> str | None:
        """The numbers that the models compute with; None where readers have not loaded them."""
        readers = self._dependencies.readers
        return readers.precision if readers is not None else None

    def seeds(self) -> tuple[Submission, ...]:
        """The sample articles; none if this service has none."""
        return self._sample_articles

    def close(self) -> None:
        """End the readers; return when all work has ended, that of requests that are answered already included."""
        self._capacity.close()
        if self._dependencies.readers is not None:
            self._dependencies.readers.close()

    @property
    def _reading(self) -> Reading:
        assert self._parser is not None, "whoever has no readers elsewhere has a parser"
        dependencies = self._dependencies
        return Reading(self._parser, self._limits, dependencies.fetch, dependencies.store)

    @property
    def _store(self) -> Store:
        return required(self._dependencies.store)

    @cached_property
    def _sample_articles(self) -> tuple[Submission, ...]:
        return submissions_of_folder(self._seeds) if self._seeds is not None else ()

    def _counted(self, analysis: Analysis) -> Analysis:
        self._dependencies.on_analysis(analysis)
        return analysis

    def _stored(self, work: _Work[_Answer]) -> _Answer:
        """The same of work that writes to the store, of which this process knows whether its files are there."""
        self._store.database.check_files()
        return self._done(work)

    def _done(self, work: _Work[_Answer]) -> _Answer:
        """What the work answers, done by readers elsewhere or, without any, here."""
        if self._dependencies.readers is not None:
            return cast(_Answer, self._dependencies.readers.run(work))
        return self._capacity.run(lambda deadline: work(self._reading, deadline=deadline))

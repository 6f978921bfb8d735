"""The work that takes seconds: articles read and compared, or read and stored, in whatever process that is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.application.dependencies import Limits, required
from service.attribution.pipeline import read_article
from service.domain.archive import StoredArticle
from service.domain.articles import Article
from service.domain.conflicts import Analysis
from service.domain.queries import AnalysisOptions, IdempotentRequest
from service.domain.quotations import ArticleAnalysis
from service.errors import ClashError
from service.ingestion.submissions import Fetch, Submission, articles_of, storable_article
from service.linking.analysis import compare
from service.outbound.http_client import Reply
from service.parsing.parser import Parser
from service.readers.places import Deadline
from service.store import Store

OnArticle = Callable[[Article], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """An article as it is stored; `analysed` is what was found in it if it is new."""

    stored: StoredArticle
    analysed: ArticleAnalysis | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A reader of articles with a parser and, where articles are stored, a store."""

    parser: Parser
    limits: Limits
    fetch: Fetch
    store: Store | None = None

    def analyse(
        self,
        articles: Sequence[Article],
        *,
        options: AnalysisOptions,
        deadline: Deadline,
        on_article: OnArticle | None = None,
    ) -> Analysis:
        """What is said in these articles, and where they disagree; `on_article` is called with each as it is read."""
        analysed = []
        for article in articles:
            deadline.check()
            found = read_article(article, self.parser, attitudes=options.attitudes)
            analysed.append(found.at_least(options.min_confidence))
            if on_article is not None:
                on_article(article)
        return compare(tuple(analysed))

    def analyse_submissions(
        self,
        submissions: Sequence[Submission],
        *,
        options: AnalysisOptions,
        deadline: Deadline,
        on_article: OnArticle | None = None,
    ) -> Analysis:
        """The same for articles as they were submitted; raises ArticleError and TooLargeError."""
        articles = articles_of(
            submissions,
            max_characters=self.limits.characters,
            max_total=self.limits.request_characters,
            fetch=self._fetch_until(deadline),
        )
        return self.analyse(articles, options=options, deadline=deadline, on_article=on_article)

    def take(self, submission: Submission, *, request: IdempotentRequest | None, deadline: Deadline) -> Taken:
        """Read an article and store it, once; raises ArticleError, TooLargeError, ClashError and StoreError."""
        store = required(self.store)
        fetch = self._fetch_until(deadline)
        article = storable_article(submission, max_characters=self.limits.characters, fetch=fetch)
        if store.articles.has(article):
            return Taken(store.reader.article(article.id), None)
        # Parsing takes a second, and the store has one writer: first the one, then the other.
        analysed = read_article(article, self.parser)
        taken = store.articles.save(analysed, request=request)
        if not taken.is_new:
            return Taken(store.reader.article(taken.article_id), None)
        return Taken(store.articles.linked(analysed) or store.reader.article(article.id), analysed)

    def replace(self, submission: Submission, *, deadline: Deadline) -> Taken:
        """Read an article and store it, in the place of what its id stands for; raises what `take` raises, no clash."""
        store = required(self.store)
        fetch = self._fetch_until(deadline)
        article = storable_article(submission, max_characters=self.limits.characters, fetch=fetch)
        if store.articles.holds(article):
            return Taken(store.reader.article(article.id), None)
        analysed = read_article(article, self.parser)
        taken = store.articles.replace(analysed)
        stored = store.articles.linked(analysed) or store.reader.article(article.id)
        return Taken(stored, analysed if taken.is_new else None)

    def read_again(self, article_id: str, *, deadline: Deadline) -> StoredArticle:
        """Read a stored article again, as this version reads; raises MissingError, ClashError and StoreError."""
        store = required(self.store)
        deadline.check()
        article = store.reader.article(article_id).article
        analysed = read_article(article, self.parser)
        if not store.articles.renew(analysed):
            raise ClashError("The article was changed or removed while it was being read.")
        return store.articles.linked(analysed) or store.reader.article(article_id)

    def _fetch_until(self, deadline: Deadline) -> Fetch:
        def fetch(url: str) -> Reply:
            deadline.check()
            return self.fetch(url)

        return fetch

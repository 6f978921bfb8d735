"""A line to an article in the store, in whatever process that is done."""

from collections.abc import Callable
from dataclasses import dataclass

from service.attribution.pipeline import read_article
from service.domain.quotations import ArticleAnalysis
from service.ingestion.submissions import FETCH, NO_LIMIT, Fetch, storable_article
from service.jobs.batches import submission_of
from service.parsing.parser import Parser
from service.store import Store
from service.store.jobs.leases import LeasedLine

# What a line came to: the article, if it is new in the store.
ReadLine = Callable[[LeasedLine], ArticleAnalysis | None]


@dataclass(frozen=True, slots=True)
class LineReading:
    """A reader of lines with a parser and a store."""

    store: Store
    parser: Parser
    max_characters: int = NO_LIMIT
    fetch: Fetch = FETCH

    def read(self, leased: LeasedLine, **_: object) -> ArticleAnalysis | None:
        """Store the article of the line, which goes with the same transaction; None if it is there already.

        Raises ArticleError, TooLargeError, ClashError and StoreError.
        """
        submission = submission_of(leased.payload)
        article = storable_article(submission, max_characters=self.max_characters, fetch=self.fetch)
        if self.store.articles.has(article):
            self.store.leases.complete(leased)
            return None
        analysed = read_article(article, self.parser)
        return analysed if self.store.leases.complete(leased, analysed) else None

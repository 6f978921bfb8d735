"""What the clients of the load test do: submit articles, read lists and single resources, judge."""

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import islice
from typing import TypeVar

from quotes_client import Article, Client, PairJudgement, RefusedError, Severity, Status, StoredArticle
from service.domain.quotations import ArticleAnalysis

_T = TypeVar("_T")
_PAGE = 50
# As many are remembered as a newsroom looks at in a day; the oldest are asked for no more.
_REMEMBERED = 500


@dataclass(slots=True)
class Known:
    """What the clients have seen of the store: ids, and words to look for."""

    articles: list[str] = field(default_factory=list)
    quotations: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)

    def remember(self, article: StoredArticle) -> None:
        """The article, and what is in it."""
        self.articles.append(article.id)
        for quotation in article.quotations:
            self.quotations.append(quotation.id)
            self.speakers += [quotation.speaker_id] if quotation.speaker_id else []
            self.statements += [quotation.statement_id] if quotation.statement_id else []
        for ids in (self.articles, self.quotations, self.speakers, self.statements):
            del ids[:-_REMEMBERED]


class Visitor:
    """One client, which does one thing after the other; its reports are news to the service."""

    def __init__(self, client: Client, reports: Iterator[ArticleAnalysis], known: Known, *, seed: int) -> None:
        self._client = client
        self._reports = reports
        self._known = known
        self._chance = random.Random(seed)

    def choose(self) -> tuple[str, Callable[[], object]]:
        """What to do next, under its name."""
        name, _, act = self._chance.choices(_ACTS, [weight for _, weight, _ in _ACTS])[0]
        return name, lambda: act(self)

    def keep(self) -> None:
        """Submits an article with ten quotations."""
        article = next(self._reports).article
        self._known.remember(self._client.store(Article(article.text, outlet=article.outlet, id=article.id)))

    def forget(self) -> None:
        """Removes an article."""
        if self._known.articles:
            self._client.delete(self._one_of(self._known.articles))

    def analyse(self) -> None:
        """Has one paragraph analysed."""
        text = next(self._reports).article.text.split("\n\n")[0]
        self._client.analyse([Article(text)])

    def list_articles(self) -> None:
        """Reads a page of one outlet's articles."""
        _page(self._client.articles(outlet=f"Outlet {self._chance.randrange(8)}"))

    def list_quotations(self) -> None:
        """Looks for words."""
        _page(self._client.quotations(words=self._chance.choice(("government", "people", "year", "nothing at all"))))

    def list_speakers(self) -> None:
        """Reads a page of speakers."""
        _page(self._client.speakers())

    def list_statements(self) -> None:
        """Reads a page of one speaker's statements."""
        if self._known.speakers:
            _page(self._client.statements(speaker_id=self._one_of(self._known.speakers)))

    def list_conflicts(self) -> None:
        """Reads a page of conflicts, and remembers them."""
        conflicts = _page(self._client.conflicts(severity=self._chance.choice(list(Severity))))
        self._known.conflicts[:] = [conflict.id for conflict in conflicts] or self._known.conflicts

    def show(self) -> None:
        """Reads one article, quotation, speaker, statement or conflict."""
        client, known = self._client, self._known
        places: list[tuple[Callable[[str], object], list[str]]] = [
            (client.article, known.articles),
            (client.quotation, known.quotations),
            (client.speaker, known.speakers),
            (client.statement, known.statements),
            (client.conflict, known.conflicts),
        ]
        ask, ids = self._chance.choice(places)
        if ids:
            with _others_at_work():
                ask(self._one_of(ids))

    def judge_conflict(self) -> None:
        """Dismisses a conflict, or opens it again."""
        if self._known.conflicts:
            status = self._chance.choice((Status.DISMISSED, Status.OPEN))
            with _others_at_work():
                self._client.judge_conflict(self._one_of(self._known.conflicts), status, by="load")

    def judge_pair(self) -> None:
        """Keeps two speakers apart."""
        if len(self._known.speakers) > 1:
            first, second = self._chance.sample(self._known.speakers, 2)
            with _others_at_work():
                self._client.judge(PairJudgement("speaker", first, second, "different", "load"))

    def _one_of(self, ids: list[str]) -> str:
        return self._chance.choice(tuple(ids))


@contextmanager
def _others_at_work() -> Iterator[None]:
    """Others delete and merge meanwhile: a response that says so is correct."""
    try:
        yield
    except RefusedError as error:
        if error.status not in {HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT}:
            raise


def _page(items: Iterable[_T]) -> list[_T]:
    return list(islice(items, _PAGE))


# What is done, how often in a hundred times, and by whom.
_ACTS: tuple[tuple[str, int, Callable[[Visitor], None]], ...] = (
    ("keep an article of ten quotations", 12, Visitor.keep),
    ("analyse one paragraph", 8, Visitor.analyse),
    ("remove an article", 2, Visitor.forget),
    ("list articles of an outlet", 10, Visitor.list_articles),
    ("list quotations with words", 10, Visitor.list_quotations),
    ("list speakers", 5, Visitor.list_speakers),
    ("list statements of a speaker", 10, Visitor.list_statements),
    ("list conflicts of a severity", 10, Visitor.list_conflicts),
    ("show one resource", 28, Visitor.show),
    ("judge a conflict", 3, Visitor.judge_conflict),
    ("judge two speakers", 2, Visitor.judge_pair),
)

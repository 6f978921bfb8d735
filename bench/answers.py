"""The service's answers, made in this process: the same use case and the same schema as over HTTP."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from service.application.use_cases import UseCases
from service.domain.articles import Article
from service.web.page.documents import analysis_json

# The JSON of `POST /v1/analyses`. The scorers read it as a client does, so here it stays what it is.
Answer = Mapping[str, Any]
# What the scorers call: articles with their "id" and "text" in, the answer out.
Analyses = Callable[[Sequence[Mapping[str, str]]], Answer]


# Without a terminal, whose line is overwritten, one line after this many articles.
_SELDOM = 25


def analysed(use_cases: UseCases) -> Analyses:
    """Asks the use cases, which store nothing."""

    def ask(articles: Sequence[Mapping[str, str]]) -> Answer:
        analysis = use_cases.analyse([Article(article["id"], article["text"]) for article in articles])
        answer: Answer = json.loads(analysis_json(analysis))
        return answer

    return ask


class Answers:
    """Asks for answers and keeps them, because two scorers may ask for the same article."""

    def __init__(self, ask: Analyses, tell: Callable[[int], None] | None = None) -> None:
        self._ask = ask
        self._tell = tell
        self._kept: dict[tuple[tuple[str, str], ...], Answer] = {}
        self._n_read = 0

    def __call__(self, articles: Sequence[Mapping[str, str]]) -> Answer:
        """The answer to the articles."""
        key = tuple((article["id"], article["text"]) for article in articles)
        if key not in self._kept:
            self._kept[key] = self._ask(articles)
            for _ in articles:
                self._n_read += 1
                if self._tell is not None:
                    self._tell(self._n_read)
        return self._kept[key]


def tell_progress(n_read: int) -> None:
    """How many articles were read, on standard error."""
    if sys.stderr.isatty():
        print(f"\r{n_read} articles read", end="", file=sys.stderr, flush=True)
    elif n_read % _SELDOM == 0:
        print(f"{n_read} articles read", file=sys.stderr, flush=True)

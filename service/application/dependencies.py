"""What the use cases of a running service work with, and the limits that they observe."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from service.domain.conflicts import Analysis
from service.domain.quotations import ArticleAnalysis
from service.errors import StoreError
from service.ingestion.submissions import FETCH, NO_LIMIT, Fetch
from service.jobs.batches import Batches
from service.store import Store
from service.version import MODELS


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may ask, and how many may be at work at once; see `Settings` for units and reasons."""

    articles: int = NO_LIMIT
    characters: int = NO_LIMIT
    # Of all articles of a request.
    request_characters: int = NO_LIMIT
    parses: int = 1
    seconds: float = NO_LIMIT
    # An article takes well under a second: whoever waits so long for a place has come at a bad time.
    patience: float = 5


class Readers(Protocol):
    """Whoever does work elsewhere, and ends it when it is past its time."""

    def run(self, work: Callable[..., Any]) -> Any:  # noqa: ANN401 - whatever the work answers
        """What the work answers that is called with a reader and its `deadline`; it must be something to pickle."""
        ...

    @property
    def precision(self) -> str | None:
        """That of the models they read with; None before they are loaded."""
        ...

    def close(self) -> None:
        """End them."""
        ...


@dataclass(frozen=True, slots=True)
class Dependencies:
    """What the use cases of a running service work with.

    `readers` do what takes seconds in processes of their own; without them, this process does it. `fetch` reads a URL;
    `on_analysis` is called with each analysis that is done, `on_stored` with each article that is new in the store;
    `parts` are asked, by name, whether they could work now; `models` is the folder of the language models,
    `batches` takes many articles at once, and `sends_mail` says whether the workers can send e-mail.
    """

    readers: Readers | None = None
    fetch: Fetch = FETCH
    on_analysis: Callable[[Analysis], None] = lambda _: None
    on_stored: Callable[[ArticleAnalysis], None] = lambda _: None
    parts: Mapping[str, Callable[[], bool]] = field(default_factory=dict)
    models: Path = MODELS
    store: Store | None = None
    batches: Batches | None = None
    sends_mail: bool = False


def required(store: Store | None) -> Store:
    """The store; raises StoreError where the service has none."""
    if store is None:
        raise StoreError("This service has no store, so it cannot store articles.")
    return store

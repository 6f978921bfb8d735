"""What is counted and measured, for Prometheus. The one file that knows its client.

gunicorn's processes each write into a folder that the client's own variable names, and whichever is asked adds
them up. The client looks for it when it is imported: never import this file before gunicorn has forked.
"""

import os
from collections.abc import Iterable, Iterator, Mapping

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from service.domain.conflicts import Analysis
from service.domain.jobs import QueueDepth
from service.domain.quotations import ArticleAnalysis, Attribution

MEDIA_TYPE = CONTENT_TYPE_LATEST

# From a health check to the longest request that the settings allow by default.
_REQUEST_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
# From a brief to the longest article that the settings allow by default.
_PARSE_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)

_REQUESTS = Counter("quotes_requests", "Requests answered.", ("method", "route", "status"))
_REQUEST_SECONDS = Histogram(
    "quotes_request_seconds", "Time to the response.", ("method", "route"), buckets=_REQUEST_BUCKETS
)
_PARSE_SECONDS = Histogram("quotes_parse_seconds", "Parsing of one article.", buckets=_PARSE_BUCKETS)
_QUOTATIONS = Counter("quotes_quotations", "Quotations found.", ("kind",))
_ARTICLES = Counter("quotes_articles", "Articles stored.")
_CONFLICTS = Counter("quotes_conflicts", "Conflicts found by analyses.", ("kind", "severity"))


def observe_request(method: str, route: str, status: int, seconds: float) -> None:
    """Counts an answer; method and route must be of the few that the service has."""
    _REQUESTS.labels(method, route, str(status)).inc()
    _REQUEST_SECONDS.labels(method, route).observe(seconds)


def observe_parse(seconds: float) -> None:
    """Counts the parse of an article."""
    _PARSE_SECONDS.observe(seconds)


def observe_analysis(analysis: Analysis) -> None:
    """Counts what was found."""
    _observe_quotations(analysis.attributions)
    for conflict in analysis.conflicts:
        _CONFLICTS.labels(conflict.kind, conflict.severity).inc()


def observe_stored(report: ArticleAnalysis) -> None:
    """Counts a stored article and its quotations."""
    _ARTICLES.inc()
    _observe_quotations(report.attributions)


def _observe_quotations(attributions: Iterable[Attribution]) -> None:
    for attribution in attributions:
        _QUOTATIONS.labels(attribution.quotation.kind).inc()


def exposition(conflicts: Mapping[str, int], depth: QueueDepth | None) -> bytes:
    """All metrics, over all processes, in the Prometheus format; with the conflicts stored now, by kind, and how
    deep the queue is.
    """
    stored = CollectorRegistry()
    stored.register(_Stored(conflicts, depth))
    return generate_latest(_counted()) + generate_latest(stored)


def _counted() -> CollectorRegistry:
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry


class _Stored(Collector):
    """What the store has at this moment: one number for all processes, so none of them may keep it."""

    def __init__(self, conflicts: Mapping[str, int], depth: QueueDepth | None) -> None:
        self._conflicts = conflicts
        self._depth = depth

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges, without numbers where the store could not be asked."""
        conflicts = GaugeMetricFamily("quotes_stored_conflicts", "Conflicts stored.", labels=("kind",))
        for kind, number in self._conflicts.items():
            conflicts.add_metric((kind,), number)
        yield conflicts
        lines = GaugeMetricFamily(
            "quotes_queue_lines", "Lines of batches waiting or being processed.", labels=("state",)
        )
        if self._depth is not None:
            lines.add_metric(("waiting",), self._depth.waiting)
            lines.add_metric(("leased",), self._depth.leased)
        yield lines

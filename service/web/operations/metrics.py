"""`/metrics`, for Prometheus."""

from flask import Blueprint, Response

from service.runtime.metrics import MEDIA_TYPE, exposition
from service.web import use_cases

metrics = Blueprint("metrics", __name__)


@metrics.get("/metrics")
def figures() -> Response:
    """The figures of all processes, and of the store."""
    figures = exposition(use_cases().stored_conflicts(), use_cases().queue_depth())
    return Response(figures, content_type=MEDIA_TYPE)

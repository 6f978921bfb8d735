"""`/metrics`, for Prometheus."""

from flask import Blueprint, Response

from service.metrics import MEDIA_TYPE, exposition
from service.web import use_cases

metrics = Blueprint("metrics", __name__)


@metrics.get("/metrics")
def figures() -> Response:
    """The figures of all processes."""
    return Response(exposition(use_cases().queue_depth()), content_type=MEDIA_TYPE)

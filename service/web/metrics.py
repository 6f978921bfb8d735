"""`/metrics`, for Prometheus."""

from flask import Blueprint, Response

from service.metrics import MEDIA_TYPE, exposition

metrics = Blueprint("metrics", __name__)


@metrics.get("/metrics")
def figures() -> Response:
    """The figures of all processes."""
    return Response(exposition(), content_type=MEDIA_TYPE)

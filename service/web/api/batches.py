"""`/v1/batches`: many articles at once, a line each."""

from collections.abc import Mapping
from typing import Any

from flask import current_app, request

from service.domain.jobs import Job
from service.web import MAX_BATCH_BYTES, use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.ndjson import MEDIA_TYPES, JsonLines
from service.web.schemas import JobSchema, RequestKeySchema

batches = JsonBlueprint("batches", __name__, description="Many articles at once, processed later.")

_LINES: dict[str, Any] = {
    "schema": {"type": "string", "description": "One article per line, each a Submission in JSON."},
    "example": '{"id": "a", "text": "“Yes,” said Ana Ruiz."}\n{"url": "https://news.example/story"}\n',
}
_BODY = {"required": True, "content": dict.fromkeys(MEDIA_TYPES, _LINES)}


@batches.post("/v1/batches")
@batches.fails_with(400, 409, 413, 415, 422, 503)
@batches.doc(requestBody=_BODY)
@batches.arguments(RequestKeySchema, location="headers")
@batches.response(202, JobSchema, headers={"Location": {"schema": {"type": "string"}, "description": "The job."}})
def hand_in(headers: Mapping[str, str | None]) -> tuple[Job, int, dict[str, str]]:
    """Submit a batch

    Articles as JSON lines, each as for `POST /v1/articles`. The response is sent once all lines are committed; they are
    then processed one by one, and the job shows the progress. A line that is not a valid article is listed among the
    job's errors and does not affect the others.
    """
    limits = current_app.config
    lines = JsonLines(request, max_bytes=limits[MAX_BATCH_BYTES], max_line_bytes=limits["MAX_CONTENT_LENGTH"])
    job = use_cases().jobs.submit(lines, request_key=headers.get("idempotency_key"), digest=lambda: lines.digest)
    return job, 202, {"Location": f"/v1/jobs/{job.id}"}

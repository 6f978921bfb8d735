"""`/v1/batches`: many articles at once, a line each."""

from collections.abc import Mapping
from typing import Any

from flask import current_app, request

from service.domain.jobs import Job
from service.web import MAX_BATCH_BYTES, use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.ndjson import MEDIA_TYPES, JsonLines
from service.web.schemas import JobSchema, RequestKeySchema

batches = JsonBlueprint("batches", __name__, description="Many articles at once, read later.")

_LINES: dict[str, Any] = {
    "schema": {"type": "string", "description": "A line for each article, which is a Submission as JSON."},
    "example": '{"id": "a", "text": "“Yes,” said Ana Ruiz."}\n{"url": "https://news.example/story"}\n',
}
_BODY = {"required": True, "content": dict.fromkeys(MEDIA_TYPES, _LINES)}


@batches.post("/v1/batches")
@batches.fails_with(400, 409, 413, 415, 422, 503)
@batches.doc(requestBody=_BODY)
@batches.arguments(RequestKeySchema, location="headers")
@batches.response(202, JobSchema, headers={"Location": {"schema": {"type": "string"}, "description": "The job."}})
def hand_in(headers: Mapping[str, str | None]) -> tuple[Job, int, dict[str, str]]:
    """Hand in a batch

    Articles as JSON lines, each as for `POST /v1/articles`. All of them are there for good when this is answered, and
    are read one by one: the job tells how far that is. A line that is no article is told among the job's errors, and
    the others are read all the same.
    """
    limits = current_app.config
    lines = JsonLines(request, max_bytes=limits[MAX_BATCH_BYTES], max_line_bytes=limits["MAX_CONTENT_LENGTH"])
    job = use_cases().jobs.submit(lines, request_key=headers.get("idempotency_key"), digest=lambda: lines.digest)
    return job, 202, {"Location": f"/v1/jobs/{job.id}"}

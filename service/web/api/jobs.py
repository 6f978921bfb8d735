"""`/v1/jobs`: the progress of batches."""

from service.domain.jobs import Job, LineError
from service.domain.queries import Page, PageRequest
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import listed, with_etag
from service.web.schemas import JobSchema, JobsPageSchema, LineErrorsPageSchema, PlaceSchema

jobs = JsonBlueprint("jobs", __name__, description="The progress of batches.")
jobs.after_request(with_etag)


@jobs.get("/v1/jobs")
@jobs.fails_with(422, 503)
@jobs.arguments(PlaceSchema, location="query")
@jobs.response(200, JobsPageSchema)
def find(place: PageRequest) -> tuple[Page[Job], dict[str, str]]:
    """List jobs"""
    return listed(use_cases().jobs.jobs(place))


@jobs.get("/v1/jobs/<job_id>")
@jobs.fails_with(404, 503)
@jobs.response(200, JobSchema)
def show(job_id: str) -> Job:
    """Show a job"""
    return use_cases().jobs.job(job_id)


@jobs.get("/v1/jobs/<job_id>/errors")
@jobs.fails_with(404, 422, 503)
@jobs.arguments(PlaceSchema, location="query")
@jobs.response(200, LineErrorsPageSchema)
def errors(place: PageRequest, job_id: str) -> tuple[Page[LineError], dict[str, str]]:
    """List a job's errors"""
    return listed(use_cases().jobs.errors(job_id, place))


@jobs.post("/v1/jobs/<job_id>/cancel")
@jobs.fails_with(404, 503)
@jobs.response(200, JobSchema)
def cancel(job_id: str) -> Job:
    """Cancel a job

    Lines that have not been processed are dropped; articles that are already stored stay. A job that has ended does not
    change.
    """
    return use_cases().jobs.cancel(job_id)

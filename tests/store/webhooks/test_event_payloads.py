"""Messages hold what the API shows."""

import json

import pytest

from service.domain.archive import StoredConflict
from service.domain.jobs import Job, JobState
from service.store.webhooks.event_payloads import conflict_content, job_content
from service.web.schemas import JobSchema, StoredConflictSchema


@pytest.mark.parametrize("index", [0, 1])
def test_a_conflict_is_as_the_api_shows_it(analysis, index: int):
    conflict = StoredConflict.of(analysis.conflicts[index], found_at=1.0, changed_at=2.0)
    assert json.loads(json.dumps(conflict_content(conflict))) == StoredConflictSchema().dump(conflict)


@pytest.mark.parametrize("finished_at", [None, 2.5])
def test_a_job_is_as_the_api_shows_it(finished_at: float | None):
    job = Job("j1", JobState.RUNNING, 3, 1, 1, 1.5, finished_at)
    assert json.loads(json.dumps(job_content(job))) == JobSchema().dump(job)

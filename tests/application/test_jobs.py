"""Many articles at once."""

import pytest

from service.application.jobs import Jobs
from service.domain.jobs import JobState, QueueDepth
from service.errors import MissingError, StoreError
from service.ingestion.submissions import Submission
from service.jobs.batches import Batches
from service.store import Store


def test_a_batch_is_a_job_until_it_is_cancelled(store: Store):
    jobs = Jobs(store, Batches(store, lambda: None))
    job = jobs.submit([(1, Submission(text="It rains."))])
    assert jobs.job(job.id) == job
    assert jobs.depth() == QueueDepth(1, 0)
    assert jobs.cancel(job.id).state is JobState.CANCELLED
    assert jobs.depth() == QueueDepth(0, 0)


def test_without_a_queue_there_are_no_batches(store: Store):
    with pytest.raises(StoreError, match="no queue"):
        Jobs(store, None).submit([])


def test_an_unknown_job_is_missing(store: Store):
    with pytest.raises(MissingError):
        Jobs(store, None).job("j0")

"""The state of a job."""

from service.domain.jobs import Job, JobState


def test_what_neither_failed_nor_is_left_is_done():
    job = Job("j", JobState.RUNNING, n_lines=10, n_failed=1, n_left=4, created_at=0.0, finished_at=None)
    assert job.n_done == 5

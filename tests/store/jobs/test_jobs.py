"""Jobs and their lines, on both databases."""

import time

import pytest

from service.domain.jobs import LineError, QueueDepth
from service.domain.queries import IdempotentRequest, PageRequest
from service.errors import ClashError, CursorError, MissingError, StoreError
from service.store.jobs.jobs import JobLimits, Jobs, NewLine
from tests.store.jobs.lines import SECONDS, analysed, counts, submitted


def test_a_job_is_read_to_its_end(jobs, leases, repository):
    job = submitted(jobs, 2, failed=[LineError(1, "No article.", "/text")])
    assert counts(job) == ("running", 3, 0, 1, 2)
    assert job.finished_at is None
    for n_done in (1, 2):
        leased = leases.lease(SECONDS)
        assert leased.payload == f"payload {leased.line}"
        assert leases.complete(leased, analysed(leased))
        assert jobs.job(job.id).n_done == n_done
    ended = jobs.job(job.id)
    assert counts(ended) == ("finished", 3, 2, 1, 0)
    assert job.created_at <= ended.finished_at <= time.time()
    assert leases.lease(SECONDS) is None
    assert repository.has(analysed(leased).article)


def test_a_job_without_a_line_to_read_has_ended_at_once(jobs):
    assert counts(submitted(jobs, 0, failed=[LineError(1, "No article.")])) == ("finished", 1, 0, 1, 0)


def test_lines_that_still_come_are_neither_seen_nor_read(jobs, leases):
    number = jobs.open()
    jobs.fill(number, [NewLine(1, "payload", None)])
    assert leases.lease(SECONDS) is None
    assert not leases.is_waiting()
    assert leases.depth() == QueueDepth(0, 0)
    assert jobs.jobs(PageRequest()).items == ()
    jobs.discard(number)
    jobs.tidy()


def test_lines_that_stopped_coming_are_forgotten(jobs, database):
    number = jobs.open()
    jobs.fill(number, [NewLine(1, "payload", None)])
    jobs.tidy()
    Jobs(database, JobLimits(abandoned_seconds=-1)).tidy()
    with pytest.raises(MissingError):
        jobs.start(number)


@pytest.mark.parametrize("limits", [JobLimits(most_lines=3), JobLimits(most_characters=15)])
def test_a_job_is_filled_piece_by_piece(database, limits):
    assert submitted(Jobs(database, limits), 7).n_lines == 7


def test_the_same_request_is_the_same_job(jobs):
    request = IdempotentRequest("key", "digest")
    job = submitted(jobs, 2, request=request)
    assert submitted(jobs, 2, request=request) == job
    with pytest.raises(ClashError):
        submitted(jobs, 2, request=IdempotentRequest("key", "another digest"))
    assert [each.id for each in jobs.jobs(PageRequest()).items] == [job.id]


def test_a_cancelled_job_keeps_what_is_in(jobs, leases, repository):
    job = submitted(jobs, 3)
    done, begun = leases.lease(SECONDS), leases.lease(SECONDS)
    leases.complete(done, analysed(done))
    cancelled = jobs.cancel(job.id)
    assert counts(cancelled) == ("cancelled", 3, 1, 0, 2)
    assert jobs.cancel(job.id) == cancelled
    assert not leases.complete(begun, analysed(begun))
    assert leases.lease(SECONDS) is None
    assert repository.has(analysed(done).article)
    assert not repository.has(analysed(begun).article)
    assert jobs.job(job.id) == cancelled


def test_lines_of_a_cancelled_job_are_removed_though_its_canceller_died(jobs, leases, database, monkeypatch):
    """Nobody reads them, nor ends what they have begun."""

    def die():
        raise StoreError("It is killed before it removes lines.")

    job = submitted(jobs, 3)
    begun = leases.lease(SECONDS)
    with monkeypatch.context() as patch:
        patch.setattr(database, "updating", die)
        with pytest.raises(StoreError):
            jobs.cancel(job.id)
    assert counts(jobs.job(job.id)) == ("cancelled", 3, 0, 0, 3)
    assert leases.lease(SECONDS) is None
    assert not leases.complete(begun, analysed(begun))
    leases.fail(begun, LineError(1, "Too late."))
    assert counts(jobs.job(job.id)) == ("cancelled", 3, 0, 0, 3)
    jobs.tidy()
    assert counts(jobs.job(job.id)) == ("cancelled", 3, 0, 0, 3)
    assert leases.depth() == QueueDepth(0, 0)


def test_a_job_that_has_ended_cannot_be_cancelled(jobs, leases):
    job = submitted(jobs, 1)
    leased = leases.lease(SECONDS)
    leases.complete(leased, analysed(leased))
    assert counts(jobs.cancel(job.id)) == ("finished", 1, 1, 0, 0)


def test_jobs_are_listed_the_newest_first(jobs):
    made = [submitted(jobs, number).id for number in (1, 2, 3)]
    first = jobs.jobs(PageRequest(2))
    rest = jobs.jobs(PageRequest(2, first.cursor))
    assert [job.id for job in (*first.items, *rest.items)] == made[::-1]
    assert [job.n_left for job in first.items] == [3, 2]
    assert rest.cursor is None


def test_errors_are_listed_by_line(jobs):
    failed = [LineError(line, f"Wrong {line}.") for line in (1, 2, 3)]
    job = submitted(jobs, 1, failed=failed)
    first = jobs.errors(job.id, PageRequest(2))
    assert [*first.items, *jobs.errors(job.id, PageRequest(2, first.cursor)).items] == failed
    with pytest.raises(CursorError):
        jobs.errors(job.id, PageRequest(2, "nonsense"))


@pytest.mark.parametrize("odd", ["\ud800", "\0", "x" * 10**6])
def test_what_no_database_stores_is_reported_as_well_as_can_be(jobs, leases, odd):
    number = jobs.open()
    jobs.fill(number, [LineError(1, f"Unknown {odd}.", f"/{odd}", odd), NewLine(2, "{}", odd)])
    job = jobs.start(number)
    leases.fail(leases.lease(SECONDS), LineError(2, odd, odd))
    errors = jobs.errors(job.id, PageRequest()).items
    assert [error.line for error in errors] == [1, 2]
    assert max(len(error.detail) for error in errors) <= 500
    assert counts(jobs.job(job.id)) == ("finished", 2, 0, 2, 0)


def test_what_is_not_there_is_missing(jobs):
    for ask in (jobs.job, jobs.cancel, lambda job_id: jobs.errors(job_id, PageRequest())):
        with pytest.raises(MissingError):
            ask("j0")

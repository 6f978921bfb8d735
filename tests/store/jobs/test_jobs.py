"""Jobs and their lines, on both databases."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.domain.jobs import JobState, LineError, QueueDepth
from service.domain.queries import IdempotentRequest, PageRequest
from service.errors import ClashError, CursorError, MissingError
from service.store.jobs import jobs as jobs_module
from service.store.jobs.jobs import Jobs, NewLine
from service.store.jobs.leases import MOST_TRIES, Leases
from tests.linking.reports import report

SECONDS = 60
ANA = "Ana Pérez"


@pytest.fixture
def jobs(database) -> Jobs:
    return Jobs(database)


@pytest.fixture
def leases(database) -> Leases:
    return Leases(database)


def handed_in(jobs, n_lines, *, failed=(), request=None):
    """A job with so many lines to read, numbered on after those that failed from the start."""
    number = jobs.open()
    lines = [NewLine(line, f"payload {line}", f"a{line}") for line in range(len(failed) + 1, len(failed) + n_lines + 1)]
    jobs.fill(number, [*failed, *lines])
    return jobs.start(number, request=request)


def told(leased, words="We wait for rain."):
    return report(f"a{leased.line}", (ANA, words))


def counts(job):
    return job.state.value, job.n_lines, job.n_done, job.n_failed, job.n_left


def test_a_job_is_read_to_its_end(jobs, leases, repository):
    job = handed_in(jobs, 2, failed=[LineError(1, "No article.", "/text")])
    assert counts(job) == ("running", 3, 0, 1, 2)
    assert job.finished_at is None
    for n_done in (1, 2):
        leased = leases.lease(SECONDS)
        assert leased.payload == f"payload {leased.line}"
        assert leases.complete(leased, told(leased))
        assert jobs.job(job.id).n_done == n_done
    ended = jobs.job(job.id)
    assert counts(ended) == ("finished", 3, 2, 1, 0)
    assert job.created_at <= ended.finished_at <= time.time()
    assert leases.lease(SECONDS) is None
    assert repository.has(told(leased).article)


def test_a_job_without_a_line_to_read_has_ended_at_once(jobs):
    assert counts(handed_in(jobs, 0, failed=[LineError(1, "No article.")])) == ("finished", 1, 0, 1, 0)


def test_lines_that_still_come_are_neither_seen_nor_read(jobs, leases):
    number = jobs.open()
    jobs.fill(number, [NewLine(1, "payload", None)])
    assert leases.lease(SECONDS) is None
    assert not leases.is_waiting()
    assert leases.depth() == QueueDepth(0, 0)
    assert jobs.jobs(PageRequest()).items == ()
    jobs.discard(number)
    jobs.tidy()


def test_lines_that_stopped_coming_are_forgotten(jobs, monkeypatch, database):
    number = jobs.open()
    jobs.fill(number, [NewLine(1, "payload", None)])
    jobs.tidy()
    monkeypatch.setattr(jobs_module, "_ABANDONED_SECONDS", -1)
    jobs.tidy()
    with pytest.raises(MissingError):
        jobs.start(number)


def test_a_job_is_filled_piece_by_piece(jobs, monkeypatch):
    monkeypatch.setattr(jobs_module, "_MOST_LINES", 3)
    assert handed_in(jobs, 7).n_lines == 7
    monkeypatch.setattr(jobs_module, "_MOST_CHARACTERS", 15)
    assert handed_in(jobs, 7).n_lines == 7


def test_the_same_request_is_the_same_job(jobs):
    request = IdempotentRequest("key", "digest")
    job = handed_in(jobs, 2, request=request)
    assert handed_in(jobs, 2, request=request) == job
    with pytest.raises(ClashError):
        handed_in(jobs, 2, request=IdempotentRequest("key", "another digest"))
    assert [each.id for each in jobs.jobs(PageRequest()).items] == [job.id]


def test_a_line_is_one_readers(jobs, leases):
    handed_in(jobs, 2)
    assert {leases.lease(SECONDS).line, leases.lease(SECONDS).line} == {1, 2}
    assert leases.lease(SECONDS) is None
    assert leases.depth() == QueueDepth(0, 2)


def test_a_lease_that_has_run_out_is_lost(jobs, leases, repository):
    """Whoever comes late changes nothing, whatever they have read meanwhile."""
    job = handed_in(jobs, 1)
    late = leases.lease(-1)
    leased = leases.lease(SECONDS)
    assert (leased.line, leased.payload) == (late.line, late.payload)
    assert not leases.complete(late, told(late, "Something else."))
    leases.fail(late, LineError(1, "Too late."))
    leases.hand_back(late)
    assert counts(jobs.job(job.id)) == ("running", 1, 0, 0, 1)
    assert leases.complete(leased, told(leased))
    assert counts(jobs.job(job.id)) == ("finished", 1, 1, 0, 0)


def test_what_is_handed_back_comes_after_what_was_never_begun(jobs, leases):
    handed_in(jobs, 2)
    leases.hand_back(leases.lease(SECONDS))
    assert [leases.lease(SECONDS).line for _ in range(2)] == [2, 1]


def test_a_line_that_is_begun_again_and_again_fails(jobs, leases):
    job = handed_in(jobs, 1)
    for _ in range(MOST_TRIES):
        leases.fail_worn_out()
        assert leases.is_waiting()
        assert leases.lease(-1) is not None
    assert not leases.is_waiting()
    assert leases.lease(SECONDS) is None
    leases.fail_worn_out()
    assert counts(jobs.job(job.id)) == ("finished", 1, 0, 1, 0)
    (error,) = jobs.errors(job.id, PageRequest()).items
    assert "was started 5 times" in error.detail


def test_jobs_take_turns(jobs, leases):
    """A short job need not wait for a long one."""
    handed_in(jobs, 60)
    short = handed_in(jobs, 1)
    for _ in range(50):
        leased = leases.lease(SECONDS)
        leases.complete(leased, told(leased))
    assert jobs.job(short.id).state is JobState.FINISHED


def test_an_id_that_stands_for_another_article_is_refused(jobs, leases, repository):
    repository.save(report("a1", (ANA, "Something else.")))
    job = handed_in(jobs, 1)
    leased = leases.lease(SECONDS)
    with pytest.raises(ClashError):
        leases.complete(leased, told(leased))
    leases.fail(leased, LineError(1, "Another article.", "/id", "a1"))
    assert jobs.errors(job.id, PageRequest()).items == (LineError(1, "Another article.", "/id", "a1"),)


def test_the_same_article_again_is_done(jobs, leases, repository):
    handed_in(jobs, 1)
    leased = leases.lease(SECONDS)
    repository.save(told(leased))
    assert not leases.complete(leased, told(leased))
    assert leases.lease(SECONDS) is None


def test_a_cancelled_job_keeps_what_is_in(jobs, leases, repository):
    job = handed_in(jobs, 3)
    done, begun = leases.lease(SECONDS), leases.lease(SECONDS)
    leases.complete(done, told(done))
    cancelled = jobs.cancel(job.id)
    assert counts(cancelled) == ("cancelled", 3, 1, 0, 2)
    assert jobs.cancel(job.id) == cancelled
    assert not leases.complete(begun, told(begun))
    assert leases.lease(SECONDS) is None
    assert repository.has(told(done).article)
    assert not repository.has(told(begun).article)
    assert jobs.job(job.id) == cancelled


def test_lines_of_a_cancelled_job_are_removed_though_its_canceller_died(jobs, leases, monkeypatch):
    """Nobody reads them, nor ends what they have begun."""
    job = handed_in(jobs, 3)
    begun = leases.lease(SECONDS)
    with monkeypatch.context() as patch:
        patch.setattr(Jobs, "_remove", lambda *_: None)
        assert counts(jobs.cancel(job.id)) == ("cancelled", 3, 0, 0, 3)
    assert leases.lease(SECONDS) is None
    assert not leases.complete(begun, told(begun))
    leases.fail(begun, LineError(1, "Too late."))
    assert counts(jobs.job(job.id)) == ("cancelled", 3, 0, 0, 3)
    jobs.tidy()
    assert counts(jobs.job(job.id)) == ("cancelled", 3, 0, 0, 3)
    assert leases.depth() == QueueDepth(0, 0)


def test_a_job_that_has_ended_cannot_be_cancelled(jobs, leases):
    job = handed_in(jobs, 1)
    leased = leases.lease(SECONDS)
    leases.complete(leased, told(leased))
    assert counts(jobs.cancel(job.id)) == ("finished", 1, 1, 0, 0)


def test_jobs_are_listed_the_newest_first(jobs):
    made = [handed_in(jobs, number).id for number in (1, 2, 3)]
    first = jobs.jobs(PageRequest(2))
    rest = jobs.jobs(PageRequest(2, first.cursor))
    assert [job.id for job in (*first.items, *rest.items)] == made[::-1]
    assert [job.n_left for job in first.items] == [3, 2]
    assert rest.cursor is None


def test_errors_are_listed_by_line(jobs):
    failed = [LineError(line, f"Wrong {line}.") for line in (1, 2, 3)]
    job = handed_in(jobs, 1, failed=failed)
    first = jobs.errors(job.id, PageRequest(2))
    assert [*first.items, *jobs.errors(job.id, PageRequest(2, first.cursor)).items] == failed
    with pytest.raises(CursorError):
        jobs.errors(job.id, PageRequest(2, "nonsense"))


@pytest.mark.parametrize("odd", ["\ud800", "\0", "x" * 10**6])
def test_what_no_database_keeps_is_told_as_well_as_can_be(jobs, leases, odd):
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


def test_many_readers_read_each_line_once(jobs, leases):
    job = handed_in(jobs, 60)

    def read(_):
        n_new = 0
        while leased := leases.lease(SECONDS):
            n_new += leases.complete(leased, told(leased, f"The number of the day is {leased.line}."))
        return n_new

    with ThreadPoolExecutor(4) as readers:
        assert sum(readers.map(read, range(4))) == 60
    assert counts(jobs.job(job.id)) == ("finished", 60, 60, 0, 0)

"""Lines leased to readers, on both databases."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bench.hostile import word_of
from service.domain.jobs import JobState, LineError, QueueDepth
from service.domain.queries import PageRequest
from service.errors import ClashError
from service.store.jobs.leases import MOST_TRIES
from tests.linking.reports import report
from tests.store.jobs.lines import ANA, SECONDS, analysed, counts, submitted


def test_a_line_is_leased_to_one_reader(jobs, leases):
    submitted(jobs, 2)
    assert {leases.lease(SECONDS).line, leases.lease(SECONDS).line} == {1, 2}
    assert leases.lease(SECONDS) is None
    assert leases.depth() == QueueDepth(0, 2)


def test_a_lease_that_has_run_out_is_lost(jobs, leases, repository):
    """Whoever comes late changes nothing, whatever they have read meanwhile."""
    job = submitted(jobs, 1)
    late = leases.lease(-1)
    leased = leases.lease(SECONDS)
    assert (leased.line, leased.payload) == (late.line, late.payload)
    assert not leases.complete(late, analysed(late, "Something else."))
    leases.fail(late, LineError(1, "Too late."))
    leases.hand_back(late)
    assert counts(jobs.job(job.id)) == ("running", 1, 0, 0, 1)
    assert leases.complete(leased, analysed(leased))
    assert counts(jobs.job(job.id)) == ("finished", 1, 1, 0, 0)


def test_what_is_returned_comes_after_what_was_never_begun(jobs, leases):
    submitted(jobs, 2)
    leases.hand_back(leases.lease(SECONDS))
    assert [leases.lease(SECONDS).line for _ in range(2)] == [2, 1]


def test_a_line_that_is_begun_again_and_again_fails(jobs, leases):
    job = submitted(jobs, 1)
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
    submitted(jobs, 60)
    short = submitted(jobs, 1)
    for _ in range(50):
        leased = leases.lease(SECONDS)
        leases.complete(leased, analysed(leased))
    assert jobs.job(short.id).state is JobState.FINISHED


def test_an_id_of_another_article_is_refused(jobs, leases, repository):
    repository.save(report("a1", (ANA, "Something else.")))
    job = submitted(jobs, 1)
    leased = leases.lease(SECONDS)
    with pytest.raises(ClashError):
        leases.complete(leased, analysed(leased))
    leases.fail(leased, LineError(1, "Another article.", "/id", "a1"))
    assert jobs.errors(job.id, PageRequest()).items == (LineError(1, "Another article.", "/id", "a1"),)


def test_the_same_article_again_is_done(jobs, leases, repository):
    submitted(jobs, 1)
    leased = leases.lease(SECONDS)
    repository.save(analysed(leased))
    assert not leases.complete(leased, analysed(leased))
    assert leases.lease(SECONDS) is None


def unlike_others(line):
    """Words that no other line has: sixty statements of nearly the same words would be compared for seconds."""
    return " ".join(word_of(7 * line + place) for place in range(7))


def test_many_readers_read_each_line_once(jobs, leases):
    job = submitted(jobs, 60)

    def read(_):
        n_new = 0
        while leased := leases.lease(SECONDS):
            n_new += leases.complete(leased, analysed(leased, unlike_others(leased.line)))
        return n_new

    with ThreadPoolExecutor(4) as readers:
        assert sum(readers.map(read, range(4))) == 60
    assert counts(jobs.job(job.id)) == ("finished", 60, 60, 0, 0)

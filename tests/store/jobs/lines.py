"""Jobs of numbered lines, and what their lines become."""

from service.store.jobs.jobs import NewLine
from tests.linking.reports import report

SECONDS = 60
ANA = "Ana Pérez"


def submitted(jobs, n_lines, *, failed=(), request=None):
    """A job with this many lines to read, numbered on after those that failed from the start."""
    number = jobs.open()
    lines = [NewLine(line, f"payload {line}", f"a{line}") for line in range(len(failed) + 1, len(failed) + n_lines + 1)]
    jobs.fill(number, [*failed, *lines])
    return jobs.start(number, request=request)


def analysed(leased, words="We wait for rain."):
    """The article of a line."""
    return report(f"a{leased.line}", (ANA, words))


def counts(job):
    """A job's state and numbers."""
    return job.state.value, job.n_lines, job.n_done, job.n_failed, job.n_left

"""What `ingest` found, submitted as a batch, with a line for everything that failed."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from quotes_client.enumerations import JobState
from quotes_client.formats.found import Findings, Refused
from quotes_client.operations import Job
from quotes_client.submissions import Article

if TYPE_CHECKING:
    from quotes_client.client import Client


class Batch:
    """The articles of some findings; a line is printed for what is not one, and everything is counted."""

    def __init__(self, findings: Findings, *, language: str | None = None) -> None:
        self._findings = findings
        self._language = language
        self._places: list[str] = []
        self._n_refused = self._n_left_out = 0

    def submit(self, client: "Client") -> bool:
        """Submit them, wait until they are read, and print what came of it; whether all are stored."""
        job = client.submit_batch(self._articles())
        click.echo(f"{job.id}: {job.total} articles submitted.", err=True)
        job = client.wait_for_job(job.id, on_progress=_Progress().show)
        for error in client.job_errors(job.id):
            click.echo(f"{self._places[error.line - 1]}: {error.detail}", err=True)
        left_out = f", {self._n_left_out} that are not articles left out" if self._n_left_out else ""
        click.echo(f"{job.id}: {job.state}, {job.done} stored, {job.failed + self._n_refused} failed{left_out}.")
        return job.done == job.total and not self._n_refused

    def _articles(self) -> Iterator[Article]:
        for finding in self._findings:
            if not isinstance(finding, Refused):
                self._places.append(finding.place)
                language = self._language or finding.article.language
                yield replace(finding.article, language=language)
            elif finding.is_expected:
                self._n_left_out += 1
            else:
                self._n_refused += 1
                click.echo(finding.reason, err=True)


class _Progress:
    """A line that is overwritten, on a terminal; elsewhere, one line for each tenth."""

    def __init__(self) -> None:
        self._tenth = 0

    def show(self, job: Job) -> None:
        """Print the progress, if it has changed."""
        text = f"{job.id}: {job.total - job.left} of {job.total} processed, {job.failed} failed"
        tenth = 10 * (job.total - job.left) // job.total
        if sys.stderr.isatty():
            click.echo(f"\r{text}", err=True, nl=job.state is not JobState.RUNNING)
        elif tenth > self._tenth:
            click.echo(text, err=True)
        self._tenth = tenth

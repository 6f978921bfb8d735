"""`ingest`: files, folders of files and JSON lines, submitted as one batch."""

import json
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import click

from quotes_client.cli.base import connected, of_a_service
from quotes_client.enumerations import JobState
from quotes_client.operations import Job
from quotes_client.submissions import Article

_PAGES = frozenset({".html", ".htm"})
_SUFFIXES = _PAGES | {".txt"}
_LINES = ".jsonl"
_FIELDS = frozenset(field.name for field in fields(Article))


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, path_type=Path))
@of_a_service
@click.pass_context
def ingest(context: click.Context, paths: tuple[Path, ...], server: str, key: str | None) -> None:
    """Submit articles: text and HTML files, .jsonl files with one article per line, and folders of these.

    The id of an article is the name of its file or, in a folder, its path there. Exits with 0 if all are stored, and
    with 1 if any failed; what is wrong with those is printed.
    """
    batch = _Batch(paths)
    with connected(server, key) as client:
        job = client.submit_batch(batch.articles())
        click.echo(f"{job.id}: {job.total} articles submitted.", err=True)
        job = client.wait_for_job(job.id, on_progress=_Progress().show)
        for error in client.job_errors(job.id):
            click.echo(f"{batch.places[error.line - 1]}: {error.detail}", err=True)
    click.echo(f"{job.id}: {job.state}, {job.done} stored, {job.failed + batch.n_unread} failed.")
    context.exit(0 if job.done == job.total and not batch.n_unread else 1)


class _Batch:
    """The articles of some paths; `places` says where each came from, once it has been read."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self._paths = paths
        self.places: list[str] = []
        self.n_unread = 0

    def articles(self) -> Iterator[Article]:
        """Those that can be read; an error line is printed for each of the others."""
        for path, article_id in _files(self._paths):
            for place, article in self._read(path, article_id):
                self.places.append(place)
                yield article

    def _read(self, path: Path, article_id: str) -> Iterator[tuple[str, Article]]:
        if path.suffix.lower() == _LINES:
            with path.open("rb") as lines:
                for number, line in enumerate(lines, 1):
                    yield from self._read_line(f"{path}:{number}", line)
            return
        try:
            content = path.read_bytes().decode("utf-8")
        except OSError as error:
            self._refuse(f"{path} cannot be read: {error.strerror}.")
        except UnicodeDecodeError as error:
            self._refuse(f"{path} is not in UTF-8: byte {error.start} is invalid.")
        else:
            if content.strip():
                is_page = path.suffix.lower() in _PAGES
                given = Article(html=content) if is_page else Article(content)
                yield str(path), replace(given, id=article_id)
            else:
                self._refuse(f"{path} is empty.")

    def _read_line(self, place: str, line: bytes) -> Iterator[tuple[str, Article]]:
        if not line.strip():
            return
        try:
            given = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            self._refuse(f"{place}: not JSON in UTF-8: {error}.")
            return
        if not isinstance(given, dict) or not given.keys() <= _FIELDS:
            self._refuse(f"{place}: not an article; the fields are {', '.join(sorted(_FIELDS))}.")
            return
        yield place, Article(**given)

    def _refuse(self, message: str) -> None:
        self.n_unread += 1
        click.echo(message, err=True)


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


def _files(paths: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    """The files, each with the id of its article."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.suffix.lower() in _SUFFIXES | {_LINES} and file.is_file():
                    yield file, file.relative_to(path).with_suffix("").as_posix()
        else:
            yield path, path.stem

"""`quotes archive`: an archive of any size, from files to files; `quotes db load`: what was found, into the store."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

from service.cli.base import Refusal, settings_of_environment
from service.runtime.garbage_collection import freeze_gc


@click.command()
@click.argument("location", metavar="INPUT")
@click.argument("folder", metavar="OUTPUT")
@click.option(
    "--runner",
    default="native",
    show_default=True,
    help="Where to run: native on this machine, or the address of a Ray cluster, such as ray://head:10001.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=lambda: os.cpu_count() or 1,
    show_default="number of processors",
    help="Number of articles read at once, and of processes that compare.",
)
@click.option("--resume", "is_resumed", is_flag=True, help="Go on with the run in OUTPUT that was broken off.")
def archive(location: str, folder: str, runner: str, workers: int, is_resumed: bool) -> None:
    """Read and compare the articles in INPUT, and write what was found to the folder OUTPUT.

    INPUT is a file or folder of JSON lines, Parquet, texts or web pages. OUTPUT gets a folder of Parquet files for each
    of articles, quotations, speakers, statements, conflicts and errors. Needs the extra `archive`.
    """
    settings = settings_of_environment()
    with _extra("archive"):
        from service.archive.run import ArchiveOptions, run_archive
    freeze_gc()
    options = ArchiveOptions(runner, workers, is_resumed)
    report = run_archive(settings, location, folder, options, lambda line: click.echo(line, err=True))
    click.echo("\n".join(report.lines()))


@click.command()
@click.argument("folder", metavar="OUTPUT")
def load(folder: str) -> None:
    """Load what `quotes archive` wrote to the folder OUTPUT into the store, which must be empty."""
    settings = settings_of_environment()
    with _extra("archive"):
        from service.archive.loading import load_output
    click.echo(f"The store has {load_output(settings.database_url, folder):,} articles.")


@contextmanager
def _extra(name: str) -> Iterator[None]:
    """Imports of packages that an extra brings along: everything else does without them."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise Refusal(f"{error.name} is not installed: pip install 'quotes-service[{name}]'.") from error

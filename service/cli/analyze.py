"""`quotes analyze`: articles from files, analysed on this machine."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.cli.base import LateContext, Refusal, settings_of_environment, write
from service.domain.articles import Article
from service.domain.conflicts import Analysis
from service.domain.quotations import CERTAIN_ENOUGH
from service.errors import ArticleError

# What reads articles is imported when it is needed: help and completion answer sooner without.
if TYPE_CHECKING:
    from service.ingestion.submissions import Submission

_STDIN = "-"
# A longer line would wrap, and could not be overwritten.
_PROGRESS_COLUMNS = 79
_SUFFIXES = {".json": "json", ".html": "html", ".htm": "html", ".txt": "table"}


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["table", "json", "html"]),
    help="Output format; by default that of OUTPUT's suffix, or a table.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of printing.")
@click.option(
    "--also",
    "others",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Also write this .json or .html file.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=CERTAIN_ENOUGH,
    show_default=True,
    help="Hide less certain quotations in tables and pages; 0 shows all. JSON and the conflicts are always complete.",
)
def analyze(
    files: tuple[str, ...],
    output_format: str | None,
    output: Path | None,
    others: tuple[Path, ...],
    min_confidence: float,
) -> None:
    """Analyse articles in FILEs (UTF-8) and show who said what, and where they disagree.

    The id of an article is the name of its file without the suffix. Files ending in .html or .htm are read as web
    pages; - is standard input.
    """
    late: LateContext = click.get_current_context().obj
    outputs = {path: _format_of(path) for path in others}
    if output is not None:
        outputs[output] = output_format or _format_of(output)
    for path in outputs:
        _check_writable(path)
    analysis, renderers = _analysis(files, late), late().renderers
    for path, format_ in outputs.items():
        write(path, renderers[format_](analysis, min_confidence))
    if output is None:
        printed = renderers[output_format or "table"](analysis, min_confidence)
        sys.stdout.buffer.write(printed.encode("utf-8"))


def _analysis(files: tuple[str, ...], late: LateContext) -> Analysis:
    from service.application.use_cases import UseCases
    from service.ingestion.submissions import articles_of

    articles = articles_of([_submission(name) for name in files])
    progress = _Progress(len(articles))
    analysis = UseCases(late().parser(settings_of_environment())).analyse(articles, on_article=progress.read)
    progress.end()
    return analysis


class _Progress:
    """A progress line on a terminal; elsewhere nothing."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._is_shown = total, 0, is_terminal()
        self._show("loading the models")

    def read(self, article: Article) -> None:
        """One more article has been read."""
        self._done += 1
        self._show(f"{self._done} of {self._total} articles analysed: {article.id}")

    def end(self) -> None:
        """Leave the terminal to what was found."""
        self._show("")

    def _show(self, text: str) -> None:
        if self._is_shown:
            # To the line's start, then the text, then what is left of the text before is cleared.
            click.echo(f"\r{text[:_PROGRESS_COLUMNS]}\033[K", err=True, nl=False)


def is_terminal() -> bool:
    """Whether somebody watches what is printed beside the answer."""
    return sys.stderr.isatty()


def _submission(name: str) -> "Submission":
    from service.ingestion.submissions import submission_from_file, submission_of

    if name != _STDIN:
        return submission_from_file(Path(name))
    try:
        text = sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(f"Standard input is not in UTF-8: byte {error.start} is invalid.") from error
    return submission_of(text, article_id="stdin")


def _format_of(path: Path) -> str:
    return _SUFFIXES.get(path.suffix.lower(), "table")


def _check_writable(path: Path) -> None:
    """Before the analysis, not after it."""
    if path.is_dir() or not path.parent.is_dir() or not os.access(path if path.exists() else path.parent, os.W_OK):
        raise Refusal(f"{path} cannot be written.")

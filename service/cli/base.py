"""What all `quotes` commands share: their context, how they refuse, the error map."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from service.config.settings import Settings, mistyped_variables
from service.domain.conflicts import Analysis
from service.errors import ServiceError
from service.parsing.parser import Parser


@dataclass(frozen=True, slots=True)
class CommandContext:
    """What the command needs from the rooms above and beside it; `app.py` provides it when a command asks for it.

    `renderers` are the formats that an analysis can be written in, given the least confidence to show; `work` processes
    batches until it is stopped, or until the parent process, if given, ends; `back_up` copies the store to a new file,
    and answers how many articles there are.
    """

    parser: Callable[[Settings], Parser]
    renderers: Mapping[str, Callable[[Analysis, float], str]]
    contract: Callable[[], str]
    upgrade: Callable[[Settings], str]
    relink: Callable[[Settings], None]
    work: Callable[[Settings, int | None], None]
    back_up: Callable[[Settings, Path], int]


# Building it loads the whole service, which help and completion do without.
LateContext = Callable[[], CommandContext]


class Refusal(click.ClickException):
    """One clear line, and exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - as click has it
        """Print the line."""
        click.echo(f"quotes: {self.message}", file=file or sys.stderr)


class Commands(click.Group):
    """The command line's error map: what the service refuses, the command refuses."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """As click's, with one line for an error."""
        try:
            return super().invoke(ctx)
        except ServiceError as error:
            raise Refusal(str(error)) from error


def settings_of_environment() -> Settings:
    """The settings; a wrong value is refused, and variables that are probably mistyped are named."""
    for sentence in mistyped_variables():
        click.echo(f"quotes: {sentence}", err=True)
    return Settings.from_environment()


def write(path: Path, text: str) -> None:
    """Write a text to a file, or refuse."""
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror}.") from error

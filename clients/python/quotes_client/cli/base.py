"""What the commands share: where the service is, which articles are meant, and how they refuse."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from quotes_client.errors import ClientError, UnreachableError

# The client itself is imported when a command asks for it: help and completion do without an HTTP library.
if TYPE_CHECKING:
    from quotes_client.client import Client

Command = Callable[..., None]


class Refusal(click.ClickException):
    """One clear line, and exit code 2."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(message)
        context = click.get_current_context(silent=True)
        self._command = (context and context.find_root().info_name) or "quotes"

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - as click has it
        """Print the line."""
        click.echo(f"{self._command}: {self.message}", file=file or sys.stderr)


def of_a_service(command: Command) -> Command:
    """The options that locate the service: `server`, `key`."""
    server = click.option(
        "--server",
        default="http://127.0.0.1:8000",
        show_default=True,
        envvar="QUOTES_SERVER",
        show_envvar=True,
        help="Address of the service.",
    )
    key = click.option("--key", envvar="QUOTES_KEY", show_envvar=True, help="API key, if the service requires one.")
    return server(key(command))


def of_articles(command: Command) -> Command:
    """The options that choose among articles: `outlet`, `since`, `until`."""
    outlet = click.option("--outlet", help="Only articles of this outlet.")
    since = click.option("--since", metavar="DATE", help="Only articles published since then (ISO 8601).")
    until = click.option("--until", metavar="DATE", help="Only articles published before then (ISO 8601).")
    return outlet(since(until(command)))


def json_line(answer: Any) -> str:  # noqa: ANN401 - a dataclass of the answers
    """The answer as JSON, by the names of the contract: Python keeps some for itself, which end in a line here."""
    by_contract = asdict(answer, dict_factory=lambda items: {name.removesuffix("_"): value for name, value in items})
    return json.dumps(by_contract, ensure_ascii=False)


def given(search: dict[str, Any]) -> dict[str, Any]:
    """The filters that were given."""
    return {name: value for name, value in search.items() if value is not None}


@contextmanager
def connected(server: str, key: str | None, *, retries: int = 5) -> "Iterator[Client]":
    """A client of the service; its errors end the command with one line."""
    from quotes_client.client import Client

    with Client(server, key=key, retries=retries) as client:
        try:
            yield client
        except UnreachableError as error:
            raise Refusal(f"{server} does not respond: is the service running there?") from error
        except ClientError as error:
            raise Refusal(f"{server}: {error}") from error

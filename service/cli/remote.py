"""The `quotes` command where it talks to a service that runs: conflicts, watch."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import Any

import click

from service.cli.base import Refusal
from service.cli.watch import Watch, is_passing
from service.client import Claim, Client, ClientError, ConflictKind, Severity, StoredConflict, UnreachableError
from service.presentation.conflict_view import conflict_view
from service.presentation.terminal import conflict_text

# Of the articles that make a claim: each costs a request, and more would not be read.
_MOST_OUTLETS = 5
_MOST_REMEMBERED = 10_000

_Show = Callable[[StoredConflict], str]


def of_a_service(command: Callable[..., None]) -> Callable[..., None]:
    """The options that tell where the service is: `server`, `key`."""
    server = click.option(
        "--server",
        default="http://127.0.0.1:8000",
        show_default=True,
        envvar="QUOTES_SERVER",
        show_envvar=True,
        help="Where the service is.",
    )
    key = click.option("--key", envvar="QUOTES_KEY", show_envvar=True, help="The API key, where it asks for one.")
    return server(key(command))


@contextmanager
def connected(server: str, key: str | None, *, retries: int = 5) -> Iterator[Client]:
    """A client of the service; what it cannot have is refused in one line."""
    with Client(server, key=key, retries=retries) as client:
        try:
            yield client
        except UnreachableError as error:
            raise Refusal(f"{server} gives no answer: does the service run there?") from error
        except ClientError as error:
            raise Refusal(f"{server}: {error}") from error


@click.command()
@of_a_service
@click.option("--kind", type=click.Choice([one.value for one in ConflictKind]), help="Only those of this kind.")
@click.option(
    "--severity", type=click.Choice([one.value for one in Severity]), help="Only those that should worry so much."
)
@click.option("--most", type=click.IntRange(min=1), default=50, show_default=True, help="So many, the gravest first.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON, one conflict a line.")
def conflicts(server: str, key: str | None, *, most: int, is_json: bool, **search: Any) -> None:  # noqa: ANN401 - names
    """Print where the articles that a service keeps disagree."""
    with connected(server, key) as client:
        wanted = {name: value for name, value in search.items() if value is not None}
        found = list(islice(client.conflicts(**wanted), most + 1))
        show = _json if is_json else _text(client)
        for conflict in found[:most]:
            click.echo(show(conflict))
    if not found and not is_json:
        click.echo("There are no conflicts.")
    if len(found) > most:
        click.echo(f"There are more than these {most}: see --most.", err=True)


@click.command()
@of_a_service
@click.option("--every", type=click.FloatRange(min=1), default=10, show_default=True, help="Ask so often, in seconds.")
def watch(server: str, key: str | None, every: float) -> None:
    """Print conflicts as they are found, and as they change, until Ctrl-C."""
    # What the client would try again by itself is told here, at once.
    with suppress(KeyboardInterrupt), connected(server, key, retries=0) as client:
        watched, show, is_lost = Watch(client), _text(client), False
        click.echo(f"Watching {server}. Ctrl-C ends it.", err=True)
        while True:
            time.sleep(every)
            is_lost = _tell_news(watched, show, is_lost=is_lost)


def _tell_news(watched: Watch, show: _Show, *, is_lost: bool) -> bool:
    """Print what is new; whether the service gives no answer now."""
    try:
        news = watched.news()
    except ClientError as error:
        if not is_passing(error):
            raise
        if not is_lost:
            click.echo("The service gives no answer; it is asked again until it does.", err=True)
        return True
    if is_lost:
        click.echo("The service answers again.", err=True)
    for conflict in news:
        click.echo(f"{_when(conflict)}\n{show(conflict)}")
    return False


def _when(conflict: StoredConflict) -> str:
    at = datetime.fromisoformat(conflict.changed_at).astimezone()
    what = "found" if conflict.changed_at == conflict.found_at else "changed"
    return f"{at:%Y-%m-%d %H:%M:%S} {what}"


def _json(conflict: StoredConflict) -> str:
    return json.dumps(asdict(conflict), ensure_ascii=False)


def _text(client: Client) -> _Show:
    """A conflict for a reader, with the outlets of its claims, each article asked for once."""

    @lru_cache(_MOST_REMEMBERED)
    def outlet(article_id: str) -> str:
        try:
            return client.article(article_id).outlet or article_id
        except ClientError:
            # It was forgotten a moment ago, or the service stops: the conflict is worth telling all the same.
            return article_id

    def outlets(claim: Claim) -> Iterator[str]:
        return map(outlet, claim.article_ids)

    return lambda conflict: conflict_text(conflict_view(conflict, outlets, most_places=_MOST_OUTLETS)) + "\n"

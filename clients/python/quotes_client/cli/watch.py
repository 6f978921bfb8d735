"""`watch`: conflicts as they are found, and as they change."""

import time
from contextlib import suppress
from datetime import datetime

import click

from quotes_client.cli.base import connected, of_a_service
from quotes_client.cli.conflict_text import conflict_text
from quotes_client.cli.watching import Watch, is_passing
from quotes_client.errors import ClientError
from quotes_client.stored_answers import StoredConflict


@click.command()
@of_a_service
@click.option("--every", type=click.FloatRange(min=1), default=10, show_default=True, help="Seconds between requests.")
def watch(server: str, key: str | None, every: float) -> None:
    """Print conflicts as they are found or change, until you press Ctrl-C."""
    # No retries by the client: an outage is reported here, at once.
    with suppress(KeyboardInterrupt), connected(server, key, retries=0) as client:
        watched, is_lost = Watch(client), False
        click.echo(f"Watching {server}. Press Ctrl-C to stop.", err=True)
        while True:
            time.sleep(every)
            is_lost = _tell_news(watched, is_lost=is_lost)


def _tell_news(watched: Watch, *, is_lost: bool) -> bool:
    """Print what is new; whether the service does not respond."""
    try:
        news = watched.news()
    except ClientError as error:
        if not is_passing(error):
            raise
        if not is_lost:
            click.echo("The service does not respond; retrying.", err=True)
        return True
    if is_lost:
        click.echo("The service responds again.", err=True)
    for conflict in news:
        click.echo(f"{_when(conflict)}\n{conflict_text(conflict)}")
    return False


def _when(conflict: StoredConflict) -> str:
    at = datetime.fromisoformat(conflict.changed_at).astimezone()
    what = "found" if conflict.changed_at == conflict.found_at else "changed"
    return f"{at:%Y-%m-%d %H:%M:%S} {what}"

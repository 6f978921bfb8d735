"""`conflicts`: where the articles that a service stores disagree."""

from itertools import islice
from typing import Any

import click

from quotes_client.cli.base import connected, given, json_line, of_a_service, of_articles
from quotes_client.cli.conflict_text import conflict_text
from quotes_client.enumerations import ConflictKind, Severity


@click.command()
@of_a_service
@of_articles
@click.option("--article", "article_id", metavar="ID", help="Only conflicts that rest on this article.")
@click.option("--words", help="Only conflicts over quotations with these words.")
@click.option("--kind", type=click.Choice([one.value for one in ConflictKind]), help="Only conflicts of this kind.")
@click.option("--severity", type=click.Choice([one.value for one in Severity]), help="Only conflicts of this severity.")
@click.option("--most", type=click.IntRange(min=1), default=50, show_default=True, help="At most; most severe first.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON, one conflict per line.")
def conflicts(server: str, key: str | None, *, most: int, is_json: bool, **search: Any) -> None:  # noqa: ANN401 - names
    """Print the conflicts between the articles stored by a running service."""
    with connected(server, key) as client:
        found = list(islice(client.conflicts(**given(search)), most + 1))
        for conflict in found[:most]:
            click.echo(json_line(conflict) if is_json else conflict_text(conflict))
    if not found and not is_json:
        click.echo("No conflicts.")
    if len(found) > most:
        click.echo(f"Only the first {most} are shown; see --most.", err=True)

"""`export`: all quotations, or those of a search, in common formats."""

import sys
from pathlib import Path
from typing import Any

import click

from quotes_client.cli.base import Refusal, connected, given, of_a_service, of_articles
from quotes_client.enumerations import QuotationKind

_FORMATS = ["jsonl", "csv", "web-annotation", "schema.org"]


@click.command()
@of_a_service
@of_articles
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="jsonl", show_default=True)
@click.option("--words", help="Only quotations with these words.")
@click.option("--speaker", "speaker_id", metavar="ID", help="Only quotations of this speaker.")
@click.option("--kind", type=click.Choice([one.value for one in QuotationKind]), help="Only quotations of this kind.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead of printing."
)
def export(server: str, key: str | None, *, format_: Any, output: Path | None, **search: Any) -> None:  # noqa: ANN401
    """Export all stored quotations in one consistent snapshot."""
    try:
        file = output.open("wb") if output is not None else sys.stdout.buffer
    except OSError as error:
        raise Refusal(f"{output} cannot be written: {error.strerror}.") from error
    with connected(server, key) as client:
        for line in client.exports(format_, **given(search)):
            file.write(line.encode("utf-8"))
    if output is not None:
        file.close()

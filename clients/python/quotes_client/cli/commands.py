"""`quotes-client`: commands for a service that runs somewhere; `quotes` has them, too."""

import click

from quotes_client.cli.conflicts import conflicts
from quotes_client.cli.export import export
from quotes_client.cli.ingest import ingest
from quotes_client.cli.search import search
from quotes_client.cli.watch import watch
from quotes_client.version import VERSION

COMMANDS = (ingest, search, conflicts, watch, export)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="quotes-client")
def main() -> None:
    """Work with a quotes service: submit articles, search quotations, follow conflicts."""


for _command in COMMANDS:
    main.add_command(_command)

"""The `quotes` commands that need no running service: analyze, archive, serve, work, openapi, db, keys, models."""

import os
import sys
from pathlib import Path

import click

from quotes_client.cli.commands import COMMANDS
from service.cli.analyze import analyze
from service.cli.archive import archive, load
from service.cli.base import Commands, LateContext, Refusal, settings_of_environment, write
from service.config.api_keys import Scope, new_key
from service.config.model_choice import choose_models, choose_no_models
from service.config.settings import Settings, choice_file, models_in_use
from service.domain.articles import Span
from service.errors import ModelError
from service.runtime.readiness import is_ready
from service.runtime.start_checks import check_folders
from service.version import VERSION


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="quotes")
def quotes() -> None:
    """Who said it, what that person is, and where the reports disagree."""


# Those of the client, for a running service.
for _command in COMMANDS:
    quotes.add_command(_command)


quotes.add_command(analyze)
quotes.add_command(archive)


@quotes.command(context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, metavar="[GUNICORN OPTION...]")
def serve(options: tuple[str, ...]) -> None:
    """Serve HTTP with gunicorn, by default at QUOTES_BIND, and process batches alongside."""
    settings = settings_of_environment()  # a wrong value is reported here, once, and not by each worker
    # The supervisor, too, needs a folder for temporary files.
    check_folders(settings)
    # Otherwise glibc keeps a heap for each thread, and each heap what its thread held at most.
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    gunicorn = [
        "-m",
        "gunicorn",
        "--config",
        "python:service.runtime.gunicorn_config",
        *options,
        "service:create_app()",
    ]
    # In the place of this process, which has loaded more than those that only watch others should hold.
    supervisor = ["-m", "service.runtime.supervisor"] if settings.consumers else []
    os.execv(sys.executable, [sys.executable, *supervisor, *gunicorn])


@quotes.command()
def health() -> None:
    """Ask the service that this machine runs at QUOTES_BIND whether it is ready: the health check of the image."""
    address = Settings.from_environment().bind[0]
    if not is_ready(address):
        raise Refusal(f"The service at {address} is not ready.")


@quotes.command()
@click.option("--parent", type=int, hidden=True, help="Stop when this process ends.")
@click.pass_obj
def work(late: LateContext, parent: int | None) -> None:
    """Process queued articles until stopped. Run as many workers as you like on one store."""
    if parent is not None:
        # The parent has reported what is mistyped.
        late().work(Settings.from_environment(), parent)
        return
    settings = settings_of_environment()
    check_folders(settings)
    late().work(settings, None)


@quotes.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of printing.")
@click.pass_obj
def openapi(late: LateContext, output: Path | None) -> None:
    """Print the description of the HTTP API, openapi.yaml."""
    if output is None:
        click.echo(late().contract(), nl=False)
    else:
        write(output, late().contract())


@quotes.group()
def db() -> None:
    """Manage the store."""


db.add_command(load)


@db.command()
@click.pass_obj
def upgrade(late: LateContext) -> None:
    """Upgrade the store's tables to this version, if necessary."""
    settings = settings_of_environment()
    check_folders(settings)
    revision = late().upgrade(settings)
    click.echo(f"The store is at revision {revision}.")


@db.command()
@click.pass_obj
def relink(late: LateContext) -> None:
    """Recompute all statements and conflicts from the stored quotations."""
    late().relink(settings_of_environment())
    click.echo("The statements and conflicts have been recomputed.")


@db.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.pass_obj
def backup(late: LateContext, path: Path) -> None:
    """Copy the store to the new file PATH, while the service runs."""
    n_articles = late().back_up(settings_of_environment(), path)
    click.echo(f"{path} has {n_articles} articles.")


@quotes.group()
def keys() -> None:
    """Create API keys."""


@keys.command()
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice([scope.value for scope in Scope]),
    default=[Scope.READ.value],
    show_default=True,
    help="What the key allows; can be repeated.",
)
def new(name: str, scopes: tuple[str, ...]) -> None:
    """Create a key for NAME, and print it with its line for QUOTES_API_KEYS."""
    try:
        secret, key = new_key(name, map(Scope, scopes))
    except ValueError as error:
        raise Refusal(f"{name!r} is not a valid name: use up to 64 letters, digits, dots and dashes.") from error
    click.echo(f"The key, shown only once: {secret}\nFor QUOTES_API_KEYS:       {key.line}")


@quotes.group()
def models() -> None:
    """Check and choose the language models."""


@models.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def check(late: LateContext, folder: Path | None) -> None:
    """Load the models in FOLDER, or those in use, and parse a test sentence."""
    if folder is not None:
        click.echo(_check_models(folder, late))
    else:
        models = Settings.from_environment().models
        click.echo(f"{_check_models(models, late)} They are in use because {models_in_use().reason}.")


@models.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--default", "is_default", is_flag=True, help="Go back to the models of the package.")
@click.pass_obj
def use(late: LateContext, folder: Path | None, is_default: bool) -> None:
    """Use the models in FOLDER from now on, for `quotes` and the service on this machine.

    FOLDER holds an encoder, as the package does; one file for each of Stanza's processors (pos.pt, lemma.pt,
    depparse.pt, ner.pt, pretrain.pt); or Stanza's own packages in Stanza's layout. QUOTES_MODELS, if set, takes
    precedence.
    """
    if (folder is None) is not is_default:
        raise click.UsageError("Give a FOLDER, or --default.")
    file = choice_file()
    if file is None:
        raise Refusal("Your choice cannot be saved: HOME is not set. Set QUOTES_MODELS instead.")
    if folder is None:
        choose_no_models(file)
    else:
        click.echo(_check_models(folder, late))
        choose_models(file, folder)
    in_use = models_in_use()
    click.echo(f"The models in {in_use.folder} are in use because {in_use.reason}.")


def _check_models(folder: Path, late: LateContext) -> str:
    if not folder.is_dir():
        raise ModelError(f"The folder {folder} does not exist.")
    text = "The models work."
    sentences = late().parser(Settings.from_environment(models=folder)).parse(text, (Span(0, len(text), text),))
    n_words = sum(len(sentence.tokens) for sentence in sentences)
    return f"The models in {folder} work: {n_words} words parsed."

"""The `quotes` command where it works by itself: analyze, serve, work, openapi, db, keys, models."""

import os
import sys
from pathlib import Path

import click

from quotes_client.cli.commands import COMMANDS
from service.cli.analyze import analyze
from service.cli.base import Commands, LateContext, Refusal, write
from service.config.api_keys import Scope, new_key
from service.config.model_choice import choose_models, choose_no_models
from service.config.settings import Settings, choice_file, models_in_use
from service.domain.articles import Span
from service.errors import ModelError
from service.version import VERSION


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="quotes")
def quotes() -> None:
    """Who said it, what that person is, and where the reports disagree."""


# Those of the client, for a service that runs somewhere.
for _command in COMMANDS:
    quotes.add_command(_command)


quotes.add_command(analyze)


@quotes.command(context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, metavar="[GUNICORN OPTION...]")
def serve(options: tuple[str, ...]) -> None:
    """Serve HTTP with gunicorn, on 127.0.0.1:8000 unless its options say otherwise, and read batches beside it."""
    settings = Settings.from_environment()  # a wrong value is told here, once, and not by each worker
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
@click.option("--parent", type=int, hidden=True, help="The process to end with.")
@click.pass_obj
def work(late: LateContext, parent: int | None) -> None:
    """Read the articles of batches, until told to stop; so many processes as you like, on one store."""
    late().work(Settings.from_environment(), parent)


@quotes.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write there instead of printing.")
@click.pass_obj
def openapi(late: LateContext, output: Path | None) -> None:
    """Print the contract of the HTTP API, openapi.yaml."""
    if output is None:
        click.echo(late().contract(), nl=False)
    else:
        write(output, late().contract())


@quotes.group()
def db() -> None:
    """The store."""


@db.command()
@click.pass_obj
def upgrade(late: LateContext) -> None:
    """Bring the store's tables to this version; nothing happens where they are."""
    revision = late().upgrade(Settings.from_environment())
    click.echo(f"The store is at revision {revision}.")


@db.command()
@click.pass_obj
def relink(late: LateContext) -> None:
    """Find all statements and their conflicts anew, from the quotations that are stored; nothing else is read."""
    late().relink(Settings.from_environment())
    click.echo("The statements are found anew.")


@quotes.group()
def keys() -> None:
    """The keys that callers need."""


@keys.command()
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice([scope.value for scope in Scope]),
    default=[Scope.READ.value],
    show_default=True,
    help="What the key allows; give it again for another.",
)
def new(name: str, scopes: tuple[str, ...]) -> None:
    """Make a key for NAME, and print it with the line to keep of it in QUOTES_API_KEYS."""
    try:
        secret, key = new_key(name, map(Scope, scopes))
    except ValueError as error:
        raise Refusal(f"{name!r} is no name: letters, digits, dots, dashes, up to 64 of them.") from error
    click.echo(f"The key, shown only now: {secret}\nThe line to keep of it:  {key.line}")


@quotes.group()
def models() -> None:
    """The language models."""


@models.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def check(late: LateContext, folder: Path | None) -> None:
    """Load the models in FOLDER, or those in use, and parse a sentence with them."""
    if folder is not None:
        click.echo(_check_models(folder, late))
    else:
        models = Settings.from_environment().models
        click.echo(f"{_check_models(models, late)} They are in use: {models_in_use().reason}.")


@models.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--default", "is_default", is_flag=True, help="Use those of the package again.")
@click.pass_obj
def use(late: LateContext, folder: Path | None, is_default: bool) -> None:
    """Use the models in FOLDER from now on, whenever you run `quotes` or the service on this machine.

    FOLDER holds a file for each processor (pos.pt, lemma.pt, depparse.pt, ner.pt, pretrain.pt), or Stanza's own
    packages as Stanza lays them out. QUOTES_MODELS, where it is set, wins over this choice.
    """
    if (folder is None) is not is_default:
        raise click.UsageError("Give a FOLDER, or --default.")
    file = choice_file()
    if file is None:
        raise Refusal("There is no place for your choice: HOME is not set. QUOTES_MODELS can name the models.")
    if folder is None:
        choose_no_models(file)
    else:
        click.echo(_check_models(folder, late))
        choose_models(file, folder)
    in_use = models_in_use()
    click.echo(f"In use are the models in {in_use.folder}: {in_use.reason}.")


def _check_models(folder: Path, late: LateContext) -> str:
    if not folder.is_dir():
        raise ModelError(f"There is no folder {folder}.")
    text = "The models can be used."
    sentences = late().parser(Settings.from_environment(models=folder)).parse(text, (Span(0, len(text), text),))
    n_words = sum(len(sentence.tokens) for sentence in sentences)
    return f"The models in {folder} can be used: {n_words} words parsed."

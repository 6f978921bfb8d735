"""`ingest`: files, folders and addresses in the formats that newsrooms have, submitted as one batch."""

from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

import click

from quotes_client.cli.base import Refusal, connected, of_a_service
from quotes_client.cli.batches import Batch
from quotes_client.cli.following import LEAST_MINUTES, FollowedFeed
from quotes_client.formats.addresses import is_address
from quotes_client.formats.files import articles_at
from quotes_client.formats.found import Refused
from quotes_client.formats.records import FieldMap

if TYPE_CHECKING:
    from quotes_client.client import Client


def _names(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> FieldMap:
    try:
        return FieldMap.of(given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH_OR_URL...")
@of_a_service
@click.option(
    "--map",
    "names",
    multiple=True,
    metavar="NAME=FIELD",
    callback=_names,
    help="What JSON and CSV call a field, such as headline=title or story.body=text; can be repeated.",
)
@click.option("--language", metavar="TAG", help="The language of all articles; “any” to submit those not in English.")
@click.option("--follow", is_flag=True, help="Go on reading the feeds at these addresses, until you press Ctrl-C.")
@click.option(
    "--every",
    "minutes",
    type=click.FloatRange(min=LEAST_MINUTES),
    default=15,
    show_default=True,
    help="With --follow: minutes between requests of a feed, unless it asks for more.",
)
@click.pass_context
def ingest(context: click.Context, /, paths: tuple[str, ...], server: str, key: str | None, **options: Any) -> None:  # noqa: ANN401
    """Submit the articles of files, folders and addresses.

    Read are text and HTML, JSON, JSON lines, CSV, RSS and Atom, sitemaps, NITF, NewsML-G2, ninjs, web archives (WARC)
    and mail. The id of a text or page is the name of its file or, in a folder, its path there. What is not an article
    is refused. Exits with 0 if all are stored, and with 1 if any failed; what is wrong with those is printed.
    """
    _check(paths, follows=options["follow"])
    with connected(server, key) as client:
        if options["follow"]:
            feeds = [FollowedFeed(url, options["minutes"], options["names"], now=monotonic) for url in paths]
            with suppress(KeyboardInterrupt):
                _follow(feeds, client, language=options["language"])
            return
        batch = Batch(articles_at(paths, options["names"]), language=options["language"])
        context.exit(0 if batch.submit(client) else 1)


def _check(paths: tuple[str, ...], *, follows: bool) -> None:
    for path in paths:
        if follows and not is_address(path):
            raise Refusal(f"{path} cannot be followed: only feeds at addresses can.")
        if not is_address(path) and not Path(path).exists():
            raise Refusal(f"{path} does not exist.")


def _follow(feeds: list[FollowedFeed], client: "Client", *, language: str | None) -> None:
    """Submit what is new in each feed when it is due, until all of them are gone."""
    click.echo(f"Following {len(feeds)} feeds. Press Ctrl-C to stop.", err=True)
    while feeds:
        feed = min(feeds, key=lambda one: one.next_at)
        sleep(max(0.0, feed.next_at - monotonic()))
        news = feed.news()
        refused = [each for each in news if isinstance(each, Refused)]
        if len(refused) < len(news):
            Batch(iter(news), language=language).submit(client)
        else:
            for each in refused:
                click.echo(each.reason, err=True)
        feeds = [one for one in feeds if not one.is_gone]

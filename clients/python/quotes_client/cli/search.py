"""`search`: quotations by their words, with their speakers."""

from functools import lru_cache
from itertools import islice
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from quotes_client.answers import Quotation
from quotes_client.cli.base import connected, given, json_line, of_a_service, of_articles
from quotes_client.enumerations import QuotationKind

if TYPE_CHECKING:
    from quotes_client.client import Client

_WIDTH = 100
_MOST_REMEMBERED = 10_000


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@of_a_service
@of_articles
@click.option("--article", "article_id", metavar="ID", help="Only quotations in this article.")
@click.option("--speaker", "speaker_id", metavar="ID", help="Only quotations of this speaker.")
@click.option("--kind", type=click.Choice([one.value for one in QuotationKind]), help="Only quotations of this kind.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Only quotations with at least this confidence.")
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help="At most; newest first.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON, one quotation per line.")
def search(
    words: tuple[str, ...],
    server: str,
    key: str | None,
    *,
    most: int,
    is_json: bool,
    **filters: Any,  # noqa: ANN401
) -> None:
    """Print the stored quotations that contain all WORDs, with speaker and article."""
    with connected(server, key) as client:
        found = list(islice(client.quotations(words=" ".join(words), **given(filters)), most + 1))
        names = _Names(client)
        for quotation in found[:most]:
            click.echo(json_line(quotation) if is_json else names.text(quotation))
    if not found and not is_json:
        click.echo("No quotations match.")
    if len(found) > most:
        click.echo(f"Only the first {most} are shown; see --most.", err=True)


class _Names:
    """Quotations as text; each speaker and article is asked for once."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._speaker = lru_cache(_MOST_REMEMBERED)(self._ask_speaker)
        self._article = lru_cache(_MOST_REMEMBERED)(self._ask_article)

    def text(self, quotation: Quotation) -> str:
        """The words, then the speaker and the article."""
        words = " … ".join(part.exact for part in quotation.parts)
        speaker = self._speaker(quotation.speaker_id) if quotation.speaker_id else "speaker not identified"
        lines = wrap(f"“{words}”" if quotation.kind is QuotationKind.DIRECT else words, _WIDTH)
        return "\n".join([*lines, f"    {speaker} · {self._article(quotation.article_id)}\n"])

    def _ask_speaker(self, speaker_id: str) -> str:
        return self._client.speaker(speaker_id).name

    def _ask_article(self, article_id: str) -> str:
        article = self._client.article(article_id)
        parts = [article.outlet, article.published_at and article.published_at[:10], article.url or article_id]
        return ", ".join(part for part in parts if part)

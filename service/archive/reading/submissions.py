"""Records of the input as articles, each id once; what the contract refuses is an error, with its place there."""

from collections.abc import Iterator
from typing import NoReturn

from service.archive.comparing.quotations import Row, number_of
from service.archive.encoding import encode
from service.archive.engine import INTEGER, TEXT, Frame, col, daft, made
from service.archive.reading.inputs import Piece, Record, records_of
from service.domain.jobs import LineError
from service.errors import ArticleError, ServiceError
from service.ingestion.submissions import storable_article
from service.store.articles import fingerprint
from service.web.schemas import submission_of_line

SUBMITTED = {
    **{"source": TEXT, "place": INTEGER, "article_id": TEXT, "article": TEXT, "fingerprint": TEXT},
    **{"share": INTEGER, "error": TEXT, "message": TEXT},
}
# The articles of a step are read in shares, by chance but always the same.
_SHARES = 2**20


def submitted(pieces: Frame, location: str, max_characters: int) -> Frame:
    """The articles of these pieces, or what is wrong with them."""

    def rows(kind: str, paths: list[str], start: int, end: int) -> Iterator[Row]:
        for record in records_of(location, Piece(kind, tuple(paths), start, end)):
            yield _row(record, max_characters)

    return made(pieces, rows, ["kind", "paths", "start", "end"], SUBMITTED)


def repeats(articles: Frame) -> Frame:
    """The articles whose id an earlier one has already; `error` tells those that are another article."""
    named = articles.where(col("fingerprint").not_null()).select("source", "place", "article_id", "fingerprint")
    # Of several, the first: by the names of the files, then by their places in these.
    ordered = named.with_column("order", col("source") + daft.lit("\0") + _padded(col("place")))
    first = ordered.groupby("article_id").agg(col("order").min().alias("first"), col("order").count().alias("n"))
    several = ordered.join(first.where(col("n") > 1), on="article_id")
    kept = several.where(col("order") == col("first")).select("article_id", col("fingerprint").alias("kept"))
    others = several.where(col("order") != col("first")).join(kept, on="article_id")
    is_same = col("fingerprint") == col("kept")
    error = daft.functions.when(is_same, daft.lit("repeated")).otherwise(daft.lit("clash"))
    return others.select("source", "place", "article_id", error.alias("error"))


def _padded(number: Frame) -> Frame:
    return daft.functions.lpad(number.cast(TEXT), 20, "0")


def _row(record: Record, max_characters: int) -> Row:
    where = record.source, record.place
    given = submission_of_line(record.place, record.line)
    if isinstance(given, LineError):
        message = f"{given.field}: {given.detail}" if given.field else given.detail
        return (*where, given.article_id, None, None, 0, "invalid", message)
    try:
        article = storable_article(given, max_characters=max_characters, fetch=_refuse)
    except ServiceError as error:
        return (*where, given.id, None, None, 0, "invalid", str(error))
    known_by = fingerprint(article)
    return (*where, article.id, encode(article), known_by, number_of(known_by) % _SHARES, None, None)


def _refuse(url: str) -> NoReturn:
    raise ArticleError(f"The article has no text, and an archive fetches none from {url}.")

"""The output: tables with the fields of the contract, as `POST /v1/analyses` answers, and one of errors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from service.archive.comparing.quotations import Row
from service.archive.comparing.speakers import speaker_id
from service.archive.encoding import decode
from service.archive.engine import INTEGER, NUMBER, TEXT, TRUTH, Frame, Type, col, daft, frame_of, made
from service.domain.archive import LinkedQuotation
from service.domain.articles import MetadataSources
from service.domain.conflicts import Conflict
from service.domain.limits import ReachedLimit
from service.domain.quotations import ArticleAnalysis, Attribution, Speaker
from service.linking.reached_limits import limits_of
from service.web.api.answers import AnsweredArticle
from service.web.schemas.analysis import (
    ArticleSchema,
    ConflictSchema,
    QuotationSchema,
    ReachedLimitSchema,
    SpeakerSchema,
)

_TEXTS = Type.list(TEXT)
_OFFSETS = {"start": INTEGER, "end": INTEGER, "in": TEXT}
_SPAN = Type.struct({**_OFFSETS, "exact": TEXT})
_POSITION = Type.struct({"text": TEXT, "role": TEXT, "organization": TEXT, "article_id": TEXT, **_OFFSETS})
_PLACE = Type.struct({"article_id": TEXT, "quotation_id": TEXT, **_OFFSETS, "exact": TEXT})
_CLAIM = Type.struct({"value": TEXT, "article_ids": _TEXTS, "evidence": Type.list(_PLACE)})
_STEP = Type.struct({"op": TEXT, "a": TEXT, "b": TEXT})
_SOURCES = Type.struct({each.name: TEXT for each in fields(MetadataSources)})
ARTICLES = {
    **dict.fromkeys(("id", "title", "outlet", "url", "published_at"), TEXT),
    **{"authors": _TEXTS, "language": TEXT, "metadata_from": _SOURCES, "text": TEXT, "quotations": _TEXTS},
}
QUOTATIONS = {
    **{"id": TEXT, "article_id": TEXT, "kind": TEXT, "is_speech": TRUTH, "parts": Type.list(_SPAN)},
    **{"cue": _SPAN, "mention": _SPAN, "speaker_id": TEXT, "unattributed_because": TEXT, "reported_as": TEXT},
    **{"speaker_ids": _TEXTS, "via": _TEXTS, "statement_id": TEXT, "confidence": NUMBER, "evidence": _TEXTS},
}
STATEMENTS = {"id": TEXT, "quotation_ids": _TEXTS, "speaker_ids": _TEXTS, "wording": TEXT, "n_reports": INTEGER}
SPEAKERS = {"id": TEXT, "name": TEXT, "kind": TEXT, "aliases": _TEXTS, "affiliations": Type.list(_POSITION)}
CONFLICTS = {
    **{"id": TEXT, "kind": TEXT, "severity": TEXT, "class": TEXT, "probability": NUMBER},
    **{"statement_id": TEXT, "speaker_id": TEXT, "summary": TEXT, "claims": Type.list(_CLAIM)},
    "diff": Type.list(_STEP),
}
_FOUND_STATEMENT = ("id", "quotation_ids", "merged", "wording", "n_reports")
LIMITS = {"name": TEXT, "bound": INTEGER, "article_id": TEXT, "meaning": TEXT}
ERRORS = ("source", "place", "article_id", "error", "message")
_REPEATED = "An earlier article has the same id."
_article, _quotation, _speaker = ArticleSchema(), QuotationSchema(), SpeakerSchema()
_conflict, _limit = ConflictSchema(), ReachedLimitSchema()


def found(read: Frame) -> Frame:
    """What was found in the articles that could be read."""
    return read.where(col("analysis").not_null()).select("article_id", "analysis")


def errors(submitted: Frame, repeats: Frame, read: Frame) -> Frame:
    """What could not be read, with its place in the input: invalid, an id that another article has, a limit, poison.

    The place is the byte at which the line begins, or the number of the row. The same article sent again is no error.
    """
    clashes = repeats.where(col("error") == "clash").with_column("message", daft.lit(_REPEATED))
    invalid, unread = (frame.where(col("error").not_null()) for frame in (submitted, read))
    return invalid.select(*ERRORS).concat(clashes.select(*ERRORS)).concat(unread.select(*ERRORS))


def articles(analyses: Frame) -> Frame:
    """The articles, each with the ids of its quotations in the order of the text."""
    return made(analyses, _article_row, ["analysis"], ARTICLES)


def places(statements: Frame) -> Frame:
    """The quotations of all statements, each with its article."""
    found = statements.select(col("id").alias("statement_id"), col("quotation_ids"), col("article_ids"))
    exploded = found.explode("quotation_ids", "article_ids")
    named = col("article_ids").alias("article_id"), col("quotation_ids").alias("quotation_id")
    return exploded.select(*named, "statement_id")


def quotations(analyses: Frame, places: Frame, merged_ids: Frame) -> Frame:
    """The quotations, with their speakers over all articles and their statements."""
    row = daft.functions.to_struct(quotation_id=col("quotation_id"), statement_id=col("statement_id"))
    placed = places.select("article_id", row.alias("statements"))
    listed = placed.groupby("article_id").agg(col("statements").list_agg())
    whole = analyses.join(listed, on="article_id", how="left").join(merged_ids, on="article_id", how="left")
    return made(whole, _quotation_rows, ["analysis", "statements", "merged"], QUOTATIONS)


def speakers(found: Frame) -> Frame:
    """The speakers over all articles."""
    return made(found, _speaker_row, ["speaker"], SPEAKERS)


def statements(found: Frame) -> Frame:
    """The statements."""
    return made(found, _statement_row, list(_FOUND_STATEMENT), STATEMENTS)


def conflicts(*found: Frame) -> Frame:
    """The conflicts of statements and of speakers."""
    (first, *others) = (each.select("conflicts").explode("conflicts") for each in found)
    for other in others:
        first = first.concat(other)
    return made(first.where(col("conflicts").not_null()), _conflict_row, ["conflicts"], CONFLICTS)


def limits(analyses: Frame, of_all: Iterable[ReachedLimit]) -> Frame:
    """The bounds that each article has reached by itself, and those that all have reached together."""
    rows = [_row(_limit.dump(limit), LIMITS) for limit in of_all]
    return made(analyses, _limit_rows, ["analysis"], LIMITS).concat(frame_of(rows, LIMITS))


def _limit_rows(analysis: str) -> Iterator[Row]:
    for limit in limits_of(decode(ArticleAnalysis, analysis)):
        yield _row(_limit.dump(limit), LIMITS)


def _article_row(analysis: str) -> Iterator[Row]:
    report = decode(ArticleAnalysis, analysis)
    answered = AnsweredArticle(report.article, tuple(each.quotation.id for each in report.attributions))
    yield _row(_article.dump(answered), ARTICLES)


def _quotation_rows(
    analysis: str, statements: Sequence[dict[str, Any]] | None, merged: Sequence[dict[str, Any]] | None
) -> Iterator[Row]:
    statement_of = {each["quotation_id"]: each["statement_id"] for each in statements or ()}
    merged_ids = {each["speaker_id"]: speaker_id(each["merged"]) for each in merged or ()}
    for attribution in decode(ArticleAnalysis, analysis).attributions:
        linked = LinkedQuotation(_merged(attribution, merged_ids), statement_of.get(attribution.quotation.id))
        yield _row(_quotation.dump(linked), QUOTATIONS)


def _merged(attribution: Attribution, merged_ids: dict[str, str]) -> Attribution:
    """The attribution to speakers over all articles; two of the article's may be one of these."""
    return replace(
        attribution,
        speaker_id=merged_ids[attribution.speaker_id] if attribution.speaker_id is not None else None,
        speaker_ids=tuple(dict.fromkeys(merged_ids[id_] for id_ in attribution.speaker_ids)),
        via=tuple(dict.fromkeys(merged_ids[id_] for id_ in attribution.via)),
    )


def _statement_row(
    id_: str, quotation_ids: list[str], merged: list[int], wording: str, n_reports: int
) -> Iterator[Row]:
    yield id_, quotation_ids, sorted(map(speaker_id, merged)), wording, n_reports


def _speaker_row(speaker: str) -> Iterator[Row]:
    yield _row(_speaker.dump(decode(Speaker, speaker)), SPEAKERS)


def _conflict_row(conflict: str) -> Iterator[Row]:
    yield _row(_conflict.dump(decode(Conflict, conflict)), CONFLICTS)


def _row(dumped: Mapping[str, Any], columns: Iterable[str]) -> Row:
    return tuple(dumped[name] for name in columns)

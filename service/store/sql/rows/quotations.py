"""Quotations, their attributions and statements, and their rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped

from service.domain.archive import LinkedQuotation
from service.domain.articles import ArticleField, Span
from service.domain.conflicts import Statement
from service.domain.quotations import ArticleAnalysis, Attribution, Quotation, QuotationKind, ReportedAs, Unattributed
from service.linking.speakers.name_graph import NameVariant
from service.linking.statements.near_duplicates import context_of
from service.store.sql.reading import with_columns_of
from service.store.sql.rows.values import Values, span_of, span_values
from service.store.sql.tables import QuotationRow, StatementRow

Fellows = Mapping[tuple[str, str], str]
"""The merged speaker's id, by an article's id and that of a speaker within it."""


class LinkedQuotationRow(QuotationRow):
    """A quotation's row with the id of its merged speaker."""

    # No table of its own: the row of a join.
    __abstract__ = True
    merged_id: Mapped[str | None]


class GroupedQuotation:
    """The columns of a quotation's row that tell where it belongs."""

    id: str
    article_id: str
    version: int
    statement_id: str | None
    is_speech: bool


GROUPED = with_columns_of(
    select(
        QuotationRow.id,
        QuotationRow.article_id,
        QuotationRow.version,
        QuotationRow.statement_id,
        QuotationRow.is_speech,
    ),
    GroupedQuotation,
)


def quotation_values(analysed: ArticleAnalysis, variants: Mapping[str, NameVariant]) -> Iterator[Values]:
    """The rows of an article's quotations, without what follows from other articles."""
    for index, attribution in enumerate(analysed.attributions):
        quotation = attribution.quotation
        variant = variants.get(attribution.speaker_id or "")
        yield {
            "id": quotation.id,
            "article_id": quotation.article_id,
            "place": index,
            "kind": quotation.kind.value,
            "is_speech": quotation.is_speech,
            "text": quotation.text,
            "parts": [span_values(part) for part in quotation.parts],
            "cue": span_values(attribution.cue) if attribution.cue else None,
            "mention": span_values(attribution.mention) if attribution.mention else None,
            "speaker_id": attribution.speaker_id,
            "unattributed_because": attribution.unattributed_because,
            "confidence": attribution.confidence,
            "evidence": list(attribution.evidence),
            "reported_as": quotation.reported_as.value,
            "fellows": _fellow_values(attribution),
            "voice_id": variant.id if variant else None,
            "context": list(context_of(quotation, analysed.article)),
        }


def quotation_of(
    quotation_id: str, article_id: str, kind: str, parts: Iterable[Sequence[Any]], is_speech: bool
) -> Quotation:
    """The quotation of these columns."""
    return Quotation(quotation_id, article_id, QuotationKind(kind), tuple(map(span_of, parts)), is_speech)


def compared_quotation_of(
    representative_id: str, kind: str, texts: Iterable[str], *, is_speech: bool, field: ArticleField
) -> Quotation:
    """The words of a quotation without their places, for comparing: of no article in particular."""
    parts = tuple(Span(0, len(text), text, field) for text in texts)
    return Quotation(representative_id, "", QuotationKind(kind), parts, is_speech)


def _fellow_values(attribution: Attribution) -> Values:
    """Who speaks together and who relays, by their ids in the article; one speaker alone has a column of its own."""
    joint = attribution.speaker_ids if len(attribution.speaker_ids) > 1 else ()
    return {name: list(ids) for name, ids in (("speaker_ids", joint), ("via", attribution.via)) if ids}


def attribution_of(row: QuotationRow, *, speaker_id: str | None, fellows: Fellows | None = None) -> Attribution:
    """The attribution of a quotation's row: to the speaker of this id, in the article or over all articles.

    `fellows` are the ids over all articles of those beside the speaker; without them they keep the article's.
    """
    reason = row.unattributed_because
    parts = tuple(map(span_of, row.parts))

    def merged(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id_ if fellows is None else fellows[row.article_id, id_] for id_ in ids))

    return Attribution(
        Quotation(row.id, row.article_id, QuotationKind(row.kind), parts, row.is_speech, ReportedAs(row.reported_as)),
        cue=span_of(row.cue) if row.cue else None,
        mention=span_of(row.mention) if row.mention else None,
        speaker_id=speaker_id,
        unattributed_because=Unattributed(reason) if reason else None,
        confidence=row.confidence,
        evidence=tuple(row.evidence),
        speaker_ids=merged(row.fellows.get("speaker_ids", ())) or (() if speaker_id is None else (speaker_id,)),
        via=merged(row.fellows.get("via", ())),
    )


def linked_quotation_of(row: LinkedQuotationRow, fellows: Fellows) -> LinkedQuotation:
    """The quotation of a row, with its speakers over all articles and its statement."""
    return LinkedQuotation(attribution_of(row, speaker_id=row.merged_id, fellows=fellows), row.statement_id)


def statement_of(row: StatementRow, quotation_ids: Iterable[str] = (), speaker_ids: Iterable[str] = ()) -> Statement:
    """The statement of a row, with its quotations and speakers where they are known."""
    return Statement(row.id, tuple(quotation_ids), tuple(sorted(speaker_ids)), row.wording, row.n_reports)

"""`quotes db load`: what a run found, as rows of the store, which goes on from there; nothing is compared again."""

import json
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np

from service.archive.comparing.names import variant_id, variant_of
from service.archive.comparing.quotations import UNDATED, version_id
from service.archive.comparing.speakers import speaker_id
from service.archive.encoding import decode
from service.archive.engine import Frame, col, daft
from service.archive.steps import Steps, Table
from service.domain.archive import StoredConflict
from service.domain.conflicts import Conflict
from service.domain.quotations import ArticleAnalysis, Speaker
from service.errors import StoreError
from service.linking.speakers.blocking_keys import blocking_keys
from service.linking.speakers.name_graph import variants_of
from service.store.articles import article_row_values
from service.store.links.index_keys import key_number
from service.store.loading import Rows, fill
from service.store.sql.rows.conflicts import conflict_values
from service.store.sql.rows.quotations import quotation_values
from service.store.sql.rows.speakers import affiliation_values, speaker_values
from service.store.sql.rows.values import Values
from service.store.sql.tables import (
    AffiliationRow,
    ArticleRow,
    CommonKeyRow,
    ConflictArticleRow,
    ConflictRow,
    DuplicatesRow,
    MatchRow,
    MergedSpeakerRow,
    NameKeyRow,
    NameLinkRow,
    NameVariantRow,
    PostingRow,
    QuotationRow,
    SpeakerRow,
    StatementRow,
)

# Articles, and postings, whose rows are made at one time.
_TOGETHER, _POSTINGS_TOGETHER = 500, 50_000


def load_output(database_url: str, folder: str) -> int:
    """Fill an empty store with what a run has found; the number of articles.

    Raises StoreError if the run is not done, or the store is not empty.
    """
    steps = Steps(folder)
    if steps.done("errors") is None:
        raise StoreError("The run in this folder is not done: finish it with `quotes archive ... --resume`.")
    return fill(database_url, _tables(steps))


def _tables(steps: Steps) -> Iterator[Rows]:
    numbers = _Numbers(steps.parts("compare/duplicates"))
    yield from _of_articles(steps, numbers)
    yield NameVariantRow, _variants(steps)
    yield NameKeyRow, _name_keys(steps)
    yield NameLinkRow, _name_links(steps)
    yield DuplicatesRow, _duplicates(steps, numbers)
    yield PostingRow, _postings(steps, numbers)
    common = steps.parts("compare/common-keys").frame()
    yield CommonKeyRow, common.select("key", "n_holders").iter_rows()
    yield MatchRow, _matches(steps, numbers)
    statements, speakers = (steps.parts(f"compare/{name}").frame() for name in ("statements", "speakers"))
    yield StatementRow, statements.select("id", "wording", "n_reports").iter_rows()
    yield MergedSpeakerRow, _merged_speakers(speakers)
    now = time.time()
    yield ConflictRow, (conflict_values(one) for one in _conflicts(statements, speakers, now))
    yield ConflictArticleRow, _conflict_articles(_conflicts(statements, speakers, now))


class _Numbers:
    """Duplicates are numbered in the order of their ids, from 1."""

    def __init__(self, duplicates: Table) -> None:
        self._sorted = np.sort(duplicates.frame().select("version").to_arrow().column("version").to_numpy())

    def of(self, version: int) -> int:
        """The number that the store gives to these duplicates."""
        return int(self.of_all(version))

    def of_all(self, versions: np.ndarray | int) -> np.ndarray:
        """The numbers of these duplicates, in the same order; of one, a single number."""
        return np.searchsorted(self._sorted, versions) + 1


def _of_articles(steps: Steps, numbers: _Numbers) -> Iterator[Rows]:
    """The rows of what the articles say, some hundred articles after the other."""
    found = iter(_placed(steps).iter_rows())
    while some := list(islice(found, _TOGETHER)):
        analysed = [decode(ArticleAnalysis, row["analysis"]) for row in some]
        with_variants = [(each, variants_of(each)) for each in analysed]
        places = [{each["id"]: each for each in row["places"] or ()} for row in some]
        yield ArticleRow, [article_row_values(each) for each in analysed]
        yield SpeakerRow, [row for each, variants in with_variants for row in speaker_values(each, variants)]
        yield AffiliationRow, [row for each, variants in with_variants for row in affiliation_values(each, variants)]
        yield (
            QuotationRow,
            [
                _with_place(values, places_here.get(values["id"]), numbers)
                for (each, variants), places_here in zip(with_variants, places, strict=True)
                for values in quotation_values(each, variants)
            ],
        )


def _placed(steps: Steps) -> Frame:
    """The articles that were read, each with the duplicates and the statement of its quotations."""
    statements = steps.parts("compare/statements").frame().select(col("id").alias("statement_id"), "quotation_ids")
    reported = statements.explode("quotation_ids")
    quotations = steps.of("compare/quotations").frame().select("id", "article_id", "version")
    placed = quotations.join(reported, left_on="id", right_on="quotation_ids", how="left")
    place = daft.functions.to_struct(id=col("id"), version=col("version"), statement_id=col("statement_id"))
    listed = placed.select("article_id", place.alias("places")).groupby("article_id").agg(col("places").list_agg())
    return steps.of("compare/analyses").frame().join(listed, on="article_id", how="left")


def _with_place(values: Values, place: dict[str, Any] | None, numbers: _Numbers) -> Values:
    if place is None:
        return {**values, "version": None, "statement_id": None}
    return {**values, "version": numbers.of(place["version"]), "statement_id": place["statement_id"]}


def _variants(steps: Steps) -> Iterator[Values]:
    found = steps.of("compare/name-variants").frame().join(steps.of("compare/merged").frame(), on="variant")
    for row in found.iter_rows():
        own = {name: row[name] for name in ("name", "kind", "gender")}
        yield {"id": variant_id(row["variant"]), **own, "speaker_id": speaker_id(row["merged"])}


def _name_keys(steps: Steps) -> Iterator[Values]:
    for row in steps.of("compare/name-variants").frame().iter_rows():
        variant = variant_of(**row)
        kept = {key_number((row["kind"], key)) for key in blocking_keys(variant.speaker).kept}
        yield from ({"key": key, "voice_id": variant.id} for key in sorted(kept))


def _name_links(steps: Steps) -> Iterator[Values]:
    for row in steps.of("compare/name-links").frame().iter_rows():
        ends = {end: variant_id(row[end]) for end in ("first", "second")}
        yield {**ends, "is_shorter": row["is_shorter"], "n_apart": row["n_apart"], "verdict": None}


def _duplicates(steps: Steps, numbers: _Numbers) -> Iterator[Values]:
    for row in steps.parts("compare/duplicates").frame().iter_rows():
        packed = {name: row[name] for name in ("printed", "whole", "topic")}
        topic_of = row["id"] if row["topic"] is not None else None
        packed |= {"topic_of": topic_of, "sample": json.loads(row["sample"])}
        yield {"number": numbers.of(row["version"]), "id": version_id(row["version"]), **packed}


def _postings(steps: Steps, numbers: _Numbers) -> Iterator[Values]:
    """Sorted as the index is, part by part: SQLite stores six million sorted ones in a fifth of the time."""
    keys = steps.of("compare/keys")
    for part in keys.parts:
        found = keys.frame([part]).with_column("day", col("day").fill_null(UNDATED)).to_arrow()
        columns = {name: found.column(name).to_numpy() for name in ("key", "day", "version")}
        columns["version"] = numbers.of_all(columns["version"])
        order = np.lexsort([*columns.values()][::-1])
        for start in range(0, len(order), _POSTINGS_TOGETHER):
            some = order[start : start + _POSTINGS_TOGETHER]
            rows = zip(*(column[some].tolist() for column in columns.values()), strict=True)
            yield from (dict(zip(columns, row, strict=True)) for row in rows)


def _matches(steps: Steps, numbers: _Numbers) -> Iterator[Values]:
    for row in steps.parts("compare/matches").frame().iter_rows():
        yield {**row, "first": numbers.of(row["first"]), "second": numbers.of(row["second"])}


def _merged_speakers(speakers: Frame) -> Iterator[Values]:
    for row in speakers.select("speaker").iter_rows():
        speaker = decode(Speaker, row["speaker"])
        yield {"id": speaker.id, "name": speaker.name, "kind": speaker.kind.value}


def _conflicts(statements: Frame, speakers: Frame, now: float) -> Iterator[StoredConflict]:
    found = statements.select("conflicts").concat(speakers.select("conflicts")).explode("conflicts")
    for row in found.where(col("conflicts").not_null()).iter_rows():
        yield StoredConflict.of(decode(Conflict, row["conflicts"]), found_at=now, changed_at=now)


def _conflict_articles(conflicts: Iterable[StoredConflict]) -> Iterator[Values]:
    for conflict in conflicts:
        articles = {article_id for claim in conflict.claims for article_id in claim.article_ids}
        yield from ({"conflict_id": conflict.id, "article_id": article_id} for article_id in sorted(articles))

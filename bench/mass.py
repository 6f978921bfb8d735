"""A store filled in bulk: the rows that the service itself would write, many articles at a time.

Left out, for time's sake: the links between statements of different stories, the conflicts, and the sketches of the
text around quotations. What a new article meets is all there: the words' index, the names and their ties.
"""

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import JSON, Connection, text

from service.comparison.candidates import keys_of
from service.comparison.identity import identify
from service.comparison.name_keys import name_keys
from service.comparison.passages import passages_of
from service.comparison.voices import Voice, speaker_id_of, voices_of
from service.domain import Report
from service.store.database import Database
from service.store.rows import (
    affiliation_values,
    article_values,
    key_number,
    quotation_values,
    speaker_values,
    voice_values,
)
from service.store.samples import sample_values
from service.store.tables import (
    AffiliationRow,
    ArticleRow,
    MergedSpeakerRow,
    NameKeyRow,
    QuotationRow,
    SpeakerRow,
    StatementRow,
    Table,
    VersionRow,
    VoiceRow,
)

_Values = dict[str, Any]
_BLOCK = 100_000


@dataclass(slots=True)
class Mass:
    """What is in the stores already, and what waits to be written to them."""

    databases: Sequence[Database]
    n_quotations: int = 0
    numbers: dict[str, int] = field(default_factory=dict)
    voices: set[str] = field(default_factory=set)
    rows: dict[type[Table], list[_Values]] = field(default_factory=dict)
    keys: "array[int]" = field(default_factory=lambda: array("q"))
    holders: "array[int]" = field(default_factory=lambda: array("q"))

    def add(self, reports: Iterable[Report]) -> None:
        """Take in articles; they are in the stores after `write`."""
        for report in reports:
            self._add(report)
        if len(self.rows.get(QuotationRow, ())) > 20_000:
            self._write_rows()

    def write(self) -> None:
        """Write all that waits, and let the databases look at what they have."""
        self._write_rows()
        held = np.array((self.keys, self.holders), dtype=np.int64).T
        held = held[np.lexsort((held[:, 1], held[:, 0]))]
        self.keys, self.holders = array("q"), array("q")
        for database in self.databases:
            with database.writing() as connection:
                _write_holders(connection, held)
            with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("ANALYZE"))

    def _add(self, report: Report) -> None:
        voices = voices_of(report)
        self._take(ArticleRow, [{**article_values(report.article), "fingerprint": "", "received_at": 0.0}])
        self._take(SpeakerRow, speaker_values(report, voices))
        self._take(AffiliationRow, affiliation_values(report, voices))
        for voice in voices.values():
            self._add_voice(voice)
        versions = {passage.id: self._version(passage) for passage in passages_of(report)}
        for values in quotation_values(report, voices):
            statement_id = identify("t", (values["id"],))
            self._take(QuotationRow, [{**values, "version": versions[values["id"]], "statement_id": statement_id}])
            self._take(StatementRow, [{"id": statement_id, "wording": values["text"], "n_reports": 1}])
            self.n_quotations += 1

    def _version(self, passage: Any) -> int:  # noqa: ANN401
        number = self.numbers.get(passage.content)
        if number is None:
            number = self.numbers[passage.content] = len(self.numbers) + 1
            self._take(VersionRow, [{"number": number, "id": passage.content, "sample": sample_values(passage)}])
            keys = {key_number(key.content, kind=key.kind) for key in keys_of(passage)}
            self.keys.extend(keys)
            self.holders.extend(number for _ in keys)
        return number

    def _add_voice(self, voice: Voice) -> None:
        if voice.id in self.voices:
            return
        self.voices.add(voice.id)
        speaker_id = speaker_id_of(voice.id)
        self._take(VoiceRow, [{**voice_values(voice), "speaker_id": speaker_id}])
        told = voice.speaker
        self._take(MergedSpeakerRow, [{"id": speaker_id, "name": told.name, "kind": told.kind.value}])
        keys = {key_number((told.kind, key)) for key in name_keys(told).kept}
        self._take(NameKeyRow, ({"key": key, "voice_id": voice.id} for key in keys))

    def _take(self, table: type[Table], rows: Iterable[_Values]) -> None:
        self.rows.setdefault(table, []).extend(rows)

    def _write_rows(self) -> None:
        for database in self.databases:
            with database.writing() as connection:
                for table in sorted(self.rows, key=lambda one: one is not ArticleRow):
                    _write_table(connection, table, self.rows[table])
        self.rows.clear()


def _write_table(connection: Connection, table: type[Table], rows: Sequence[_Values]) -> None:
    """By the driver's own means: the common layer takes several times as long."""
    if not rows:
        return
    names = tuple(rows[0])
    is_json = [isinstance(table.__table__.columns[name].type, JSON) for name in names]
    values = (
        tuple(
            json.dumps(row[name]) if is_text and row[name] is not None else row[name]
            for name, is_text in zip(names, is_json, strict=True)
        )
        for row in rows
    )
    _write(connection, str(table.__tablename__), names, values)


def _write(connection: Connection, table: str, names: Sequence[str], values: Iterable[Sequence[Any]]) -> None:
    cursor: Any = connection.connection.cursor()
    columns = ", ".join(f'"{name}"' for name in names)
    if connection.dialect.name == "postgresql":
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in values:
                copy.write_row(row)
    else:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))})", values)


def _write_holders(connection: Connection, held: Any) -> None:  # noqa: ANN401 - numpy's array
    rows = (row for start in range(0, len(held), _BLOCK) for row in held[start : start + _BLOCK].tolist())
    _write(connection, "holders", ("key", "version"), rows)
    keys, counts = np.unique(held[:, 0], return_counts=True)
    connection.execute(text("CREATE TEMPORARY TABLE added (key BIGINT, n_holders BIGINT)"))
    _write(connection, "added", ("key", "n_holders"), zip(keys.tolist(), counts.tolist(), strict=True))
    connection.execute(
        text(
            "INSERT INTO keys (key, n_holders) SELECT key, n_holders FROM added WHERE true "
            "ON CONFLICT (key) DO UPDATE SET n_holders = keys.n_holders + excluded.n_holders"
        )
    )
    connection.execute(text("DROP TABLE added"))
    if connection.dialect.name == "postgresql":
        for table in ("articles", "quotations", "versions"):
            connection.execute(text(f"SELECT setval('{table}_number_seq', (SELECT max(number) FROM {table}))"))

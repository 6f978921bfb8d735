"""What partitions by month would change for the index of keys: `python -m bench.partitions URL`, an empty PostgreSQL.

The table `holders` is filled with the postings of made quotations and of drawn ones (`bench.postings`), once as it is
and once partitioned by month, and asked what linking asks for one more article: by the service's own code, which knows
of no partitions. Kept in `partitions.md`.
"""

import argparse
import os
import subprocess
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Connection, text

from bench.linking import stock_from, tell
from bench.newsroom import Stock, stories
from bench.partitions_report import Asked, Outcome, report
from bench.postings import Measured, Postings, postings
from bench.tables import write_above_notes
from service.linking.statements.blocking import MAX_BLOCK_SIZE
from service.linking.statements.comparable import ComparableQuotation, comparable_quotations
from service.linking.statements.duplicates import duplicates_id
from service.linking.statements.events import Occasion
from service.store.links import blocking_index
from service.store.links.index_keys import QuotationKeys
from service.store.schema import upgrade
from service.store.sql.bulk_values import insert_numbers
from service.store.sql.connection import Database
from service.store.sql.tables import PostingRow

ROOT = Path(__file__).parent.parent
_SIZES, _N_MADE = (1_000_000, 10_000_000), 100_000
# Articles that find nothing in memory, and those that come when a day's work is there.
_N_COLD, _N_WARM_UP, _N_MEASURED = 20, 80, 100
_LAYOUTS = PLAIN, BY_MONTH = ("plain", "by month")
_EPOCH = date(1970, 1, 1).toordinal()
_COLUMNS = "key bigint NOT NULL, day bigint NOT NULL, version bigint NOT NULL"
# Those of one more article's keys that are common; what else is, nobody asks.
_COMMON = f"""
INSERT INTO common_keys
SELECT key, count(*) FROM holders WHERE key = ANY(:keys) GROUP BY key HAVING count(*) > {MAX_BLOCK_SIZE}
"""
_OURS = "SELECT 'holders'::regclass UNION SELECT inhrelid FROM pg_inherits WHERE inhparent = 'holders'::regclass"
_BYTES = f"SELECT sum(pg_table_size(relid)), sum(pg_indexes_size(relid)) FROM ({_OURS}) AS ours (relid)"
_PARTITION = "CREATE TABLE holders_{end} PARTITION OF holders FOR VALUES FROM ({start}) TO ({end})"
_DROPPED = {
    PLAIN: "DELETE FROM holders WHERE day >= {start} AND day < {end}",
    BY_MONTH: "DROP TABLE holders_{end}",
}
_BINARY = [
    ("n", ">i2"),
    *(
        (f"{name}{part}", kind)
        for name in ("key", "day", "version")
        for part, kind in (("_length", ">i4"), ("", ">i8"))
    ),
]
_PAGES = f"SELECT sum(heap_blks_read + idx_blks_read) FROM pg_statio_user_tables WHERE relid IN ({_OURS})"

Days = tuple[int, int]
"""The first and the last, in days since 1970."""
News = Sequence[ComparableQuotation]
"""The quotations of one more article, of which nothing is there."""


def main() -> None:
    """Make each, measure it, and keep the report."""
    options = _options()
    database, outcomes = Database(options.url), list[Outcome]()
    upgrade(database)
    measured, news = made(stock_from(options.shared), options.made, 3 * _N_COLD + _N_WARM_UP + _N_MEASURED)
    for size in options.sizes:
        # Of as many quotations some are duplicates of others.
        n_stored = size * len(measured.sizes) // options.made
        days = measured.first_day, measured.day(n_stored)
        for layout in options.layouts:
            fill(database, layout, postings(measured, n_stored), days)
            _store_common(database, news)
            database.close()
            subprocess.run(options.before_cold, shell=True, check=True)
            outcomes.append(measure(database, (layout, size, n_stored), news, days))
            write_above_notes(options.output, report(outcomes))
    database.close()
    print(report(outcomes))


def made(stock: Stock, n_quotations: int, n_news: int) -> tuple[Measured, list[News]]:
    """What as many made quotations hold, those of duplicates once, and the articles that come next."""
    seen, keys, days = set[str](), list[Sequence[int]](), list[int]()
    n_made, news = 0, list[News]()
    for article in chain.from_iterable(stories(stock, seed=1)):
        quotations = comparable_quotations(article)
        new = {duplicates_id(each): each for each in quotations}
        new = {id_: each for id_, each in new.items() if id_ not in seen}
        seen.update(new)
        if n_made >= n_quotations:
            news.append(tuple(new.values()))
            if len(news) == n_news:
                break
            continue
        n_made += len(quotations)
        keys += [tuple(QuotationKeys.of(each).words) for each in new.values()]
        days += [each.day or 0 for each in new.values()]
    return Measured.of(keys, days), news


def fill(database: Database, layout: str, rows: Iterable[Postings], days: Days) -> None:
    """Make the table in this layout, for the months of these days, with these rows and no others."""
    with database.writing() as connection:
        connection.execute(text("DROP TABLE holders"))
        by_range = " PARTITION BY RANGE (day)" if layout == BY_MONTH else ""
        connection.execute(text(f"CREATE TABLE holders ({_COLUMNS}){by_range}"))
        if layout == BY_MONTH:
            # What tells no day stands before all months.
            for start, end in pairwise(["MINVALUE", *months(*days)]):
                connection.execute(text(_PARTITION.format(start=start, end=end)))
        _copy(connection, rows)
        connection.execute(text("SET LOCAL maintenance_work_mem = '1GB'"))
        connection.execute(text("ALTER TABLE holders ADD PRIMARY KEY (key, day, version)"))
    # As the server does by itself in time.
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE holders"))
        connection.execute(text("CHECKPOINT"))


def _store_common(database: Database, news: Iterable[News]) -> None:
    keys = {key for quotations in news for each in quotations for key in QuotationKeys.of(each).words}
    with database.writing() as connection:
        connection.execute(text("TRUNCATE common_keys"))
        connection.execute(text(_COMMON), {"keys": list(keys)})


def months(first: int, last: int) -> list[int]:
    """The first days of the months of these days, and of the month after them."""
    begin = date.fromordinal(_EPOCH + first)
    n = 12 * (date.fromordinal(_EPOCH + last).year - begin.year) + date.fromordinal(_EPOCH + last).month + 1
    starts = (date(begin.year + month // 12, month % 12 + 1, 1) for month in range(begin.month - 1, n))
    return [start.toordinal() - _EPOCH for start in starts]


def measure(database: Database, made_as: tuple[str, int, int], news: Sequence[News], days: Days) -> Outcome:
    """Add one article after the other to a table of this layout, with as many quotations and numbers of duplicates."""
    layout, n_quotations, n_stored = made_as
    rest, first = iter(news), n_stored + 1

    def asked(n: int, day: int | None) -> Asked:
        nonlocal first
        some = list(islice(rest, n))
        taken = ask(database, some, first, day)
        first += sum(map(len, some))
        return taken

    with database.reading() as connection:
        table_bytes, index_bytes = connection.execute(text(_BYTES)).one()
    cold, _, warm = (asked(n, days[1]) for n in (_N_COLD, _N_WARM_UP, _N_MEASURED))
    _, undated = (asked(_N_COLD, None) for _ in range(2))
    start, end = months(*days)[:2]
    sent = _DROPPED[layout].format(start=start, end=end)
    began = time.perf_counter()
    with database.writing() as connection:
        connection.execute(text(sent))
    return Outcome(
        layout, n_quotations, int(table_bytes), int(index_bytes), cold, warm, undated, time.perf_counter() - began
    )


def ask(database: Database, news: Iterable[News], first: int, day: int | None) -> Asked:
    """Add the postings of articles of this day, the first of whose quotations has this number."""
    times, n_candidates, number = list[tuple[float, ...]](), 0, first
    pages, cpu = _used(database)
    for quotations in news:
        added = {number + place: replace(each, occasion=Occasion(day)) for place, each in enumerate(quotations)}
        keys = {number: QuotationKeys.of(each) for number, each in added.items()}
        of_all = Counter(key for held in keys.values() for key in held.words)
        number += len(added)
        stored = blocking_index._stored(day)
        rows = sorted((key, stored, number) for number, held in keys.items() for key in held.words)
        with database.writing() as connection:
            clock = [time.perf_counter()]
            counts = blocking_index._KeyCounts.of(connection, of_all)
            clock.append(time.perf_counter())
            pairs, _ = blocking_index._candidates(connection, added, keys, counts)
            clock.append(time.perf_counter())
            insert_numbers(connection, PostingRow, rows)
            clock.append(time.perf_counter())
        n_candidates += len(pairs)
        times.append(tuple(1000 * (end - start) for start, end in pairwise(clock)))
    counted, found, written = zip(*times, strict=True)
    pages_now, cpu_now = _used(database)
    return Asked(counted, found, written, cpu_now - cpu, n_candidates, pages_now - pages)


def _used(database: Database) -> tuple[int, float]:
    """The pages of the table and its indexes that the server had to read, and the CPU milliseconds of its process."""
    with database.reading() as connection:
        connection.execute(text("SELECT pg_stat_force_next_flush()"))
    with database.reading() as connection:
        process = Path(f"/proc/{connection.scalar(text('SELECT pg_backend_pid()'))}/stat")
        user, system = process.read_text("utf-8").rpartition(")")[2].split()[11:13]
        cpu = 1000 * (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        return int(connection.scalar(text(_PAGES)) or 0), cpu


def _copy(connection: Connection, rows: Iterable[Postings]) -> None:
    """In the server's own binary form: a row is three numbers, each after its length."""
    cursor: Any = connection.connection.cursor()
    with cursor.copy("COPY holders FROM STDIN (FORMAT BINARY)") as lines:
        lines.write(b"PGCOPY\n\xff\r\n\0" + bytes(8))
        for number, some in enumerate(rows):
            packed = np.zeros(len(some.keys), _BINARY)
            packed["n"] = 3
            for name, values in (("key", some.keys), ("day", some.days), ("version", some.versions)):
                packed[f"{name}_length"], packed[name] = 8, values
            lines.write(packed.tobytes())
            if number % 20 == 0:
                tell(f"filled up to {some.versions[-1]:,}")
        lines.write(b"\xff\xff")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", help="an empty database on PostgreSQL, on this machine")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="quotations stored")
    parser.add_argument("--made", type=int, default=_N_MADE, help="that of the quotations which are made")
    parser.add_argument("--layouts", nargs="+", choices=_LAYOUTS, default=_LAYOUTS)
    parser.add_argument("--before-cold", default="true", help="restarts the server, so that nothing is in memory")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the real articles")
    parser.add_argument("--output", type=Path, default=Path(__file__).with_suffix(".md"))
    return parser.parse_args()


if __name__ == "__main__":
    main()

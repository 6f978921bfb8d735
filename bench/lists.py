"""What lists, searches, totals and figures take over many conflicts: `python -m bench.lists URL...`, empty databases.

Rows are made up, in the numbers that a year of a newsroom's archive has. Kept in `lists.md`.
"""

import argparse
import random
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from bench.tables import table
from service.domain.archive import StoredConflict
from service.domain.articles import Span
from service.domain.conflicts import Claim, Conflict, ConflictKind, Evidence, Severity, Status
from service.domain.queries import Filters, Listed, Order, PageRequest
from service.domain.times import iso_time
from service.store import Store
from service.store.schema import upgrade
from service.store.sql.connection import Database
from service.store.sql.rows.conflicts import conflict_values
from service.store.sql.tables import (
    ArticleRow,
    ConflictArticleRow,
    ConflictRow,
    MergedSpeakerRow,
    NameVariantRow,
    QuotationRow,
    StatementRow,
)

ROOT = Path(__file__).parent.parent
_N_CONFLICTS = 100_000
# One statement each, with two reports; a speaker has ten, an article twenty quotations.
_N_SPEAKERS, _N_OUTLETS, _QUOTATIONS_AN_ARTICLE = 10_000, 40, 20
# The least of several: what else the machine does can only add to it.
_N_WORDS, _N_TIMES = 20_000, 9
_AT_ONCE = 5_000
_SINCE = 1_700_000_000.0
_ALL = Filters()
_RARE, _COMMON = "quixotic", "word10"
_HEAD = """\
# Lists

Written by `python -m bench.lists URL...`: milliseconds that a question takes in the store, the least of {n_times},
over {n_conflicts:,} conflicts with {n_quotations:,} quotations of {n_speakers:,} speakers, all made up. Three
conflicts have the rare word, a third of all the common one. Pages have 20 items, and totals stop at 100,000.

"""


def main() -> None:
    """Fill, measure, print the report and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("urls", nargs="+", metavar="URL")
    parser.add_argument("--conflicts", type=int, default=_N_CONFLICTS)
    parser.add_argument("--output", type=Path, default=ROOT / "bench" / "lists.md")
    options = parser.parse_args()
    columns = [_measured(url, options.conflicts) for url in options.urls]
    numbers = {"n_times": _N_TIMES, "n_conflicts": options.conflicts, "n_quotations": 2 * options.conflicts}
    rows = [(name, *(f"{column[name]:.0f}" for column in columns)) for name in columns[0]]
    head = _HEAD.format(**numbers, n_speakers=_N_SPEAKERS)
    report = head + table(("question", *(url.partition(":")[0] for url in options.urls)), rows)
    options.output.write_text(report, encoding="utf-8")
    print(report)


def _measured(url: str, n_conflicts: int) -> dict[str, float]:
    """The milliseconds of each question, by what it asks."""
    upgrade(Database(url))
    store = Store(url)
    _fill(store, n_conflicts)
    found = {name: _milliseconds(ask) for name, ask in _questions(store).items()}
    store.close()
    return found


def _milliseconds(ask: Callable[[], object]) -> float:
    # The first time reads what is not in memory yet.
    ask()
    took = []
    for _ in range(_N_TIMES):
        began = time.perf_counter()
        ask()
        took.append(1000 * (time.perf_counter() - began))
    return min(took)


def _questions(store: Store) -> dict[str, Callable[[], object]]:
    def conflicts(search: Filters = _ALL, *, total: bool = False, order: Order = Order.GRAVEST) -> Callable[[], object]:
        return lambda: store.reader.conflicts(search, PageRequest(20, order=order, with_total=total))

    def total(of: Listed, search: Filters = _ALL) -> Callable[[], object]:
        return lambda: store.desk.n_found(of, search)

    return {
        "conflicts, the most severe first": conflicts(),
        "conflicts, the newest first": conflicts(order=Order.NEWEST),
        "open conflicts of an outlet": conflicts(Filters("Outlet 7", status="open")),
        "conflicts with a rare word": conflicts(Filters(words=_RARE)),
        "conflicts with a word that none has": conflicts(Filters(words="nowhere")),
        "conflicts with a common word": conflicts(Filters(words=_COMMON)),
        "conflicts with a common word, the newest first": conflicts(Filters(words=_COMMON), order=Order.NEWEST),
        "conflicts with a rare and a common word": conflicts(Filters(words=f"{_RARE} {_COMMON}")),
        "conflicts with their total": conflicts(total=True),
        "conflicts of an outlet with their total": conflicts(Filters("Outlet 7"), total=True),
        "conflicts with a common word with their total": conflicts(Filters(words=_COMMON), total=True),
        "how many articles": total(Listed.ARTICLES),
        "how many quotations": total(Listed.QUOTATIONS),
        "how many quotations of an outlet": total(Listed.QUOTATIONS, Filters("Outlet 7")),
        "how many speakers": total(Listed.SPEAKERS),
        "how many statements": total(Listed.STATEMENTS),
        "figures of the 50 most quoted outlets": lambda: store.figures.outlets(50),
        "figures of the 50 most quoted speakers": lambda: store.figures.speakers(50),
        "the desk's overview": store.desk.overview,
    }


def _fill(store: Store, n_conflicts: int) -> None:
    chance, n_articles = random.Random(1), 2 * n_conflicts // _QUOTATIONS_AN_ARTICLE
    for kind, rows in (
        (ArticleRow, map(_article, range(n_articles))),
        (MergedSpeakerRow, map(_speaker, range(_N_SPEAKERS))),
        (NameVariantRow, map(_variant, range(_N_SPEAKERS))),
        (StatementRow, ({"id": f"t{n}", "wording": _said(chance), "n_reports": 2} for n in range(n_conflicts))),
        (QuotationRow, (_quotation(n, n_articles, chance) for n in range(2 * n_conflicts))),
        (ConflictRow, (_conflict(n, n_articles, chance) for n in range(n_conflicts))),
        (ConflictArticleRow, (_resting(n, n_articles) for n in range(2 * n_conflicts))),
    ):
        while some := list(islice(rows, _AT_ONCE)):
            with store.database.writing() as connection:
                connection.execute(insert(kind), some)
    # PostgreSQL does so by itself after a while.
    if not store.database.is_sqlite:
        with store.database.writing() as connection:
            connection.execute(text("ANALYZE"))


def _said(chance: random.Random) -> str:
    """Twenty words, of which some are common and most are not."""
    return " ".join(f"word{int(_N_WORDS ** chance.random())}" for _ in range(20))


def _article(n: int) -> dict[str, Any]:
    published = _SINCE + 600 * n
    return {
        **{"id": f"a{n}", "text": f"Article {n}.", "outlet": f"Outlet {n % _N_OUTLETS}", "fingerprint": f"f{n}"},
        **{"published_at": iso_time(published), "published_time": published, "received_at": published},
        **{"authors": [], "metadata_from": {}},
    }


def _speaker(n: int) -> dict[str, Any]:
    return {"id": f"s{n}", "name": f"Name{n} Family{n}", "kind": "person"}


def _variant(n: int) -> dict[str, Any]:
    return {"id": f"v{n}", "name": f"Name{n} Family{n}", "kind": "person", "gender": None, "speaker_id": f"s{n}"}


def _quotation(n: int, n_articles: int, chance: random.Random) -> dict[str, Any]:
    """The two of a statement stand far apart."""
    return {
        **{"id": f"q{n}", "article_id": f"a{n % n_articles}", "place": n // n_articles, "kind": "direct"},
        **{"is_speech": True, "text": _said(chance), "parts": [[1, 100]], "confidence": 0.9, "evidence": []},
        **{"context": [], "reported_as": "statement", "fellows": {}, "voice_id": f"v{n // 2 % _N_SPEAKERS}"},
        **{"speaker_id": "s", "statement_id": f"t{n // 2}"},
    }


def _conflict(n: int, n_articles: int, chance: random.Random) -> dict[str, Any]:
    """Over a statement's words; three have the rare word."""
    severity = list(Severity)[n % 3]
    said = [f"{_said(chance)} {_RARE if n % (_N_CONFLICTS // 3) == 7 else ''}".strip() for _ in range(2)]
    claims = tuple(
        Claim(words, (Evidence(f"a{(2 * n + side) % n_articles}", f"q{2 * n + side}", Span(1, 100, words)),))
        for side, words in enumerate(said)
    )
    conflict = Conflict(
        f"c{n}", ConflictKind.WORDING, severity, f"t{n}", None, f"“{said[0]}” in one, “{said[1]}” in the other", claims
    )
    status = list(Status)[0 if n % 10 else 1 + n // 10 % 2]
    found_at = _SINCE + 60 * n
    stored = StoredConflict.of(replace(conflict, status=status), found_at=found_at, changed_at=found_at)
    return conflict_values(stored)


def _resting(n: int, n_articles: int) -> dict[str, Any]:
    return {"conflict_id": f"c{n // 2}", "article_id": f"a{n % n_articles}", "is_right": None}


if __name__ == "__main__":
    main()

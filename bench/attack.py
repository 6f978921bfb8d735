"""What hostile inputs cost, and whether others hear of them: `python -m bench.attack`. Kept in `attack.md`.

The service runs as in production, but with a time limit of 20 seconds; while each input is at work, `/healthz` and a
list are asked for twenty times a second, and afterwards an ordinary analysis.
"""

import math
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import requests

from bench.attacks import ATTACKS, Attack
from bench.memory import watched_memory
from bench.served import Served, served
from bench.tables import table

_REPORT = Path(__file__).parent / "attack.md"
_LIMIT_SECONDS = 20
_WATCHED = ("/healthz", "/v1/conflicts?limit=1")
_PAUSE_SECONDS = 0.05
_ORDINARY = {
    "articles": [{"text": "“We will build the new bridge before May,” said Ana Ruiz, director of the Port Office."}]
}
_HEAD = ("input", "before", "answer", "s", "MB", "list p99 s", "health p99 s", "next analysis s")
_PAGE = """\
# Attacks

Written by `python -m bench.attack`: what is sent, what came of it before requests were bounded and readers could be
ended, and the answer now, with a time limit of {limit} seconds; the memory of all processes at most; what others waited
meanwhile (99 of 100 no longer; the longest wait where there were fewer); and how long an ordinary analysis took
afterwards. Connections are held for eight seconds. Times are those of a machine that does other work, too.

{rows}
Requests of others that were not answered with 200: {n_failed} of {n_asked}.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What an attack came to; `waits` are what others waited, by what they asked for, in seconds."""

    attack: Attack
    answer: str
    seconds: float
    megabytes: float
    waits: tuple[Sequence[float], ...]
    n_failed: int
    next_seconds: float


def main() -> None:
    """Attack, print the report and keep it."""
    with served({"QUOTES_SECONDS": str(_LIMIT_SECONDS), "QUOTES_CONSUMERS": "0"}) as service:
        _analyse(service)
        report = attack_report([_measured(service, attack) for attack in ATTACKS])
    _REPORT.write_text(report, "utf-8")
    print(report)


def attack_report(measured: Sequence[Measured]) -> str:
    """The page."""
    rows = [
        (
            one.attack.name,
            one.attack.before,
            one.answer,
            f"{one.seconds:.1f}",
            f"{one.megabytes:.0f}",
            *(f"{_longest(waits):.2f}" for waits in reversed(one.waits)),
            f"{one.next_seconds:.1f}",
        )
        for one in measured
    ]
    n_asked = sum(len(waits) for one in measured for waits in one.waits)
    n_failed = sum(one.n_failed for one in measured)
    return _PAGE.format(limit=_LIMIT_SECONDS, rows=table(_HEAD, rows), n_failed=n_failed, n_asked=n_asked)


def _longest(waits: Sequence[float]) -> float:
    """The wait that 99 of 100 did not exceed; of fewer than a hundred, the longest."""
    return sorted(waits)[math.ceil(0.99 * len(waits)) - 1] if waits else 0.0


def _measured(service: Served, attack: Attack) -> Measured:
    send = attack.prepare()
    with watched_memory(service.process.pid, 0.2) as memory, _others(service) as (waits, failed):
        began = time.monotonic()
        answer = send(service.url)
        seconds = time.monotonic() - began
    next_seconds = _analyse(service)
    megabytes = max((sample.megabytes for sample in memory), default=0.0)
    return Measured(attack, answer, seconds, megabytes, tuple(waits), len(failed), next_seconds)


@contextmanager
def _others(service: Served) -> Iterator[tuple[tuple[list[float], ...], list[str]]]:
    """What others wait while the block runs, and the answers to them that are not 200."""
    waits: tuple[list[float], ...] = tuple([] for _ in _WATCHED)
    failed: list[str] = []
    is_over = Event()
    threads = [
        Thread(target=_ask, args=(service.url + path, waits[number], failed, is_over))
        for number, path in enumerate(_WATCHED)
    ]
    for thread in threads:
        thread.start()
    try:
        yield waits, failed
    finally:
        is_over.set()
        for thread in threads:
            thread.join()


def _ask(url: str, waits: list[float], failed: list[str], is_over: Event) -> None:
    while not is_over.wait(_PAUSE_SECONDS):
        began = time.monotonic()
        try:
            status = requests.get(url, timeout=60).status_code
        except requests.RequestException:
            status = 0
        waits.append(time.monotonic() - began)
        if status != requests.codes.ok:
            failed.append(f"{url}: {status}")


def _analyse(service: Served) -> float:
    """The seconds of an ordinary analysis."""
    began = time.monotonic()
    requests.post(f"{service.url}/v1/analyses", json=_ORDINARY, timeout=300).raise_for_status()
    return time.monotonic() - began


if __name__ == "__main__":
    main()

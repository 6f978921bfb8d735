"""What the contract's and the load's measurements tell, on figures made by hand."""

import os
import time
from collections import Counter

from bench.attack import Measured, attack_report
from bench.attacks import Attack
from bench.contract import Round, contract_report
from bench.load_report import Load, Tally, load_report
from bench.memory import Sample, watched_memory


def test_the_contracts_report_counts_answers_by_route_and_status():
    rounds = [
        Round(7, False, Counter({("GET", "/v1/articles", "200"): 3, ("GET", "/v1/articles", "422"): 1})),
        Round(8, True, Counter({("GET", "/v1/articles", "500"): 2})),
    ]
    report = contract_report(rounds)
    assert "6 requests by schemathesis" in report
    assert "Rounds in which a check failed: 1 of 2. Answers with a status of 500 or more: 2." in report
    assert "| GET /v1/articles |   3 |   1 |   2 |" in report


def test_the_loads_report_tells_times_failures_and_memory():
    one, other = Tally(), Tally()
    one.milliseconds["keep"] += [10.0] * 98 + [20.0]
    other.milliseconds["keep"].append(500.0)
    other.failed["keep", "503: busy"] += 1
    answers = Counter({("POST", "/v1/articles", "503"): 4, ("POST", "/v1/articles", "500"): 1})
    load = Load(60, (one, other), tuple(Sample(second, 400.0 + second) for second in range(20)), answers, 12.3)
    report = load_report(load)
    assert "1 minutes, 100 requests, 2 a second." in report
    assert "Answered with 503 at first: 4, with another status of 500 or more: 1." in report
    assert "- 1 times: keep: 503: busy" in report
    assert "| keep         |      100 |  10 |  10 | 500 |  500 |" in report
    assert "| 2             | 402 |" in report


def test_the_attacks_report_tells_what_others_waited():
    attack = Attack("zeros", "110 s", lambda: lambda url: "422")
    waits = [0.01] * 150, [0.02] * 149 + [9.0]
    report = attack_report([Measured(attack, "422 invalid", 0.5, 512.0, waits, 1, 0.3)])
    (row,) = [line for line in report.splitlines() if line.startswith("| zeros")]
    assert [cell.strip() for cell in row.split("|")[2:6]] == ["110 s", "422 invalid", "0.5", "512"]
    assert row.count("0.01") == 1
    assert "not answered with 200: 1 of 300." in report


def test_the_memory_of_a_process_is_watched():
    with watched_memory(os.getpid(), 0.01) as samples:
        deadline = time.monotonic() + 10
        while len(samples) < 2 and time.monotonic() < deadline:
            time.sleep(0.01)
    assert len(samples) > 1
    assert all(sample.megabytes > 1 for sample in samples)

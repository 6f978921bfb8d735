"""Whether the running service keeps its contract: `python -m bench.contract`, or `make contract`.

schemathesis reads openapi.yaml and makes requests, right and wrong ones, to the service as it runs in production, on an
empty store with the seeds; the service counts them. Kept in `contract.md`. Ends with status 1 where a check failed.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import count
from pathlib import Path

import requests

from bench.served import Requests, Served, served
from bench.tables import table
from quotes_client import Article, Client

ROOT = Path(__file__).parent.parent
_CHECKS = "bench.contract_checks"
# Of each operation and phase; a round of all operations makes some thousands of requests.
_EXAMPLES = 200
_REPLACED = "positive_data_acceptance,negative_data_rejection"
_LISTS = ("articles", "quotations", "speakers", "statements", "conflicts")


@dataclass(frozen=True, slots=True)
class Round:
    """What schemathesis found with one seed, and what the service was asked meanwhile."""

    seed: int
    has_failed: bool
    requests: Requests


def main() -> None:
    """Send this many requests, print the report and save it."""
    options = _options()
    rounds: list[Round] = []
    with served({}) as service:
        config = service.folder / "schemathesis.toml"
        config.write_text(_config(service), "utf-8")
        for seed in count(options.seed):
            rounds.append(_round(service, config, seed))
            if sum(one.requests.total() for one in rounds) >= options.requests:
                break
        print(service.log if any(one.has_failed for one in rounds) else "", file=sys.stderr)
    report = contract_report(rounds)
    options.output.write_text(report, encoding="utf-8")
    print(report)
    sys.exit(any(one.has_failed for one in rounds))


def contract_report(rounds: Sequence[Round]) -> str:
    """The page: how often each route answered what."""
    asked: Requests = sum((one.requests for one in rounds), Requests())
    n_failed = sum(number for (_, _, status), number in asked.items() if status.startswith("5"))
    summary = (
        f"{asked.total():,} requests by schemathesis {version('schemathesis')}, seeds {rounds[0].seed} to "
        f"{rounds[-1].seed}, {_EXAMPLES} examples.\nRounds in which a check failed: "
        f"{sum(one.has_failed for one in rounds)} of {len(rounds)}. Answers with a status of 500 or more: {n_failed}.\n"
    )
    routes = sorted({(route, method) for method, route, _ in asked})
    statuses = sorted({status for _, _, status in asked})
    rows = [
        (f"{method} {route}", *(f"{asked[method, route, status] or '–'}" for status in statuses))
        for route, method in routes
    ]
    return "\n".join((_HEAD, summary, table(("answered with", *statuses), rows)))


_HEAD = """\
# Contract

Written by `make contract`: the service as it runs in production, asked by openapi.yaml, with requests that are as it
says, and with others. Every answer is checked against the contract: its status, media type, headers and schema; whether
what is right is taken and what is wrong refused; methods that are not there; what was deleted. All of schemathesis'
checks are made but two, which `bench/contract_checks.py` replaces and says why. "other none" are requests that no route
answers.
"""


def _round(service: Served, config: Path, seed: int) -> Round:
    before = service.counted()
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(config)]
    command += ["run", str(ROOT / "openapi.yaml"), "--url", service.url, "--seed", str(seed)]
    command += ["--max-examples", str(_EXAMPLES), "--continue-on-failure", "--no-shrink", "--no-color"]
    command += ["--checks", "all", "--exclude-checks", _REPLACED, "--generation-database", "none"]
    status = subprocess.run(command, env={**os.environ, "SCHEMATHESIS_HOOKS": _CHECKS}, check=False).returncode
    return Round(seed, status != 0, service.counted() - before)


def _config(service: Served) -> str:
    """The file that schemathesis reads: in a part of the requests, ids and cursors that are there."""
    with Client(service.url) as client:
        for path in sorted((ROOT / "seeds").glob("*.txt")):
            client.store(Article(path.read_text("utf-8"), id=path.stem))
        ids = {f"{name[:-1]}_id": [one.id for one in getattr(client, name)()] for name in _LISTS}
    pairs = [*ids["speaker_id"], *ids["statement_id"], *ids["quotation_id"]]
    cursors = {name: [_second_page(service, name)] for name in _LISTS}
    words = {**ids, "pair": pairs, **cursors}
    places = {f"path.{name}": name for name in ids}
    places |= {"query.speaker_id": "speaker_id", "body.first": "pair", "body.second": "pair"}
    lines = ["cache.enabled = false"]
    lines += [f"dictionaries.{name}.values = {values!r}" for name, values in words.items()]
    lines += [f'parameters."{place}" = {_binding(name)}' for place, name in places.items()]
    for name in _LISTS:
        lines += ["[[operations]]", f'include-path = "/v1/{name}"', f'parameters."query.cursor" = {_binding(name)}']
    return "\n".join((*lines, ""))


def _binding(dictionary: str) -> str:
    return f'{{ dictionary = "{dictionary}", probability = 0.5 }}'


def _second_page(service: Served, name: str) -> str:
    return str(requests.get(f"{service.url}/v1/{name}?limit=1", timeout=60).json()["next"])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=20_000, help="at least so many")
    parser.add_argument("--seed", type=int, default=1, help="of the first round")
    parser.add_argument("--output", type=Path, default=Path(__file__).with_suffix(".md"))
    return parser.parse_args()


if __name__ == "__main__":
    main()

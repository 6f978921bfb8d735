"""`quotes archive` under kill -9: `python -m bench.archive_faults INPUT`; ten kills, and the output of a calm run.

At random moments, by turns at random: the driver, which is started again with `--resume`; a reader; a process that
compares; with `--ray`, which starts two nodes of a Ray cluster on this machine, also a node, in whose place another one
comes. A run that ends because of a kill is started again, as an operator would.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from service.archive.engine import daft

_N_KILLS = 10
# Between two kills: long enough that something is done, short enough that it is not all.
_SHORTEST, _LONGEST = 3.0, 15.0
_TABLES = ("articles", "quotations", "speakers", "statements", "conflicts", "limits", "errors")
_FORKED = "multiprocessing.forkserver"
_READER = "service.archive.reading.reader"
# Names that Ray gives to its processes, and those of them that carry nothing out.
_OF_CLUSTER = "ray::"
_NO_WORK = ("ray::IDLE", "ray::DashboardAgent", "ray::RuntimeEnvAgent")


def main() -> None:
    """Run calmly, then under kills; say whether both wrote the same, with exit code 1 where they did not."""
    options = _options()
    nodes = _Nodes() if options.ray else None
    with tempfile.TemporaryDirectory() as name:
        calm, disturbed = (str(Path(name) / each) for each in ("calm", "disturbed"))
        environment = nodes.environment if nodes is not None else dict(os.environ)
        began = time.monotonic()
        subprocess.run(_command(options, calm), env=environment, check=True, stderr=subprocess.DEVNULL)
        print(f"a calm run took {time.monotonic() - began:.0f} s", flush=True)
        kills = _run_disturbed(options, disturbed, environment, nodes)
        print(f"killed: {', '.join(kills)}")
        differing = [table for table in _TABLES if _rows(calm, table) != _rows(disturbed, table)]
    print(f"differing tables: {', '.join(differing) or 'none'}")
    sys.exit(1 if differing else 0)


@dataclass(slots=True)
class _Nodes:
    """Two nodes of a Ray cluster on this machine."""

    cluster: Any = field(init=False)
    second: Any = field(init=False)

    def __post_init__(self) -> None:
        cluster_of = import_module("ray.cluster_utils").Cluster
        self.cluster = cluster_of(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
        self.second = self.cluster.add_node(num_cpus=1)

    @property
    def environment(self) -> dict[str, str]:
        """That of a driver which takes this cluster."""
        return {**os.environ, "RAY_ADDRESS": self.cluster.address}

    def replace_one(self) -> None:
        """Kill the node that is not the head; another one comes."""
        self.cluster.remove_node(self.second, allow_graceful=False)
        self.second = self.cluster.add_node(num_cpus=1)


def _run_disturbed(
    options: argparse.Namespace, folder: str, environment: dict[str, str], nodes: _Nodes | None
) -> list[str]:
    """Kill until all kills are used up, then let the run come to its end; what was killed."""
    chance, killed = random.Random(options.seed), list[str]()
    kinds = ["driver", "reader", "worker", *(["node"] if nodes is not None else [])]
    driver = _started(options, folder, environment)
    while len(killed) < options.kills:
        time.sleep(chance.uniform(_SHORTEST, _LONGEST))
        kind = chance.choice(kinds)
        if driver.poll() == 0:
            break
        if kind == "node" and nodes is not None:
            nodes.replace_one()
        elif kind in ("reader", "worker"):
            of_workers = _workers(driver.pid) if nodes is None else _workers_of_nodes()
            processes = list(_readers() if kind == "reader" else of_workers)
            if not processes:
                continue
            os.kill(chance.choice(processes), signal.SIGKILL)
        else:
            driver.kill()
        killed.append(kind)
        print(f"killed a {kind}", flush=True)
        if kind == "driver" or driver.poll() not in (None, 0):
            driver.wait()
            driver = _started(options, folder, environment)
    while driver.wait() != 0:
        driver = _started(options, folder, environment)
    return killed


def _started(options: argparse.Namespace, folder: str, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [*_command(options, folder), "--resume"]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _command(options: argparse.Namespace, folder: str) -> list[str]:
    runner = ["--runner", "ray://auto"] if options.ray else []
    return [sys.executable, "-m", "service", "archive", options.input, folder, "--workers", "2", *runner]


def _readers() -> Iterator[int]:
    """The processes that read, and those that fork them."""
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdecimal() and _READER in (entry / "cmdline").read_text("utf-8", "replace"):
                yield int(entry.name)
        except OSError:
            # It has ended meanwhile.
            continue


def _workers(driver: int) -> Iterator[int]:
    """The processes that compare for this driver: their parents are its children."""
    parents = dict(_parents())
    yield from (
        pid for pid, parent in parents.items() if parents.get(parent) == driver and _FORKED in _command_of(parent)
    )


def _workers_of_nodes() -> Iterator[int]:
    """The processes of the cluster that compare, or plan: they have the names of what they do."""
    for pid, _ in _parents():
        name = _command_of(pid)
        if name.startswith(_OF_CLUSTER) and not name.startswith(_NO_WORK):
            yield pid


def _parents() -> Iterator[tuple[int, int]]:
    """Each process with its parent."""
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdecimal():
                yield int(entry.name), int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            # It has ended meanwhile.
            continue


def _command_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text("utf-8", "replace")
    except OSError:
        return ""


def _rows(folder: str, table: str) -> list[str]:
    """The rows of a table of the output in an order of their own."""
    frame = daft.read_parquet(f"{folder}/{table}/*.parquet")
    return sorted(json.dumps(row, sort_keys=True, default=str) for row in frame.to_pylist())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", help="what `quotes archive` reads")
    parser.add_argument("--ray", action="store_true", help="on two nodes of a Ray cluster that are started for it")
    parser.add_argument("--kills", type=int, default=_N_KILLS)
    parser.add_argument("--seed", type=int, default=1, help="of the moments and of what is killed")
    return parser.parse_args()


if __name__ == "__main__":
    main()

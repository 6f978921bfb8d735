"""`make demo` in a fresh copy, with an index whose torch is a CUDA build, after a run that was broken off.

The index's wheels are empty; torch's CPU wheel brings a finder that imports the modules from where they are installed
here.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from tests.rounds import IS_THOROUGH
from tests.scripts.package_index import CUDA_TORCH, Index, serving, wheel_of

pytestmark = [pytest.mark.slow, pytest.mark.model, pytest.mark.skipif(shutil.which("make") is None, reason="no make")]
ROOT = Path(__file__).parents[2]
SENT = ("Makefile", "pyproject.toml", "README.md", "LICENSE", "scripts", "service", "clients/python", "seeds")
# Three seeds have a conflict; all five take seconds more.
LONG = ("seeds/001_839e5203722fa9ca.txt", "seeds/003_aace004e5cddaa0d.txt")
# A few stand for all: each takes pip half a second. Three look for their own metadata.
_SOME = re.compile(r"^(apispec|ruff|setuptools|torch|trafilatura|webargs|werkzeug)==(\S+)\n", re.MULTILINE)
LOCKS = {
    name: "".join(line[0] for line in _SOME.finditer((ROOT / name).read_text("utf-8")))
    for name in ("requirements.lock", "requirements-dev.lock")
}
PINS = dict(_SOME.findall("".join(LOCKS.values())))
TORCH = PINS.pop("torch")
# By a finder and not by the path, on which pip would find all packages installed already.
FINDER = f"""
import sys
from importlib.machinery import PathFinder


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return PathFinder.find_spec(name, [{sysconfig.get_path("purelib")!r}]) if path is None else None


sys.meta_path.append(Finder)
"""
BRINGS_MODULES = {"modules_elsewhere.py": FINDER, "modules_elsewhere.pth": "import modules_elsewhere\n"}
CPU_TORCH = wheel_of("torch", f"{TORCH}+cpu", BRINGS_MODULES)


def _empty_wheel(name: str) -> tuple[str, bytes]:
    """A package by its commands alone, and by its plug-ins, without which setuptools could do nothing."""
    try:
        entry_points = distribution(name).read_text("entry_points.txt")
    except PackageNotFoundError:  # one of the tools for developers, which this machine may lack
        entry_points = None
    return wheel_of(name, PINS[name], {}, entry_points=entry_points)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The files of the repository that an installation reads, with lock files of a few packages."""
    folder = tmp_path / "clone"
    for name in SENT:
        here, there = ROOT / name, folder / name
        there.parent.mkdir(parents=True, exist_ok=True)
        if here.is_dir():
            shutil.copytree(here, there, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(here, there)
    for long in () if IS_THOROUGH else LONG:
        (folder / long).unlink()
    for name, lines in LOCKS.items():
        (folder / name).write_text(lines, "utf-8")
    return folder


def _make(clone: Path, target: str, usual: Index, of_torch: Index) -> subprocess.CompletedProcess[str]:
    """Make the target, with no setting of this machine's pip, nor any of Python's."""
    here = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "TORCH_", "PYTHON"))}
    here |= {"PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}
    here |= {"PIP_INDEX_URL": usual.url, "TORCH_INDEX": of_torch.url, "MAKEFLAGS": ""}
    command = ["make", target, f"PYTHON={sys.executable}"]
    return subprocess.run(command, cwd=clone, env=here, capture_output=True, text=True, timeout=600)


def test_the_demo_works_after_a_first_run_that_was_broken_off(clone: Path):
    # As pip leaves it where a package is missing: test_install.py.
    (clone / ".venv").mkdir()
    (clone / ".venv" / ".installing").touch()
    with serving(Index(CUDA_TORCH, *map(_empty_wheel, PINS))) as usual, serving(Index(CPU_TORCH)) as of_torch:
        demo = _make(clone, "demo", usual, of_torch)
        assert demo.returncode == 0, demo.stderr
        assert ".venv is incomplete: making it anew." in demo.stderr
        assert f"offers no CPU build of torch {TORCH}: taking torch=={TORCH}+cpu from {of_torch.url}" in demo.stderr
        assert "conflicts between the articles" in demo.stdout
        assert (clone / "out" / "seeds.html").exists()

        downloads = [*usual.downloads]
        assert _make(clone, ".venv/.runtime-installed", usual, of_torch).returncode == 0
        assert usual.downloads == downloads  # nothing touches the network once it is installed

        tools = _make(clone, ".venv/.dev-installed", usual, of_torch)
        assert tools.returncode == 0, tools.stderr
        assert CUDA_TORCH[0] not in usual.downloads


@pytest.mark.parametrize("gone", [None, "python", "quotes"])
def test_an_environment_without_interpreter_or_command_is_completed_in_spite_of_the_mark(clone: Path, gone: str | None):
    commands = clone / ".venv" / "bin"
    commands.mkdir(parents=True)
    for name in {"python", "quotes"} - {gone}:
        (commands / name).touch(mode=0o755)
    (clone / ".venv" / ".runtime-installed").touch()
    plan = subprocess.run(["make", "--dry-run", "demo"], cwd=clone, capture_output=True, text=True, check=True).stdout
    assert ("scripts/install.py" in plan) == (gone is not None)
    assert "quotes analyze" in plan

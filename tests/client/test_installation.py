"""`pip install` of the client in an empty environment: how much it brings along, and whether its command works."""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from werkzeug.serving import make_server

from service import create_app
from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.store import Store
from tests.linking.reports import report
from tests.scripts.installed import needed, packed
from tests.scripts.package_index import Index, serving
from tests.threaded import in_a_thread

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "clients" / "python"
DECLARED = tomllib.loads((CLIENT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
DRY = "The wells of the valley have been dry since the spring festival."
MOST_BYTES = 10_000_000


class _NoParser:
    def parse(self, text, paragraphs):
        return ()


@pytest.fixture
def service(tmp_path: Path, settings: Settings) -> Iterator[str]:
    """A service with two articles that disagree by a word."""
    store = Store(f"sqlite:///{tmp_path}/quotes.sqlite")
    store.articles.save(report("a", ("Ana Pérez", DRY)))
    store.articles.save(report("b", ("Ana Pérez", DRY.replace("dry", "not dry"))))
    app = create_app(settings, use_cases=UseCases(_NoParser(), dependencies=Dependencies(store=store)))
    with in_a_thread(make_server("127.0.0.1", 0, app, threaded=True)) as url:
        yield url
    store.close()


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A virtual environment with the client, by `pip install`, from an index that has what it needs."""
    # Copied, for a build leaves its traces beside the source.
    source = shutil.copytree(CLIENT, tmp_path / "python", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    folder = tmp_path / "venv"
    # Its own pip would take seconds to install.
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    names: set[str] = {"setuptools"}
    for line in DECLARED:
        needed(Requirement(line), names)
    with serving(Index(*map(packed, names))) as index:
        here = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
        here |= {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": index.url, "PIP_NO_CACHE_DIR": "1"}
        pip = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python"]
        command = [*pip, "install", "--quiet", "--no-compile", source]
        done = subprocess.run(command, env=here, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


def test_it_is_small_and_asks_a_running_service(environment: Path, service: str):
    packages = next((environment / "lib").glob("python3.*/site-packages"))
    assert sum(file.stat().st_size for file in packages.rglob("*") if file.is_file()) < MOST_BYTES
    assert {"torch", "flask", "stanza"} & {path.name for path in packages.iterdir()} == set()
    command = [environment / "bin" / "quotes-client", "conflicts", "--server", service]
    here = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, env=here, capture_output=True, text=True)
    assert done.stdout.startswith("HIGH (wording): Ana Pérez is quoted in different words"), done.stderr

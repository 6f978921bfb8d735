"""The TypeScript client: made from the contract as it stands, and held against a service that runs."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.serving import make_server

from service.config.settings import Settings
from service.version import VERSION
from service.web.operations.operation_ids import OPERATION_IDS
from tests.linking.reports import report
from tests.services import new_store, store_app
from tests.threaded import in_a_thread

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "clients" / "typescript"
MADE_HERE = shutil.ignore_patterns("node_modules", "dist", "contract.ts", "operations.ts")
DRY = "The wells of the valley have been dry since the spring festival."

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("npm") is None, reason="Node and npm are not installed here"),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client, built in a copy of the repository's folders."""
    root = tmp_path_factory.mktemp("typescript")
    shutil.copy(ROOT / "openapi.yaml", root)
    folder = shutil.copytree(SOURCE, root / "clients" / "typescript", ignore=MADE_HERE)
    (folder / "test" / "docs.ts").write_text(_block_of_docs(), "utf-8")
    installed = _run(folder, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock")
    if installed.returncode != 0:
        pytest.skip(f"npm cannot install: {installed.stderr[-300:]}")
    made = _run(folder, "npm", "run", "build")
    assert made.returncode == 0, made.stdout + made.stderr
    return folder


def _block_of_docs() -> str:
    """What docs/client.md shows, at the address of the test's service."""
    block = (ROOT / "docs" / "client.md").read_text("utf-8").partition("```ts\n")[2].partition("```")[0]
    address = '"http://127.0.0.1:8000"'
    assert address in block
    return 'import { createClient } from "../src/index.js";\n' + block.replace(address, 'process.env["QUOTES_SERVER"]!')


@pytest.fixture
def server(tmp_path: Path, settings: Settings) -> Iterator[str]:
    """A service with two articles that disagree by a word; its parser finds no sentence in others."""
    store = new_store(tmp_path)
    store.articles.save(report("a", ("Ana Pérez", DRY)))
    store.articles.save(report("b", ("Ana Pérez", DRY.replace("dry", "not dry"))))
    app = store_app(settings, store)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    with in_a_thread(server):
        yield f"http://127.0.0.1:{server.server_port}"
    store.close()


def test_it_has_the_services_version():
    assert json.loads((SOURCE / "package.json").read_text("utf-8"))["version"] == VERSION


def test_every_operation_has_its_name(built: Path):
    types = (built / "src" / "contract.ts").read_text("utf-8").partition("export interface operations {")[2]
    assert set(OPERATION_IDS.values()) <= set(re.findall(r"^    (\w+): \{$", types, re.MULTILINE))
    requests = (built / "src" / "operations.ts").read_text("utf-8")
    named = {name: (method, path) for name, method, path in re.findall(r'(\w+): \["(\w+)", "(\S+)"\]', requests)}
    assert named == {name: place for place, name in OPERATION_IDS.items()}


def test_it_works_with_a_running_service(built: Path, server: str):
    done = _run(built, "npm", "test", QUOTES_SERVER=server)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# fail 0" in done.stdout


def test_the_docs_example_works(built: Path, server: str):
    shown = _run(built, "node", "dist/test/docs.js", QUOTES_SERVER=server)
    assert shown.stdout.startswith("Ana Pérez is quoted in different words"), shown.stderr


def _run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, timeout=300
    )

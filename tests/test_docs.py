"""README and docs: every block of code runs as it stands, against a service that is up; every link leads somewhere."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from service.config.settings import Settings
from tests.serving import Served, free_port, serving

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
ADDRESS = "http://127.0.0.1:8000"
RECEIVER_PORT = 9000
# Commands that need an engine, a network or minutes; each has a test of its own, or a script that is run by hand.
ELSEWHERE = {
    "make ": "tests/scripts/test_make.py, in a copy of the repository",
    "PIP_NO_INDEX=1 ": "tests/scripts/test_install.py",
    "python3 scripts/install.py": "tests/scripts/test_install.py",
    "/opt/quotes/bin/pip": "the same that make runs: tests/scripts/test_make.py",
    "pip install": "tests/client/test_installation.py",
    "quotes archive ": "tests/archive/test_run.py: it needs an extra",
    "quotes db load ": "tests/archive/test_loading.py: the same, and an empty store",
    "quotes-client ingest export.csv": "tests/cli/test_ingest.py; there is no such file, nor feed, here",
    "quotes-client ingest dump.jsonl": "the same",
    "quotes-client ingest https://": "the same",
    "docker ": "scripts/image.sh builds and runs the image",
    "quotes models use": "tests/cli/test_commands.py, without loading models, as `check` does here",
    "python -c 'import stanza": "a download; tests/parsing/test_other_models.py reads folders of that kind",
}
# Runs until it is stopped: that it starts is enough.
ENDLESS = "quotes-client watch"


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    page: str
    line: int
    language: str
    text: str

    @property
    def name(self) -> str:
        """For the test's id."""
        return f"{self.page}:{self.line}"


def blocks(path: Path) -> Iterator[Block]:
    """The page's blocks, in order."""
    text = path.read_text("utf-8")
    for found in re.finditer(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield Block(path.name, text[: found.start()].count("\n") + 1, found[1], found[2])


BLOCKS = [block for page in PAGES for block in blocks(page)]


def of(*languages: str) -> list[pytest.param]:
    """The blocks of these languages."""
    return [pytest.param(block, id=block.name) for block in BLOCKS if block.language in languages]


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    """The service as a reader starts it; webhooks may go to addresses that no name server knows here."""
    with serving(tmp_path_factory.mktemp("served"), {"QUOTES_CONSUMERS": "1"}) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a reader has done what the pages say before: there are a request, an archive, a backup and models."""
    request = next(block for block in BLOCKS if block.page == "api.md" and block.language == "json")
    (tmp_path / "articles.json").write_text(request.text, "utf-8")
    (tmp_path / "monday.sqlite").touch()
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "first.txt").write_text("“It will rain,” said Ana Ruiz.", "utf-8")
    for name in ("my-models", "official"):
        (tmp_path / name).symlink_to(Settings().models)
    (tmp_path / "day.jsonl").write_text(json.dumps({"text": "“It was dry,” said Omar Said."}), "utf-8")
    return tmp_path


def environment(served: Served, folder: Path) -> dict[str, str]:
    """A reader's: the commands on the path, the service's address, and choices of their own."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    database = f"sqlite:///{served.log.parent}/quotes.sqlite"
    own = {"PATH": path, "QUOTES_SERVER": at(served, ADDRESS), "QUOTES_DATABASE_URL": database}
    return {**os.environ, **own, "XDG_CONFIG_HOME": str(folder / "config")}


def at(served: Served, text: str) -> str:
    """The text, with the address of the service that runs."""
    return text.replace(ADDRESS, f"http://127.0.0.1:{served.port}")


@pytest.mark.http
@pytest.mark.parametrize("block", of("console"))
def test_commands_run(block: Block, served: Served, folder: Path):
    for line in re.findall(r"^\$ (.*)$", block.text, re.MULTILINE):
        command = at(served, line.split("  #")[0].strip())
        if command.startswith(tuple(ELSEWHERE)):
            continue
        if command == ENDLESS:
            assert starts(command, folder, environment(served, folder))
            continue
        ran = subprocess.run(
            ["bash", "-c", command],
            **{"cwd": folder, "env": environment(served, folder), "capture_output": True, "text": True, "timeout": 120},
        )
        assert ran.returncode == 0, f"{command}\n{ran.stdout}\n{ran.stderr}"
        if "curl" in command and "--fail" not in command:
            assert "status" not in json.loads(ran.stdout) or "title" not in json.loads(ran.stdout), ran.stdout


def starts(command: str, folder: Path, variables: dict[str, str]) -> bool:
    """Whether the command says that it has begun what only Ctrl-C ends."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command.split(), cwd=folder, env=variables, stdout=pipe, stderr=pipe, text=True) as running:
        try:
            return running.stderr is not None and "Ctrl-C" in running.stderr.readline()
        finally:
            running.kill()


@pytest.mark.http
@pytest.mark.parametrize("block", [one for one in of("python") if "serve_forever" not in one.values[0].text])
def test_python_runs(block: Block, served: Served, folder: Path):
    program = [sys.executable, "-c", at(served, block.text)]
    ran = subprocess.run(
        program, cwd=folder, env=environment(served, folder), capture_output=True, text=True, timeout=120
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.http
@pytest.mark.parametrize("block", [one for one in of("python") if "serve_forever" in one.values[0].text])
def test_a_receiver_listens_and_refuses_forgeries(block: Block, folder: Path):
    port = free_port()
    program = [sys.executable, "-c", block.text.replace(str(RECEIVER_PORT), str(port))]
    secret = {"WEBHOOK_SECRET": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}
    with subprocess.Popen(program, cwd=folder, env={**os.environ, **secret}, stderr=subprocess.DEVNULL) as receiver:
        try:
            assert answer_of(port) == 403
        finally:
            receiver.kill()


def answer_of(port: int) -> int:
    """The status with which a message without a signature is answered, as soon as somebody listens."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            return requests.post(f"http://127.0.0.1:{port}", data=b"{}", timeout=10).status_code
        except requests.ConnectionError:
            time.sleep(0.1)
    pytest.fail("nobody listens")


@pytest.mark.parametrize("block", of("json", "yaml"))
def test_json_can_be_read(block: Block):
    json.loads(block.text)


def test_no_reason_to_leave_a_command_out_is_out_of_date():
    commands = [line for block in BLOCKS for line in re.findall(r"^\$ (.*)$", block.text, re.MULTILINE)]
    assert {start for start in ELSEWHERE if not any(line.startswith(start) for line in commands)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path):
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", text)
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_architecture_names_files_that_are_there():
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    folders = (ROOT / name for name in ("clients", "service", "tests", "training"))
    files = [f"/{path.relative_to(ROOT)}" for folder in folders for path in folder.rglob("*.[pt]*")]
    named = re.findall(r"`([\w/]+\.(?:py|txt))`", text)
    assert len(named) > 50
    assert [name for name in named if not any(file.endswith(f"/{name}") for file in files)] == []


def test_the_readme_is_one_screen():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 120


def test_each_promise_of_security_names_tests_that_are_there():
    text = (ROOT / "docs" / "security.md").read_text("utf-8")
    promises = text.partition("## What is promised")[2].partition("##")[0].strip().splitlines()[2:]
    assert len(promises) > 10
    for promise in promises:
        named = re.findall(r"`(tests/[\w/]+\.py)`", promise)
        assert named, promise
        assert [path for path in named if not (ROOT / path).is_file()] == []

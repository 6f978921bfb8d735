"""A run from files to tables, with readers that need no models."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from service.archive import run as run_module
from service.archive.reading import reading
from service.archive.run import ArchiveOptions, run_archive
from service.archive.steps import Steps
from service.attribution.pipeline import read_article
from service.config.settings import Settings
from service.errors import StoreError
from service.ingestion.submissions import Submission, storable_article
from tests.archive.archives import SEEDS, TABLES, at_once, by_id, by_the_contract
from tests.rough_parser import RoughParser

pytestmark = pytest.mark.slow

TEXTS = {path.stem: path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))}
SETTINGS = Settings()


@pytest.fixture(autouse=True)
def rough_reader(monkeypatch):
    monkeypatch.setattr(reading, "READER", "tests.deadly_reader")


def archive(location: Path, folder: Path, **options) -> list[str]:
    """Run; what was told."""
    told: list[str] = []
    report = run_archive(SETTINGS, str(location), str(folder), ArchiveOptions(**options), told.append)
    return told + report.lines()


def tables(folder: Path | str):
    """The tables of the output."""
    steps = Steps(str(folder))
    found = {name: by_id(steps.of(name).frame().to_pylist()) for name in TABLES}
    return by_the_contract(found), steps.done("errors").frame().to_pylist()


def expected():
    articles = (storable_article(Submission(name, text=text)) for name, text in TEXTS.items())
    return at_once([read_article(article, RoughParser()) for article in articles])


def test_a_folder_becomes_tables(tmp_path):
    told = archive(SEEDS, tmp_path / "out", n_workers=2)
    assert tables(tmp_path / "out") == (expected(), [])
    assert told[0] == "5 articles found"
    assert any(line.startswith("read 5 of 5 articles, ") for line in told)
    with pytest.raises(StoreError, match="--resume"):
        archive(SEEDS, tmp_path / "out")
    with pytest.raises(StoreError, match="another input"):
        archive(tmp_path, tmp_path / "out", is_resumed=True)


def test_what_kills_readers_is_read_again_or_set_aside(tmp_path):
    lines = [{"id": name, "text": text} for name, text in TEXTS.items()]
    lines += [{"id": "poison", "text": "POISON"}, {"id": "once", "text": f"DIE ONCE {tmp_path}/died of it."}]
    content = "\n".join(map(json.dumps, lines))
    (tmp_path / "day.jsonl").write_text(content + "\nno json\n", "utf-8")
    archive(tmp_path / "day.jsonl", tmp_path / "out", n_workers=2)
    found, errors = tables(tmp_path / "out")
    assert {row["error"]: row["article_id"] for row in errors} == {"poison": "poison", "invalid": None}
    assert found["articles"].keys() == {*TEXTS, "once"}


DRIVER = """
import sys
from service.archive import run
from service.archive.reading import reading
from service.config.settings import Settings

reading.READER = "tests.deadly_reader"
run._ARTICLES = 1
run.run_archive(Settings(), sys.argv[1], sys.argv[2], run.ArchiveOptions(), lambda line: print(line, flush=True))
"""


def test_a_driver_that_is_killed_goes_on(tmp_path, monkeypatch):
    """Killed while it reads, when an article or two are done; its readers end with it."""
    monkeypatch.setattr(run_module, "_ARTICLES", 1)
    out = tmp_path / "out"
    driver = subprocess.Popen([sys.executable, "-c", DRIVER, str(SEEDS), str(out)], stdout=subprocess.PIPE, text=True)
    with driver:
        while "read " not in driver.stdout.readline():
            pass
        time.sleep(0.2)
        os.kill(driver.pid, signal.SIGKILL)
    done = len(list((out / "steps" / "read").glob("*.json")))
    assert done
    archive(SEEDS, out, is_resumed=True)
    assert tables(out) == (expected(), [])

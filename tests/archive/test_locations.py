"""Archives in an object store: what is read, what is written, and what is said of a store that cannot be asked."""

import json

import pyarrow as pa
import pytest
from pyarrow import parquet

from service.archive.loading import load_output
from service.archive.locations import opened
from service.archive.reading import reading
from service.archive.run import ArchiveOptions, run_archive
from service.archive.steps import Steps
from service.config.settings import Settings
from service.errors import SettingsError, StoreError
from tests.archive.object_store import object_store
from tests.archive.test_run import TEXTS, expected, tables

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def store():
    """One for all tests: the engine keeps its connections."""
    with pytest.MonkeyPatch.context() as patch, object_store() as opened_store:
        patch.setenv("AWS_ENDPOINT_URL", opened_store.address)
        patch.setenv("AWS_ACCESS_KEY_ID", "somebody")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "their secret")
        patch.setenv("AWS_REGION", "eu-central-1")
        yield opened_store


def archive(location: str, folder: str, **options):
    return run_archive(Settings(), location, folder, ArchiveOptions(**options), lambda _: None)


def test_an_archive_is_read_from_a_store_and_written_to_one(store, monkeypatch, tmp_path):
    """Files of each kind; the run goes on where it was when its last notes are taken away."""
    monkeypatch.setattr(reading, "READER", "tests.deadly_reader")
    (first, text), *others = TEXTS.items()
    store.objects[f"news/in/{first}.txt"] = text.encode()
    lines = [json.dumps({"id": name, "text": text}) for name, text in others[:2]]
    store.objects["news/in/day.jsonl"] = "\n".join(lines).encode()
    rows = pa.table({"id": [name for name, _ in others[2:]], "text": [text for _, text in others[2:]]})
    parquet.write_table(rows, tmp_path / "rows.parquet")
    store.objects["news/in/rows.parquet"] = (tmp_path / "rows.parquet").read_bytes()
    report = archive("s3://news/in", "s3://news/out")
    assert report.n_articles == len(TEXTS)
    assert tables("s3://news/out") == (expected(), [])
    for key in [key for key in store.objects if key.endswith(("merged.json", "conflicts.json", "errors.json"))]:
        del store.objects[key]
    with pytest.raises(StoreError, match="--resume"):
        archive("s3://news/in", "s3://news/out")
    archive("s3://news/in", "s3://news/out", is_resumed=True)
    assert tables("s3://news/out") == (expected(), [])
    assert load_output(f"sqlite:///{tmp_path}/news.db", "s3://news/out") == len(TEXTS)


def test_a_folder_of_a_store_that_nobody_has_used_is_empty(store):
    assert Steps("s3://news/nothing").is_empty()


def test_a_store_that_cannot_be_asked_is_named():
    with pytest.raises(SettingsError, match="gopher://news/in cannot be reached: "):
        opened("gopher://news/in")


@pytest.mark.parametrize("url", ["s3://somebody:secret@news/in", "s3://news/in?endpoint_override=localhost"])
def test_a_url_that_holds_keys_is_refused(url):
    with pytest.raises(SettingsError, match="neither keys nor a query") as refused:
        opened(url)
    assert "secret" not in str(refused.value)


def test_a_path_is_of_this_machine(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert opened("in")[1] == str(tmp_path / "in")

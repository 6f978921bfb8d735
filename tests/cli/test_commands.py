"""The `quotes` command: its formats, its files, its refusals."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.app import read_batches, relink_store, upgrade_store
from service.cli.base import CommandContext
from service.cli.commands import quotes
from service.config.api_keys import Scope, holder, read_keys
from service.errors import ModelError
from service.presentation.terminal import table
from service.version import VERSION
from service.web.operations.openapi import openapi_yaml
from service.web.page.documents import analysis_html, analysis_json
from tests.services import NoParser

FACES = {"table": table, "json": lambda analysis, _: analysis_json(analysis), "html": analysis_html}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    wiring = CommandContext(lambda settings: NoParser(), FACES, openapi_yaml, upgrade_store, relink_store, read_batches)

    def run_it(*arguments: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(quotes, arguments, input=stdin, obj=lambda: wiring)

    return run_it


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with an article that quotes nobody."""
    path = tmp_path / "calm.txt"
    path.write_text("Nothing was said today.", "utf-8")
    return path


def test_prints_a_table(run, article: Path):
    answer = run("analyze", "calm.txt")
    assert answer.exit_code == 0
    assert "calm: 0 quotations" in answer.stdout
    assert answer.stderr == ""


def test_prints_json_as_the_api_does(run, article: Path):
    answer = json.loads(run("analyze", "calm.txt", "--format", "json").stdout)
    assert answer["articles"] == [{"id": "calm", "text": "Nothing was said today.", "quotations": []}]


def test_reads_standard_input(run):
    answer = json.loads(run("analyze", "-", "--format", "json", stdin="Nothing – yet.".encode()).stdout)
    assert answer["articles"][0]["text"] == "Nothing – yet."


def test_reads_the_article_of_a_page(run, tmp_path: Path):
    (tmp_path / "page.html").write_text("<nav>Home</nav><p>Nothing was said.</p>", "utf-8")
    answer = json.loads(run("analyze", "page.html", "--format", "json").stdout)
    assert answer["articles"][0]["text"].endswith("Nothing was said.")
    assert "<" not in answer["articles"][0]["text"]


@pytest.mark.parametrize(
    ("arguments", "name", "begins"),
    [
        (["-o", "x.json"], "x.json", "{"),
        (["-o", "x.html"], "x.html", "<!doctype html>"),
        (["-o", "x"], "x", "calm"),
        (["--format", "json", "-o", "x.txt"], "x.txt", "{"),
    ],
)
def test_writes_a_file_instead_of_printing(run, article: Path, arguments: list[str], name: str, begins: str):
    answer = run("analyze", "calm.txt", *arguments)
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert Path(name).read_text("utf-8").startswith(begins)


def test_writes_several_files_and_prints(run, article: Path):
    answer = run("analyze", "calm.txt", "--also", "x.json", "--also", "x.html")
    assert answer.stdout.startswith("calm")
    assert Path("x.json").exists()
    assert Path("x.html").exists()


def test_the_least_confidence_reaches_tables_and_pages(run, article: Path, monkeypatch: pytest.MonkeyPatch):
    asked = []
    for name in ("table", "html"):
        monkeypatch.setitem(FACES, name, lambda _, least: str(asked.append(least)))
    run("analyze", "calm.txt", "--also", "x.html")
    run("analyze", "calm.txt", "--min-confidence", "0")
    assert asked == [0.5, 0.5, 0.0]
    assert run("analyze", "calm.txt", "--min-confidence", "2").exit_code == 2


def _bad_files(folder: Path) -> None:
    (folder / "latin.txt").write_bytes("d\xe9j\xe0".encode("latin-1"))
    (folder / "empty.txt").write_text(" \n")
    (folder / "empty.html").write_text("<script>1</script>")
    (folder / "calm.txt").write_text("Nothing was said.")
    (folder / "folder").mkdir()
    (folder / "folder" / "calm.txt").write_text("Nothing was said.")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.txt"], "missing.txt cannot be read: No such file"),
        (["folder"], "folder cannot be read: Is a directory"),
        (["nul\0.txt"], "cannot be read"),
        (["latin.txt"], "latin.txt is not in UTF-8: byte 1"),
        (["empty.txt"], "empty.txt is empty"),
        (["empty.html"], "no text that can be found in its HTML"),
        (["calm.txt", "folder/calm.txt"], "Two articles have the id 'calm'"),
        (["calm.txt", "-o", "folder"], "folder cannot be written"),
        (["calm.txt", "-o", "no/such/folder.json"], "cannot be written"),
        (["calm.txt", "--also", "no/such/folder.json"], "cannot be written"),
    ],
)
def test_bad_files_are_refused_in_one_line(run, tmp_path: Path, arguments: list[str], says: str):
    _bad_files(tmp_path)
    answer = run("analyze", *arguments)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert answer.stderr.startswith("quotes: ")
    assert answer.stderr.count("\n") == 1
    assert says in answer.stderr


def test_standard_input_that_is_no_text_is_refused(run):
    answer = run("analyze", "-", stdin=b"\xff")
    assert (answer.exit_code, answer.stderr.count("\n")) == (2, 1)


def test_wrong_settings_are_refused(run, article: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QUOTES_PARSES", "none")
    answer = run("analyze", "calm.txt")
    assert answer.exit_code == 2
    assert "QUOTES_PARSES" in answer.stderr


def test_models_that_cannot_be_loaded_are_refused(run, article: Path):
    def fail(settings):
        raise ModelError("no model tokenize.pt in the folder x")

    answer = CliRunner().invoke(
        quotes,
        ["models", "check"],
        obj=lambda: CommandContext(fail, FACES, openapi_yaml, upgrade_store, relink_store, read_batches),
    )
    assert (answer.exit_code, answer.stderr) == (2, "quotes: no model tokenize.pt in the folder x\n")


def test_models_are_checked(run, tmp_path: Path):
    assert str(tmp_path) in run("models", "check", str(tmp_path)).stdout


def test_models_are_used_from_now_on(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    (tmp_path / "other").mkdir()
    assert "they came with the package" in run("models", "check").stdout
    assert f"The models in {tmp_path / 'other'} are in use because" in run("models", "use", "other").stdout
    assert "`quotes models use` chose them" in run("models", "check").stdout
    assert "they came with the package" in run("models", "use", "--default").stdout


def test_a_variable_that_wins_over_the_choice_is_told(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    monkeypatch.setenv("QUOTES_MODELS", str(tmp_path))
    (tmp_path / "other").mkdir()
    assert (
        f"The models in {tmp_path} are in use because QUOTES_MODELS names them." in run("models", "use", "other").stdout
    )


@pytest.mark.parametrize("arguments", [[], ["other", "--default"], ["missing"]])
def test_what_cannot_be_chosen_is_refused(run, tmp_path: Path, arguments: list[str]):
    (tmp_path / "other").mkdir()
    assert run("models", "use", *arguments).exit_code == 2


def test_a_user_without_a_home_can_choose_nothing(run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.delenv("HOME")
    answer = run("models", "use", "--default")
    assert (answer.exit_code, "HOME is not set" in answer.stderr) == (2, True)


def test_models_that_cannot_be_loaded_are_not_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))

    def fail(settings):
        raise ModelError(f"the models in {settings.models} cannot be loaded")

    answer = CliRunner().invoke(
        quotes,
        ["models", "use", str(tmp_path)],
        obj=lambda: CommandContext(fail, FACES, openapi_yaml, upgrade_store, relink_store, read_batches),
    )
    assert (answer.exit_code, str(tmp_path) in answer.stderr) == (2, True)
    assert not (tmp_path / "configuration").exists()


def test_prints_and_writes_the_contract(run):
    assert run("openapi").stdout == openapi_yaml()
    assert run("openapi", "-o", "contract.yaml").exit_code == 0
    assert Path("contract.yaml").read_text("utf-8") == openapi_yaml()


def test_the_store_is_made_once(run, tmp_path: Path):
    for _ in range(2):
        answer = run("db", "upgrade")
        assert answer.output.startswith("The store is at revision ")
    assert (tmp_path / "quotes.sqlite").exists()


def test_a_store_that_cannot_be_made_is_told(run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QUOTES_DATABASE_URL", "sqlite:////no/such/quotes.sqlite")
    answer = run("db", "upgrade")
    why = "QUOTES_DATABASE_URL is sqlite:////no/such/quotes.sqlite: there is no folder /no/such."
    assert (answer.exit_code, answer.stderr) == (2, f"quotes: {why}\n")


def test_makes_a_key_and_the_line_to_keep_of_it(run):
    answer = run("keys", "new", "desk", "--scope", "write", "--scope", "read")
    secret, line = (each.rsplit(" ", 1)[1] for each in answer.output.splitlines())
    (key,) = read_keys(line)
    assert holder(secret, [key]) == key
    assert (key.name, key.scopes) == ("desk", {Scope.READ, Scope.WRITE})


def test_a_holder_must_have_a_name(run):
    answer = run("keys", "new", "the desk")
    assert (answer.exit_code, "the desk" in answer.output) == (2, True)


@pytest.mark.slow
def test_help_and_version_load_nothing_heavy():
    """A shell asks for them at each completion: 0.16 s of CPU, and 1.2 s with what reads articles."""
    program = "import sys, service.__main__; from service.cli.commands import quotes; "
    program += "quotes(['--help'], standalone_mode=False); "
    program += "print({*sys.modules} & {'torch', 'sqlalchemy', 'flask', 'requests', 'stanza', 'trafilatura'})"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.endswith("set()\n")


def test_names_its_version(run):
    assert run("--version").stdout == f"quotes, version {VERSION}\n"


def test_a_terminal_shows_how_far_the_reading_is(run, article: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("service.cli.analyze._is_terminal", lambda: True)
    shown = run("analyze", "calm.txt").stderr
    assert "\rloading the models" in shown
    assert "\r1 of 1 articles analysed: calm" in shown
    assert shown.endswith("\r")  # click leaves out what only a terminal understands


def test_a_mistyped_variable_is_named(run, article: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QUOTES_PARSE", "2")
    answer = run("analyze", "calm.txt")
    assert (answer.exit_code, answer.stderr) == (
        0,
        "quotes: QUOTES_PARSE is not a setting: did you mean QUOTES_PARSES?\n",
    )


def test_a_service_that_is_not_there_is_not_ready(run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QUOTES_BIND", "127.0.0.1:9")
    answer = run("health")
    assert (answer.exit_code, answer.stderr) == (2, "quotes: The service at 127.0.0.1:9 is not ready.\n")

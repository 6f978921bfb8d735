"""The `quotes` command: its formats, its files, its refusals."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli.base import CommandContext
from service.cli.commands import quotes
from service.config.api_keys import Scope, holder, read_keys
from service.errors import ModelError
from service.version import VERSION
from service.web.operations.openapi import openapi_yaml
from tests.cli.conftest import RENDERERS, WIRED


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
        obj=lambda: CommandContext(fail, RENDERERS, openapi_yaml, *WIRED),
    )
    assert (answer.exit_code, str(tmp_path) in answer.stderr) == (2, True)
    assert not (tmp_path / "configuration").exists()


def test_prints_and_writes_the_contract(run):
    assert run("openapi").stdout == openapi_yaml()
    assert run("openapi", "-o", "contract.yaml").exit_code == 0
    assert Path("contract.yaml").read_text("utf-8") == openapi_yaml()


def test_the_store_is_copied_once(run, tmp_path: Path):
    run("db", "upgrade")
    assert run("db", "backup", "copy.sqlite").stdout == "copy.sqlite has 0 articles.\n"
    again = run("db", "backup", "copy.sqlite")
    assert (again.exit_code, again.stderr) == (2, "quotes: copy.sqlite is there already.\n")


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


def test_a_service_that_is_not_there_is_not_ready(run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QUOTES_BIND", "127.0.0.1:9")
    answer = run("health")
    assert (answer.exit_code, answer.stderr) == (2, "quotes: The service at 127.0.0.1:9 is not ready.\n")

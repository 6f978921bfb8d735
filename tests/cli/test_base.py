"""What all commands share: refusals, settings."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli.base import CommandContext
from service.cli.commands import quotes
from service.errors import ModelError
from service.web.operations.openapi import openapi_yaml
from tests.cli.conftest import RENDERERS, WIRED


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
        obj=lambda: CommandContext(fail, RENDERERS, openapi_yaml, *WIRED),
    )
    assert (answer.exit_code, answer.stderr) == (2, "quotes: no model tokenize.pt in the folder x\n")


def test_a_mistyped_variable_is_named(run, article: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QUOTES_PARSE", "2")
    answer = run("analyze", "calm.txt")
    said = "quotes: QUOTES_PARSE is not a setting: did you mean QUOTES_PARSES?\n"
    assert (answer.exit_code, answer.stderr) == (0, said)

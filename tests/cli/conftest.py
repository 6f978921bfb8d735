"""The `quotes` command, run in a folder of its own."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.app import back_up_store, read_batches, relink_store, upgrade_store
from service.cli.base import CommandContext
from service.cli.commands import quotes
from service.presentation.analysis_text import table
from service.web.operations.openapi import openapi_yaml
from service.web.page.documents import analysis_html, analysis_json
from tests.services import NoParser

RENDERERS = {"table": table, "json": lambda analysis, _: analysis_json(analysis), "html": analysis_html}

# What commands ask of the rooms above them, but for the parser, the formats and the contract.
WIRED = upgrade_store, relink_store, read_batches, back_up_store


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    wiring = CommandContext(lambda settings: NoParser(), RENDERERS, openapi_yaml, *WIRED)

    def run_it(*arguments: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(quotes, arguments, input=stdin, obj=lambda: wiring)

    return run_it


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with an article that quotes nobody."""
    path = tmp_path / "calm.txt"
    path.write_text("Nothing was said today.", "utf-8")
    return path

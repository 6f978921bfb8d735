"""Models of other folders: of our kind, a file for each processor, and what `stanza.download` leaves."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import stanza
from click.testing import CliRunner

from service.cli.base import CommandContext
from service.cli.commands import quotes
from service.parsing.nets.loading import EncoderModels
from service.parsing.stanza_parser import StanzaParser, load_annotator
from service.presentation.analysis_text import table
from service.text.paragraphs import find_paragraphs
from tests.parsing.nets.small import build_encoder_models
from tests.parsing.tiny_models import build_mirror, build_models
from tests.threaded import in_a_thread

# Each builds models.
pytestmark = pytest.mark.slow

TEXT = "Ann Lee spoke in Oslo. “We’ll go,” she said.\n\nNobody asked 😀 why…"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with in_a_thread(ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))) as url:
        yield url


def downloaded(folder: Path) -> Path:
    """What `stanza.download` makes of tiny models on a server that has them under the names of the official ones."""
    with _served(build_mirror(folder / "mirror")) as url:
        stanza.download(
            "en",
            model_dir=str(folder / "models"),
            processors="pos,lemma,depparse,ner",
            resources_url=url,
            model_url=url + "/{lang}/{filename}",
        )
    return folder / "models"


def files(folder: Path) -> Path:
    """A file for each processor."""
    return build_models(folder)


def without_tokenizer(folder: Path) -> Path:
    """Words are the service's own, so that one need not be there."""
    (build_models(folder) / "tokenize.pt").unlink()
    return folder


@pytest.fixture(autouse=True)
def quiet() -> None:
    """Stanza tells of each step."""
    logging.getLogger("stanza").setLevel(logging.ERROR)


@pytest.mark.parametrize(
    ("build", "is_ours"),
    [(build_encoder_models, True), (files, False), (without_tokenizer, False), (downloaded, False)],
)
def test_other_models_parse(build: Callable[[Path], Path], is_ours: bool, tmp_path: Path):
    folder = build(tmp_path)
    assert isinstance(load_annotator(folder), EncoderModels) is is_ours
    paragraphs = find_paragraphs(TEXT)
    sentences = StanzaParser(folder).parse(TEXT, paragraphs)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert "".join(token.span.text for token in tokens) == "".join(TEXT.split())
    assert all(token.span.text == TEXT[token.span.start : token.span.end] for token in tokens)
    assert {sentence.paragraph for sentence in sentences} == {0, 1}
    assert {token.entity.partition("-")[2] for token in tokens} <= {"", "PERSON", "LOC"}


@pytest.mark.parametrize("build", [build_encoder_models, files, downloaded])
def test_the_command_uses_other_models(build: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    folder = build(tmp_path)
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    models, nothing = (lambda settings: StanzaParser(settings.models)), (lambda *_: None)
    context = CommandContext(
        models, {"table": table}, contract=str, upgrade=str, relink=nothing, work=nothing, back_up=nothing
    )
    for arguments, says in (
        (["models", "use", str(folder)], f"The models in {folder} are in use"),
        (["models", "check"], f"The models in {folder} work"),
        (["analyze", str(tmp_path / "article.txt")], "article:"),
    ):
        answer = CliRunner().invoke(quotes, arguments, obj=lambda: context)
        assert (answer.exit_code, says in answer.stdout) == (0, True), answer.output

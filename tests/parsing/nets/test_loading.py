"""Models from files, and that our way of running Stanza's nets answers as Stanza does."""

import shutil
from pathlib import Path

import pytest
import torch

from service.config.settings import Settings
from service.errors import ModelError
from service.parsing.nets.loading import PlainModels, load_plain_models
from service.parsing.sentence_breaks import split_sentences
from service.parsing.stanza_pipeline import PipelineModels

# torch takes seconds to load.
pytestmark = pytest.mark.slow

SEED = Path(__file__).parent.parent.parent.parent / "seeds"


@pytest.fixture(name="folder")
def fixture_folder(tiny_models: Path, tmp_path: Path) -> Path:
    """A folder of models to spoil."""
    return Path(shutil.copytree(tiny_models, tmp_path / "models"))


def test_one_plain_file_for_each_processor_is_loaded(folder: Path):
    assert isinstance(load_plain_models(folder), PlainModels)


def test_a_folder_that_lacks_a_file_is_for_others(folder: Path):
    (folder / "ner.pt").unlink()
    assert load_plain_models(folder) is None


def test_a_file_that_is_no_model_is_an_error(folder: Path):
    (folder / "ner.pt").write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_plain_models(folder)


@pytest.mark.model
def test_the_nets_answer_as_stanza_does():
    folder = Settings().models
    paragraphs = next(iter(sorted(SEED.glob("*.txt")))).read_text("utf-8").split("\n")
    found = split_sentences(paragraphs, lambda places: [0.0] * len(places))
    sentences = [
        [text[start:end] for start, end in words]
        for text, of_paragraph in zip(paragraphs, found, strict=True)
        for words in of_paragraph
    ]
    ours = load_plain_models(folder)
    assert ours is not None
    with torch.inference_mode():
        assert ours.annotate(sentences) == PipelineModels(folder).annotate(sentences)

"""Models that Stanza itself has to run."""

import logging
from pathlib import Path

import pytest

from service.errors import ModelError
from service.parsing.stanza_pipeline import PipelineModels
from tests.parsing.tiny_models import build_models

# torch takes seconds to load.
pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def quiet() -> None:
    """Stanza tells of each step."""
    logging.getLogger("stanza").setLevel(logging.ERROR)


def test_a_folder_without_models_is_an_error(tmp_path: Path):
    with pytest.raises(ModelError, match="cannot be loaded"):
        PipelineModels(tmp_path)


def test_each_word_is_annotated_and_sentences_have_a_root(tmp_path: Path):
    models = PipelineModels(build_models(tmp_path))
    found = models.annotate([["Ann", "spoke"], ["Oslo"]])
    assert [each.head is None for each in found].count(True) == 2
    assert len(found) == 3


def test_it_has_no_opinion_where_sentences_end(tmp_path: Path):
    models = PipelineModels(build_models(tmp_path))
    assert models.end_odds([("Ann spoke.", 10), ("Ann spoke.", 3)]) == [0.0, 0.0]

"""The models of a folder that has an encoder."""

import shutil
from pathlib import Path

import pytest
import torch

from service.errors import ModelError
from service.parsing.nets.loading import ENCODER, EncoderModels, load_net
from tests.parsing.nets.small import LABELS, PIECES, small_net

# torch takes seconds to load.
pytestmark = pytest.mark.slow


@pytest.fixture(name="folder")
def fixture_folder(tiny_models: Path, tmp_path: Path) -> Path:
    """A folder of models to spoil."""
    return Path(shutil.copytree(tiny_models, tmp_path / "models"))


def test_a_net_comes_back_from_its_file_in_half_precision(folder: Path):
    net, pieces, labels = load_net(folder / ENCODER)
    assert (pieces.known, labels) == (PIECES.known, LABELS)
    for name, weight in small_net().state_dict().items():
        assert net.state_dict()[name].equal(weight.half().float())


def test_each_word_is_annotated_and_sentences_have_a_root(folder: Path):
    with torch.inference_mode():
        found = EncoderModels(folder).annotate([["Ann", "spoke"], ["Oslo"]])
    assert [each.lemma for each in found] == ["Ann", "speak", "Oslo"]
    assert found[2].head is None
    assert [each.head is None for each in found].count(True) == 2


def test_it_has_an_opinion_where_sentences_end(folder: Path):
    with torch.inference_mode():
        first, second = EncoderModels(folder).end_odds([("Ann spoke.", 10), ("Ann spoke.", 3)])
    assert first != second


@pytest.mark.parametrize("name", [ENCODER, "lemma.pt", "tokenize.pt"])
def test_a_file_that_is_no_model_is_an_error(folder: Path, name: str):
    (folder / name).write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        EncoderModels(folder)


def test_a_file_that_is_not_there_is_an_error(folder: Path):
    (folder / "lemma.pt").unlink()
    with pytest.raises(ModelError, match="cannot be loaded"):
        EncoderModels(folder)


@pytest.mark.parametrize(
    ("name", "value"), [("hierarchical", False), ("hier_invtemp", 0.0), ("rnn_layers", 2), ("conv_res", "1,9")]
)
def test_a_tokenizer_of_other_layers_is_an_error(folder: Path, name: str, value: object):
    saved = torch.load(folder / "tokenize.pt", map_location="cpu", weights_only=True)
    saved["config"][name] = value
    torch.save(saved, folder / "tokenize.pt")
    with pytest.raises(ModelError, match="other layers"):
        EncoderModels(folder)

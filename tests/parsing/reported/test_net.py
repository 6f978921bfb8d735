"""The net that tells which words are reported, and its file."""

from pathlib import Path

import pytest
import torch

from service.domain.articles import Reported
from service.parsing.annotation import MarkPlace
from service.parsing.nets.loading import REPORTED, EncoderModels, load_reported
from service.parsing.reported.net import Label, ReportedNet, starts_of
from tests.parsing.nets.small import build_encoder_models

# torch takes seconds to load.
pytestmark = pytest.mark.slow

_OUTSIDE, _INSIDE = MarkPlace.OUTSIDE, MarkPlace.INSIDE


def _net(label: Label) -> ReportedNet:
    """A net that gives every word the same label."""
    net = ReportedNet(16)
    torch.nn.init.zeros_(net.labels.weight)
    torch.nn.init.zeros_(net.labels.bias)
    net.labels.bias.data[label] = 1
    return net.eval()


@pytest.mark.parametrize(
    ("label", "stated"),
    [
        (Label.BEGINS, Reported.BEGINS),
        (Label.GOES_ON, Reported.GOES_ON),
        (Label.OUTSIDE, Reported.OUTSIDE),
        (Label.UNMARKED, Reported.OUTSIDE),
        (Label.BEGINS_UNMARKED, Reported.OUTSIDE),
    ],
)
def test_reports_without_marks_are_not_stated(label: Label, stated: Reported):
    with torch.inference_mode():
        assert _net(label).read(torch.zeros(3, 16), [_OUTSIDE, _INSIDE, _OUTSIDE], [2, 1]) == [stated] * 3


def test_the_first_word_of_each_sentence_is_known():
    assert starts_of([2, 1, 3]).tolist() == [True, False, True, True, False, False]


def test_a_folder_without_the_net_tells_nothing(tmp_path: Path):
    build_encoder_models(tmp_path)
    assert load_reported(tmp_path / REPORTED) is None
    with torch.inference_mode():
        found = EncoderModels(tmp_path).annotate([["Ann", "spoke"]], [_INSIDE, _INSIDE])
    assert {each.reported for each in found} == {Reported.OUTSIDE}


def test_a_net_comes_back_from_its_file(tmp_path: Path):
    build_encoder_models(tmp_path)
    net = _net(Label.BEGINS)
    torch.save({"size": net.size, "model": net.state_dict()}, tmp_path / REPORTED)
    with torch.inference_mode():
        models = EncoderModels(tmp_path)
        found = models.annotate([["Ann", "spoke"], ["Oslo"]], [_OUTSIDE, _INSIDE, _OUTSIDE])
        # Of words whose places nobody has stated, and of a text without marks, nothing is.
        untold = (*models.annotate([["Ann"]]), *models.annotate([["Ann"]], [_OUTSIDE]))
    assert {each.reported for each in found} == {Reported.BEGINS}
    assert {each.reported for each in untold} == {Reported.OUTSIDE}

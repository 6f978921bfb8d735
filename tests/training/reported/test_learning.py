"""The net learns which words are reported, from articles in which that is marked."""

from pathlib import Path

import pytest
import torch

from service.domain.articles import Span
from service.parsing.annotation import MarkPlace
from service.parsing.nets.loading import load_reported
from service.parsing.reported.net import Label, ReportedNet
from training.descent import Schedule, descend, set_seed
from training.reported.examples import Example, labels
from training.reported.learning import ReportedLearner, runs

pytestmark = pytest.mark.slow

_O, _B, _I = Label.OUTSIDE, Label.BEGINS, Label.GOES_ON


def _words(n: int) -> list[Span]:
    return [Span(2 * place, 2 * place + 1, "x") for place in range(n)]


def test_of_two_contents_that_share_words_the_longer_counts():
    places = [MarkPlace.OUTSIDE, MarkPlace.INSIDE, MarkPlace.INSIDE, MarkPlace.OUTSIDE, MarkPlace.OUTSIDE]
    found = labels(_words(5), places, [[[2, 3]], [[0, 5]], [[8, 9]]])
    assert found == [_B, _I, _I, _O, Label.BEGINS_UNMARKED]


def test_a_content_of_two_pieces_begins_twice():
    places = [MarkPlace.INSIDE] * 5
    assert labels(_words(5), places, [[[0, 3], [6, 9]]]) == [_B, _I, _O, _B, _I]


def test_runs_end_where_others_begin():
    assert runs([_O, _B, _I, _B, _O, _I, Label.UNMARKED]) == {(1, 3), (3, 4), (5, 6)}


def test_what_is_shown_is_learned(tmp_path: Path):
    """Here what stands between marks is reported, with the word before it."""
    set_seed(1, n_threads=1)
    places = torch.tensor([0, 0, 2, 1, 1, 2, 0] * 20)
    rows = torch.randn(len(places), 8).half()
    starts = torch.zeros(len(places), dtype=torch.bool)
    example = Example(rows, places, starts, torch.tensor([_O, _B, _I, _I, _I, _O, _O] * 20))
    learner = ReportedLearner(ReportedNet(8, inner=16, dropout=0.0), [example] * 8, [example])
    scores = descend(learner, Schedule(60, 1e-2, n_warmup=10, evaluate_every=30), tmp_path / "reported.pt")
    net = load_reported(tmp_path / "reported.pt")
    assert max(scores.values()) > 0.9
    assert net is not None
    with torch.inference_mode():
        assert net(rows.float()[None], places[None], starts[None]).argmax(2)[0, 7:14].tolist()[1:5] == [_B, _I, _I, _I]

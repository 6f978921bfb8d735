"""Where sentences end, judged by letters."""

from pathlib import Path

import pytest
import torch
from stanza.models.tokenization.trainer import Trainer

from service.parsing.nets.ends import FEATURES, EndNet

# torch takes seconds to load.
pytestmark = pytest.mark.slow

TEXT = "Ann spoke. Ann so Oslo."


@pytest.fixture(name="trainer")
def fixture_trainer(tiny_models: Path) -> Trainer:
    """A tokenizer of random weights."""
    return Trainer(model_file=str(tiny_models / "tokenize.pt"), device="cpu")


@pytest.fixture(name="net")
def fixture_net(trainer: Trainer) -> EndNet:
    """The same, to be asked."""
    return EndNet(trainer.model.eval(), trainer.vocab)


def odds(net: EndNet, *places: tuple[str, int]) -> list[float]:
    with torch.inference_mode():
        return net(places)


def test_each_place_has_its_odds_in_the_order_of_the_question(net: EndNet):
    short, long = ("Ann.", 4), (TEXT, 10)
    assert odds(net, short, long) == pytest.approx(odds(net, short) + odds(net, long), abs=1e-5)


def test_two_places_of_one_text_may_differ(net: EndNet):
    first, second = odds(net, (TEXT, 3), (TEXT, 10))
    assert first != second


def test_letters_far_away_do_not_count(net: EndNet):
    near = "so " * 40
    assert odds(net, (f"{near}. {near}", 121)) == pytest.approx(odds(net, (f"Oslo Oslo {near}. {near}", 131)), abs=1e-5)


def test_nothing_asked_is_nothing_answered(net: EndNet):
    assert odds(net) == []


def test_the_odds_are_those_of_stanza(trainer: Trainer, net: EndNet):
    text = "Ann spoke."
    letters = torch.tensor([[trainer.vocab.unit2id(letter) for letter in text]])
    features = torch.zeros(1, len(text), len(FEATURES))
    features[0, 3, 0] = features[0, 0, 1] = features[0, -1, 3] = features[0, 0, 4] = 1.0
    with torch.inference_mode():
        row = trainer.model.eval()(letters, features, [len(text)])[0, 8]
    # Beside a longer one, what fills it up does not count.
    assert odds(net, (text, 9), (TEXT, 10))[0] == pytest.approx(float(row[2] - row[:2].logsumexp(0)), abs=1e-5)

"""Where sentences end, judged by letters."""

from pathlib import Path

import pytest
import torch
from stanza.models.tokenization.trainer import Trainer

from service.parsing.nets.ends import EndNet

# torch takes seconds to load.
pytestmark = pytest.mark.slow

TEXT = "Ann spoke. Ann so Oslo."


@pytest.fixture(name="net")
def fixture_net(tiny_models: Path) -> EndNet:
    """A tokenizer of random weights."""
    trainer = Trainer(model_file=str(tiny_models / "tokenize.pt"), device="cpu")
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

"""Where "its" is meant as "it's"."""

import pytest

from service.parsing.contractions import contraction_weights, is_contraction
from service.parsing.words import find_words


@pytest.mark.parametrize(
    ("text", "is_split"),
    [
        ("i think its really good!", True),
        ("Its a shame but its not over.", True),
        ("The company said its president will leave.", False),
        ("The state lost some of its ability to act.", False),
    ],
)
def test_a_contraction_without_its_apostrophe_is_told_by_what_stands_around_it(text: str, is_split: bool):
    assert is_contraction(text, text.lower().index("its"), text.lower().index("its") + 3) is is_split


def test_a_contraction_comes_apart():
    text = "i think its really good"
    assert [text[start:end] for start, end in find_words(text)] == ["i", "think", "it", "s", "really", "good"]


def test_what_nothing_speaks_for_is_no_contraction(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("service.parsing.contractions.contraction_weights", lambda: {"always": 0.0, "next so": 0.8})
    assert not is_contraction("see its way", 4, 7)
    assert is_contraction("see its so", 4, 7)


def test_the_table_tells_what_holds_everywhere():
    assert "always" in contraction_weights()

"""Letters made alike."""

import pytest

from service.text.folding import folded, folded_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Émile", "emile"), ("Søren", "soren"), ("O’Neill", "oneill"), ("J.", "j"), ("ÆSIR", "aesir")],
)
def test_capitals_diacritics_apostrophes_and_dots_are_gone(text: str, expected: str):
    assert folded(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Kim Jong-Un", ("kim", "jong", "un")), ("J.Smith", ("j", "smith")), ("", ())]
)
def test_words_part_at_hyphens_and_inner_dots(name: str, expected: tuple[str, ...]):
    assert folded_words(name) == expected

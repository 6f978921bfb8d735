"""What searches take for words."""

import pytest

from service.store.sql.words import has_words, listed_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“bridge”", ("bridge",)),
        ("Émile ÖZDEMIR", ("emile", "ozdemir")),
        ("cathe\u0301drale", ("cathedrale",)),
        ("Oez\u00addemir\u200b", ("oezdemir",)),
        ("AND OR NOT", ("and", "or", "not")),
        ("«…»", ()),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("Émile Özdemir", "emile", True),
        ("Émile Özdemir", "ÖZDEMIR émile", True),
        ("Sandra Lund", "and", False),
        ("Sandra Lund", "“", False),
        (None, "x", False),
    ],
)
def test_names_have_words(text, sought, found):
    assert has_words(text, sought) is found


def test_words_are_listed_once_between_blanks():
    assert listed_words(["Der Müller\u00adin, MÜLLER", "snake_case"]) == " der mullerin muller snake_case "
    assert listed_words([]) == "  "

"""Words that say whether somebody is a man or a woman."""

import pytest

from service.attribution.vocabulary.genders import gendered


@pytest.mark.parametrize(
    ("words", "genders"),
    [
        ("grammar/pronouns", {"m", "f", "group", "thing"}),
        ("people/gendered_nouns", {"m", "f"}),
        ("names/given_names", {"m", "f"}),
        ("models/attribution/given_name_genders", {"m", "f"}),
    ],
)
def test_lists_of_genders(words: str, genders: set[str]):
    assert set(gendered(words).values()) == genders

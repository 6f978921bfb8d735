"""Whether a description can be of somebody in the article."""

import pytest

from tests.attribution.readings import who

ANN = (
    "Ann_Lee/nsubj/left/PERSON , the foreign/amod/minister minister/appos/Ann of Japan/nmod/minister/LOC , left/root ."
)


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("The minister/nsubj/said", "Ann Lee"),
        ("The foreign/amod/minister minister/nsubj/said", "Ann Lee"),
        ("The prime/amod/minister minister/nsubj/said", None),
        ("A minister/nsubj/said", None),
    ],
)
def test_a_position_is_hers_if_no_word_says_another(description: str, name: str | None):
    words = " ".join(word.split("/")[0] for word in description.split()).removeprefix("The ").removeprefix("A ")
    found = who(f"{ANN}\n\n{description} said/root it/nsubj/works works/ccomp/said .", words)
    assert found == name if name else found != "Ann Lee"

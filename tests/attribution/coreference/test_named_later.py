"""Somebody described first and named later."""

import pytest

from tests.attribution.readings import who

MAYOR = "Ann_Lee/nsubj/left/PERSON , the mayor/appos/Ann of Delta/nmod/mayor/LOC , left/root ."
OTHER = MAYOR.replace("Ann", "Bo")
SPEAKS = "“ No/root//INTJ , ” said/parataxis/No {} mayor/nsubj/said ."


@pytest.mark.parametrize(
    ("lines", "description", "name"),
    [
        pytest.param((SPEAKS.format("the"), MAYOR), "the mayor", "Ann Lee", id="the one who has the post"),
        pytest.param((SPEAKS.format("the"), MAYOR, OTHER), "the mayor", "mayor", id="two have it"),
        pytest.param((SPEAKS.format("a"), MAYOR), "a mayor", "mayor", id="one of several"),
        pytest.param((SPEAKS.format("the old/amod/mayor"), MAYOR), "the old mayor", "old mayor", id="more is said"),
        pytest.param((SPEAKS.format("the").replace("mayor", "nurse"), MAYOR.replace("mayor", "nurse")),
                     "the nurse", "nurse",
                     id="a post that many have"),
    ],
)  # fmt: skip
def test_named_later(lines: tuple[str, ...], description: str, name: str):
    assert who("\n\n".join(lines), description) == name

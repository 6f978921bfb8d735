"""Who of several people of one surname a surname means, by the words before it."""

import pytest

from tests.attribution.readings import who

FATHER = "Otto_Hahn/nsubj/left/PERSON left/root ."
SON = "His/nmod:poss/son son/nsubj/left , Tim_Hahn/appos/son/PERSON , left/root ."
SENIOR = "His/nmod:poss/father father/nsubj/left , Karl_Hahn/appos/father/PERSON , left/root ."
TITLED = (
    "His/nmod:poss/father father/nsubj/left , former/amod/Karl Senator/compound/Karl/PROPN "
    "Karl_Hahn/appos/father/PERSON , left/root ."
)
BROTHER = "His/nmod:poss/brother younger/amod/brother brother/nsubj/left , Tim_Hahn/appos/brother/PERSON , left/root ."


def meant(*before: str, title: str) -> str | None:
    """Whom the surname behind this word means."""
    last = f"The/det/Hahn {title}/amod/Hahn Hahn/nsubj/won/PERSON won/root ."
    return who("\n".join((*before, last)), "Hahn")


@pytest.mark.parametrize(
    ("before", "title", "expected"),
    [
        pytest.param((FATHER, SON), "elder", "Otto Hahn", id="the father of a son"),
        pytest.param((FATHER, SON), "younger", "Tim Hahn", id="the son"),
        pytest.param((FATHER, SENIOR), "older", "Karl Hahn", id="the father"),
        pytest.param((FATHER, SENIOR), "younger", "Otto Hahn", id="the son of a father"),
        pytest.param((FATHER, TITLED), "elder", "Karl Hahn", id="a father with a title"),
        pytest.param((FATHER, BROTHER), "elder", "Otto Hahn", id="the brother of a younger one"),
        pytest.param((FATHER, BROTHER), "younger", "Tim Hahn", id="the younger brother"),
    ],
)
def test_age_tells_who_is_meant(before: tuple[str, ...], title: str, expected: str):
    assert meant(*before, title=title) == expected


JUDGE = "Judge/compound/Ruth/PROPN Ruth_Pike/nsubj/left/PERSON left/root ."
MAYOR = "Al_Pike/nsubj/left/PERSON , the mayor/appos/Al , left/root ."
CANDIDATE = "Al_Pike/nsubj/left/PERSON , a candidate/appos/Al for/case/judge judge/nmod/candidate , left/root ."


@pytest.mark.parametrize(
    ("before", "title", "expected"),
    [
        pytest.param((JUDGE, MAYOR), "Judge", "Ruth Pike", id="the title"),
        pytest.param((MAYOR, JUDGE), "Mayor", "Al Pike", id="the position"),
        pytest.param((JUDGE, CANDIDATE), "Judge", "Ruth Pike", id="who only wants the position"),
        pytest.param((JUDGE, MAYOR), "Captain", "Al Pike", id="nobody's title"),
    ],
)
def test_a_title_tells_who_is_meant(before: tuple[str, ...], title: str, expected: str):
    last = f"{title}/compound/Pike/PROPN Pike/nsubj/won/PERSON won/root ."
    assert who("\n".join((*before, last)), "Pike") == expected

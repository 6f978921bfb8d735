"""People who are only brought in as somebody's family."""

import pytest

from service.attribution.coreference.families.relatives import is_relative
from tests.attribution.readings import annotated_of, mention_of, who

BOB = "Bob_Lee/nsubj/left/PERSON left/root ."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("His/nmod:poss/wife wife/nsubj/left , Ann_Lee/appos/wife/PERSON , left/root .", True, id="behind"),
        pytest.param(
            "Lee/nmod:poss/niece/PERSON ’s young/amod/niece niece/nsubj/left Ann_Lee/appos/niece/PERSON left/root .",
            True,
            id="with his name",
        ),
        pytest.param("Ann_Lee/nsubj/left/PERSON , his wife/appos/Ann , left/root .", True, id="before"),
        pytest.param(
            "Bo_Lee/nsubj/left/PERSON , whose/nmod:poss/wife/PRON wife/nsubj/ran , Ann_Lee/appos/wife/PERSON , "
            "ran/acl:relcl/Bo , left/root .",
            True,
            id="in a relative clause",
        ),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON , whose/nmod:poss/son/PRON son/nsubj/ran ran/acl:relcl/Ann , left/root .",
            False,
            id="whose son it is",
        ),
        pytest.param("The wife/nsubj/left , Ann_Lee/appos/wife/PERSON , left/root .", False, id="of nobody"),
        pytest.param("Ann_Lee/nsubj/left/PERSON left/root .", False, id="no family"),
        pytest.param("Ann_Lee/nsubj/left/PERSON , the mayor/appos/Ann , left/root .", False, id="another noun"),
        pytest.param(
            "His/nmod:poss/wife wife/nsubj/said , Ann_Lee/appos/wife/PERSON , said/root so/advmod/said .",
            True,
            id="she speaks, as he may",
        ),
        pytest.param(
            "Tom_Reed/nmod:poss/wife/PERSON ’s wife/nsubj/left , Ann_Lee/appos/wife/PERSON , left/root .",
            False,
            id="of another surname",
        ),
        pytest.param(
            "His house/nsubj/burnt to/case/wife the wife/obl/burnt , Ann_Lee/appos/wife/PERSON , burnt/root .",
            False,
            id="another thing is his",
        ),
    ],
)
def test_is_relative(sentence: str, expected: bool):
    annotated = annotated_of(f"{BOB}\n{sentence}")
    assert is_relative(annotated, mention_of(annotated, "Ann Lee")) is expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        pytest.param("said", False, id="who speaks for him"),
        pytest.param("left", True, id="who does not"),
    ],
)
def test_family_of_the_dead(verb: str, expected: bool):
    wife = f"His/nmod:poss/wife wife/nsubj/{verb} , Ann_Lee/appos/wife/PERSON , {verb}/root so/advmod/{verb} ."
    annotated = annotated_of(f"Bob_Lee/nsubj/die/PERSON die/root//VERB .\n{wife}")
    assert is_relative(annotated, mention_of(annotated, "Ann Lee")) is expected


def test_family_of_nobody_named():
    annotated = annotated_of("Her/nmod:poss/son son/nsubj/left , Tom_Lee/appos/son/PERSON , left/root .")
    assert not is_relative(annotated, mention_of(annotated, "Tom Lee"))


def test_a_surname_goes_on_to_be_the_one_whose_family_was_named():
    wife = "His/nmod:poss/wife wife/nsubj/left , Ann_Lee/appos/wife/PERSON , left/root ."
    assert who(f"{BOB}\n{wife}\nLee/nsubj/won/PERSON won/root .", "Lee") == "Bob Lee"

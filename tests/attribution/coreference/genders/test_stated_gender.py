"""The gender that titles, nouns and given names tell."""

import pytest

from service.attribution.coreference.genders.stated_gender import (
    StatedGenders,
    gender_of_name,
    stated_gender,
    title_gender,
)
from tests.attribution.readings import annotated_of, mention_of

BROTHER = "Ann_Lee/nsubj/left/PERSON and her brother/conj/Ann , Bo_Lee/appos/brother/PERSON , left/root ."


@pytest.mark.parametrize(
    ("notation", "name", "gender"),
    [
        ("Mr/compound/Kim/PROPN Kim_Lee/nsubj/left/PERSON left/root .", "Kim Lee", "m"),
        ("Kim_Lee/nsubj/left/PERSON , a spokeswoman/appos/Kim , left/root .", "Kim Lee", "f"),
        ("Peter_Lee/nsubj/left/PERSON left/root .", "Peter Lee", "m"),
        ("Xq_Lee/nsubj/left/PERSON left/root .", "Xq Lee", None),
        (BROTHER, "Ann Lee", "f"),
        ("Xq_Lee/nmod:poss/father/PERSON father/nsubj/left left/root .", "Xq Lee", None),
        (BROTHER, "Bo Lee", "m"),
        ("Xq/nsubj/said/PERSON spokeswoman/appos/Xq Xx_Lee/flat/spokeswoman/PERSON said/root .", "Xq", None),
        (
            "Xq/compound/spokeswoman/PERSON spokeswoman/nsubj/said Xx_Lee/flat/spokeswoman/PERSON said/root .",
            "Xx Lee",
            "f",
        ),
    ],
)
def test_stated_gender(notation: str, name: str, gender: str | None):
    annotated = annotated_of(notation)
    assert stated_gender(annotated, [mention_of(annotated, name)]) == gender


@pytest.mark.parametrize(("name", "gender"), [("Riya", "f"), ("Girish", "m"), ("Xq", None)])
def test_a_given_name_that_only_the_lists_of_people_have(name: str, gender: str | None):
    annotated = annotated_of(f"{name}_Lee/nsubj/left/PERSON left/root .")
    mentions = [mention_of(annotated, f"{name} Lee")]
    assert stated_gender(annotated, mentions) is None
    assert gender_of_name(mentions) == gender


@pytest.mark.parametrize(
    ("notation", "gender"),
    [
        ("Mr./compound/Lee/PROPN Lee/nsubj/left/PERSON left/root .", "m"),
        ("Ann_Ray/nsubj/left/PERSON left/root .\nLee/nsubj/left/PERSON left/root .", None),
        ("Then/advmod/left Lee/nsubj/left/PERSON left/root .", None),
    ],
)
def test_gender_of_a_title(notation: str, gender: str | None):
    annotated = annotated_of(notation)
    assert title_gender(annotated, mention_of(annotated, "Lee")) == gender


def test_genders_follow_the_mentions_that_come_in():
    annotated = annotated_of(
        "Xq_Lee/nsubj/left/PERSON left/root .\nMr/compound/Lee/PROPN Lee/nsubj/left/PERSON left/root ."
    )
    full, short = (mention for mention in annotated.mentions if mention.entity == "PERSON")
    genders: StatedGenders[str] = StatedGenders(annotated)
    assert [genders.of("xq", [full]), genders.of("xq", [full]), genders.of("xq", [full, short])] == [None, None, "m"]

"""The titles of people in a list, each in front of a name."""

import pytest

from service.attribution.affiliations.weighing.bystanders import is_of_bystander
from service.attribution.affiliations.weighing.listed_titles import listed_title
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of

FIRST = "The Mayor/nsubj/came , Mrs/flat/Ann Ann_Lee/appos/Mayor/PERSON "
SECOND = "the Chair/appos/Ann of the Port_Office/nmod/Chair/ORG , Mr/flat/Bob Bob_Ray/appos/Chair/PERSON "


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(f"{FIRST} , {SECOND} , came/root .", "Chair", id="behind a title of the same form"),
        pytest.param(f"{FIRST} , and {SECOND} came/root .", "Chair", id="behind and"),
        pytest.param(f"Ann_Lee/nsubj/came/PERSON ; {SECOND} came/root .", "Chair", id="behind a semicolon"),
        pytest.param(f"Ann_Lee/nsubj/came/PERSON , {SECOND} came/root .", None, id="may be what the first one is"),
        pytest.param("Ann_Lee/nsubj/came/PERSON ; the Chair/appos/Ann , Bob_Ray/appos/Chair/PERSON came/root .", None,
                     id="no form of address"),
        pytest.param("The Chair/nsubj/came , Mr/flat/Bob Bob_Ray/appos/Chair/PERSON came/root .", None, id="no list"),
        pytest.param(f"{FIRST} met/acl/Ann {SECOND} came/root .", None, id="a verb between"),
    ],
)  # fmt: skip
def test_it_is_of_the_name_behind_it(notation: str, expected: str | None):
    parse = annotated_of(notation).parse
    first = word_of(parse, "Bob")
    assert listed_title(parse, range(first, first + 2)) == (None if expected is None else word_of(parse, expected))


def test_it_is_no_post_of_the_name_before():
    annotated = annotated_of(f"{FIRST} , {SECOND} , came/root .")
    lee, ray = mention_of(annotated, "Ann Lee"), mention_of(annotated, "Bob Ray")
    chair = word_of(annotated.parse, "Chair")
    assert is_of_bystander(annotated.parse, chair, [lee], [ray])
    assert not is_of_bystander(annotated.parse, chair, [ray], [lee])

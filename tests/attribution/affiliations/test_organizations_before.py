"""The organization named before the noun of a position."""

import pytest

from service.attribution.affiliations.organizations_before import read_before
from tests.attribution.parses import parsed, word_of


@pytest.mark.parametrize(
    ("notation", "first", "organization"),
    [
        ("Japan/nmod:poss/minister/LOC ’s minister/nsubj/left left/root .", "Japan", "Japan"),
        ("Acme/compound/director/ORG director/nsubj/left left/root .", "Acme", "Acme"),
        ("Deputy/amod/director/ADJ director/nsubj/left left/root .", "Deputy", None),
        ("Council/compound/spokesman spokesman/nsubj/left left/root .", "Council", "Council"),
        (
            "fire/compound/department department/compound/spokesman spokesman/nsubj/left left/root .",
            "fire",
            "fire department",
        ),
        (
            "Supreme/amod/Court/PROPN Court/compound/Justice/PROPN Justice/nsubj/left/PROPN left/root .",
            "Supreme",
            "Supreme Court",
        ),
        (
            "foreign/amod/ministry ministry/compound/spokesman spokesman/nsubj/left left/root .",
            "foreign",
            "foreign ministry",
        ),
        (
            "Defence/compound/ministry/PROPN ministry/compound/spokesman spokesman/nsubj/left left/root .",
            "Defence",
            "Defence ministry",
        ),
        (
            "Harbour_House_Press/compound/Secretary/ORG Secretary/nsubj/left/PROPN left/root .",
            "Harbour",
            "Harbour House",
        ),
        (
            "Delta_District/compound/Attorney/ORG Attorney/nsubj/left/PROPN left/root .",
            "Delta",
            "Delta",
        ),
        ("Portonda/compound/director/PROPN director/nsubj/left left/root .", "Portonda", "Portonda"),
        ("Acme/compound/laureate/LOC laureate/nsubj/left left/root .", "Acme", None),
        ("Acme/compound/laureate/ORG laureate/nsubj/left left/root .", "Acme", "Acme"),
        ("Acme/compound/user/ORG user/nsubj/left left/root .", "Acme", None),
        ("Delta/compound/MP/PROPN East/compound/MP/PROPN MP/nsubj/left/PROPN left/root .", "Delta", "Delta East"),
        ("Former/amod/Ann Ann_Lee/nmod:poss/director/PERSON ’s director/nsubj/left left/root .", "Former", None),
    ],
)
def test_owners_and_names_before_the_noun(notation: str, first: str, organization: str | None):
    parse = parsed(notation)
    nouns = ("minister", "director", "spokesman", "laureate", "user", "MP", "Justice", "Attorney", "Secretary")
    noun = next(word for word in nouns if word in notation)
    found = read_before(parse, word_of(parse, first), word_of(parse, noun)).organization
    assert (parse.span(found.start, found.stop - 1).text if found else None) == organization


def test_a_thing_is_a_part_of_the_role_and_a_nationality_is_not():
    parse = parsed("Chilean/amod/laureate/NORP Harbour_Prize/compound/laureate/PROPN laureate/nsubj/left left/root .")
    found = read_before(parse, word_of(parse, "Chilean"), word_of(parse, "laureate"))
    assert found.organization is None
    assert parse.span(found.role_start, word_of(parse, "laureate")).text == "Harbour Prize laureate"


@pytest.mark.parametrize(
    ("noun", "other", "is_organization"),
    [
        pytest.param("chairwoman", "Ann_Lee", True, id="an office of companies"),
        pytest.param("sister", "Ann_Lee", False, id="nobody has a sister by office"),
        pytest.param("chairwoman", "Ann_Portex", False, id="somebody of that name"),
    ],
)
def test_one_word_for_nobody_may_be_a_company(noun: str, other: str, is_organization: bool):
    parse = parsed(
        f"{other}/nsubj/fell/PERSON fell/root .\nPortex/nmod:poss/{noun}/PERSON ’s {noun}/nsubj/left left/root ."
    )
    possessive = word_of(parse, "’s")
    found = read_before(parse, possessive - 1, possessive + 1).organization
    assert found == (range(possessive - 1, possessive) if is_organization else None)


@pytest.mark.parametrize(
    "party", ["Harbour_Party/compound/candidate/ORG", "Chilean/amod/candidate/NORP"], ids=["a party", "a people"]
)
def test_the_role_begins_behind_and(party: str):
    parse = parsed(
        f"{party} and rich/conj/Harbour/ADJ candidate/nsubj/left left/root .".replace(
            "conj/Harbour", f"conj/{party.split('_')[0].split('/')[0]}"
        )
    )
    assert parse.words[read_before(parse, 0, word_of(parse, "candidate")).role_start].text == "rich"

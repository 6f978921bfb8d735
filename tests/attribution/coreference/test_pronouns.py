"""Pronouns to those they stand for."""

import pytest

from tests.attribution.readings import who

MARY = "Mary_Lee/nsubj/left/PERSON left/root ."
JOHN = "John_Ray/nsubj/came/PERSON came/root ."
ACME = "Acme_Steel/nsubj/closed/ORG closed/root ."


@pytest.mark.parametrize(
    ("notation", "pronoun", "name"),
    [
        pytest.param(f"{MARY} \n She/nsubj/won won/root .", "She", "Mary Lee", id="she"),
        pytest.param(
            f"{MARY} \n {JOHN} \n She/nsubj/won won/root .", "She", "Mary Lee", id="she, not he who came last"
        ),
        pytest.param(f"{JOHN} \n {MARY} \n He/nsubj/won won/root .", "He", "John Ray", id="he, not she who came last"),
        pytest.param(f"{ACME} \n It/nsubj/won won/root .", "It", "Acme Steel", id="it"),
        pytest.param(f"{MARY} \n {ACME} \n She/nsubj/won won/root .", "She", "Mary Lee", id="she is no company"),
        pytest.param(f"{ACME} \n He/nsubj/won won/root .", "He", None, id="a company is no he"),
        pytest.param(f"{MARY} \n He/nsubj/won won/root .", "He", None, id="Mary is no he"),
        pytest.param(f"He/nsubj/won won/root . \n {JOHN}", "He", None, id="nobody before"),
        pytest.param("Residents/nsubj/left left/root . \n They/nsubj/won won/root .", "They", "Residents", id="they"),
        pytest.param(
            "Mary_Lee/nsubj/met/PERSON met/root Anna_Ray/obj/met/PERSON . \n She/nsubj/won won/root .",
            "She",
            "Mary Lee",
            id="the subject before the object",
        ),
        pytest.param(
            "Mary_Lee/nsubj/left/PERSON left/root . \n Anna_Ray/nsubj/won/PERSON won/root , she/nsubj/said "
            "said/parataxis/won .",
            "she",
            "Mary Lee",
            id="not whom her own words name",
        ),
        pytest.param(
            "Mary_Lee/nsubj/left/PERSON left/root . \n Anna_Ray/nsubj/won/PERSON won/ccomp/said , she/nsubj/said "
            "said/root .",
            "she",
            "Mary Lee",
            id="not whom her own words name, in another parse",
        ),
        pytest.param(
            "Mary_Lee/nsubj/left/PERSON left/root . \n Anna_Ray/nsubj/won/PERSON won/root . \n She/nsubj/said "
            "said/root Ray/nsubj/lost/PERSON lost/ccomp/said .",
            "She",
            "Mary Lee",
            id="not whom her words name behind the verb",
        ),
        pytest.param(
            "Acme_Steel/nsubj/close/ORG will/aux/close close/root two/nummod/plants plants/obj/close , it/nsubj/said "
            "said/parataxis/close .",
            "it",
            "Acme Steel",
            id="whom the words name, where nobody else is left",
        ),
        pytest.param(
            "Acme_Steel/nsubj/said/ORG said/root so/advmod/said . \n A/det/committee committee/nsubj/meet "
            "will/aux/meet meet/ccomp/said , it/nsubj/said said/root .",
            "it",
            "Acme Steel",
            id="not what the words bring in",
        ),
        pytest.param(
            f"The/det/committee committee/nsubj/said said/root so/advmod/said . \n {ACME} \n The/det/committee "
            "committee/nsubj/meet will/aux/meet meet/ccomp/said , it/nsubj/said said/root .",
            "it",
            "committee",
            id="what the words describe, where it spoke before",
        ),
        pytest.param(
            f"{ACME} \n Acme_Steel/nmod:poss/plan/ORG ’s plan/nsubj/won won/root , it/nsubj/said said/parataxis/won .",
            "it",
            "Acme Steel",
            id="whose plan the words are about",
        ),
        pytest.param(
            "Mary_Lee/nsubj/left/PERSON left/root . \n While/mark/won Anna_Ray/nsubj/won/PERSON won/advcl/said , "
            "she/nsubj/said said/root so/advmod/said .",
            "she",
            "Anna Ray",
            id="whom another clause names",
        ),
        pytest.param(
            "Asked/advcl/laughed by Mary_Lee/obl/Asked/PERSON , Anna_Ray/nsubj/laughed/PERSON laughed/root . \n "
            "She/nsubj/won won/root .",
            "She",
            "Anna Ray",
            id="not who acts in a clause beside the main one",
        ),
        pytest.param(
            "Anna_Ray/nsubj/left/PERSON left/root . \n Mary_Lee/nmod:poss/fate/PERSON ’s fate/nsubj/rose rose/root , "
            "but She/nsubj/won won/conj/rose .",
            "She",
            "Mary Lee",
            id="whose fate the sentence is about",
        ),
        pytest.param(
            "Anna_Ray/nsubj/left/PERSON left/root . \n Mary_Lee/nmod:poss/uncle/PERSON ’s uncle/nsubj/rose rose/root , "
            "but She/nsubj/won won/conj/rose .",
            "She",
            "Anna Ray",
            id="not whose aide it is about",
        ),
        pytest.param(
            "The actress/nsubj/left left/root . \n She/nsubj/won won/root .", "She", "actress", id="somebody unnamed"
        ),
    ],
)
def test_a_pronoun_stands_for_who_was_named_before(notation: str, pronoun: str, name: str | None):
    assert who(notation, pronoun) == name


def test_a_pronoun_is_not_the_one_who_is_told_by_it():
    notation = (
        "Mary_Lee/nsubj/came/PERSON came/root . \n She/nsubj/told told/root Anna_Ray/obj/told/PERSON so/advmod/told ."
    )
    assert who(notation, "She") == "Mary Lee"


def test_it_goes_on_from_the_subject_of_the_main_clause():
    said = "said/root the review/nsubj/shows shows/ccomp/said losses/obj/shows ."
    it = "It/nsubj/said said/root so/advmod/said ."
    assert who(f"Acme_Steel/nsubj/said/ORG {said} \n {it}", "It") == "Acme Steel"


def test_he_is_not_whose_deeds_he_tells():
    general = "A/det/spokesman spokesman/nsubj/said said/root so/advmod/said ."
    general += " \n Bo_Lee/nsubj/came/PERSON , the general/appos/Bo , came/root ."
    words = "The general/nsubj/met met/root farmers/obj/met , he/nsubj/said said/parataxis/met//VERB ."
    assert who(f"{general} \n {words}", "he") == "spokesman"


def test_nobody_owns_themselves():
    notation = (
        "Mary_Lee/nsubj/left/PERSON left/root . \n her lawyer/nsubj/said , Anna_Ray/appos/lawyer/PERSON , said/root "
        "so/advmod/said ."
    )
    assert who(notation, "her") == "Mary Lee"


def test_they_are_no_place():
    residents = "Residents/nsubj/left left/root . \n Delta/nsubj/closed/LOC closed/root ."
    assert who(f"{residents} \n They/nsubj/said said/root so/advmod/said .", "They") == "Residents"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        pytest.param("They/nsubj/said said/root so/advmod/said .", "Ann Lee", id="who speak are the two"),
        pytest.param("They/nsubj/left left/root .", "Residents", id="who only act are not looked for there"),
    ],
)
def test_they_who_speak_may_be_people_joined_as_one_subject(told: str, name: str):
    residents = "Residents/nsubj/left left/root ."
    two = "Ann_Lee/nsubj/met/PERSON and Bo_Kim/conj/Ann/PERSON met/root guards/obj/met ."
    assert who(f"{residents} \n {two} \n {told}", "They") == name


def test_they_who_speak_are_rather_the_group_named_last():
    two = "Ann_Lee/nsubj/left/PERSON and Bo_Kim/conj/Ann/PERSON left/root ."
    residents = "Residents/nsubj/left left/root ."
    assert who(f"{two} \n {residents} \n They/nsubj/said said/root so/advmod/said .", "They") == "Residents"

"""Descriptions to those they take up."""

import pytest

from attribution.readings import roster_of, who

ACME = "Acme_Steel/nsubj/closed/ORG closed/root ."
MAYOR = "Mary_Lee/nsubj/left/PERSON , the mayor/appos/Mary of Delta/nmod/mayor/LOC , left/root ."
OFFICIAL = "“ No/root//INTJ , ” said/parataxis/No a senior/amod/official official/nsubj/said ."


@pytest.mark.parametrize(
    ("notation", "description", "name"),
    [
        pytest.param(f"{MAYOR} \n The mayor/nsubj/won won/root .", "The mayor", "Mary Lee", id="by the role"),
        pytest.param(
            f"{MAYOR} \n A mayor/nsubj/won won/root .", "A mayor", "mayor", id="an indefinite one is somebody else"
        ),
        pytest.param(
            f"{MAYOR} \n The mayors/nsubj/won won/root .", "The mayors", "mayors", id="several are not the one"
        ),
        pytest.param(f"{MAYOR} \n The judge/nsubj/won won/root .", "The judge", "judge", id="by another role"),
        pytest.param(f"{ACME} \n The company/nsubj/won won/root .", "The company", "Acme Steel", id="a body"),
        pytest.param(
            "Port_Office/nsubj/closed/ORG closed/root . \n The office/nsubj/won won/root .",
            "The office",
            "Port Office",
            id="a body by its last word",
        ),
        pytest.param(
            "The treaty/nsubj/failed failed/root . \n This/det/treaty treaty/nsubj/won won/root .",
            "This treaty",
            "treaty",
            id="a document by its noun",
        ),
        pytest.param(
            f"{OFFICIAL} \n The official/nsubj/won won/root .", "The official", "senior official", id="the same noun"
        ),
        pytest.param(
            f"{OFFICIAL.replace('official', 'farmer')} \n The man/nsubj/won won/root .",
            "The man",
            "senior farmer",
            id="who spoke without a name",
        ),
        pytest.param(
            "A letter/nsubj/came from/case/Mary Mary_Lee/nmod/letter/PERSON came/root .",
            "A letter from Mary Lee",
            "Mary Lee",
            id="who wrote the letter",
        ),
    ],
)
def test_a_description_takes_up_who_it_describes(notation: str, description: str, name: str):
    assert who(notation, description) == name


@pytest.mark.parametrize(
    ("description", "name"), [("The director", "Mary Lee"), ("A director", "director"), ("The bridge", "bridge")]
)
def test_a_post_right_after_her_words_is_hers(description: str, name: str):
    article, noun = description.split()
    said = "“ No/root//INTJ , ” said/parataxis/No Mary_Lee/nsubj/said/PERSON ."
    assert who(f"{said}\n{article} {noun}/nsubj/fell fell/root .", description) == name


def test_a_post_right_after_her_words_is_somebody_elses_where_she_has_one():
    said = "“ No/root//INTJ , ” said/parataxis/No Mary_Lee/nsubj/said/PERSON , a judge/appos/Mary ."
    assert who(f"{said}\nThe director/nsubj/fell fell/root .", "The director") == "director"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("by/case/Mary Mary_Lee/nmod/book/PERSON", "Mary Lee"), ("about/case/Mary Mary_Lee/nmod/book/PERSON", None)],
)
def test_a_book_speaks_for_who_wrote_it_and_not_for_its_subject(phrase: str, name: str | None):
    _, roster = roster_of(f"A book/nsubj/came {phrase} came/root .")
    owners = [entry.name for entry in roster.entries if len(entry.mentions) > 1]
    assert owners == ([name] if name else [])


def test_a_letter_speaks_for_who_wrote_it():
    notation = "Mary_Lee/nmod:poss/statement/PERSON ’s statement/nsubj/came came/root ."
    assert who(notation, "Mary Lee’s statement") == "Mary Lee"

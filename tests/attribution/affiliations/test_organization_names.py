"""Where the name of a body begins and ends."""

import pytest

from service.attribution.affiliations.organization_names import (
    capitalized_run,
    is_organization_noun,
    joined_end,
    modifies_noun,
    with_campus,
)
from tests.attribution.parses import parsed, word_of


@pytest.mark.parametrize(
    ("notation", "length"),
    [
        ("Port_Office/root//PROPN of Delta/nmod/Port/LOC works/parataxis/Port", 4),
        ("Bank/root//PROPN of the South/nmod/Bank/LOC said/parataxis/Bank", 4),
        ("Port_Office/root//PROPN and workers/conj/Port", 2),
        ("Office/root//PROPN ( PO/appos/Office/ORG ) said/parataxis/Office", 4),
        ("Office/root//PROPN for Rice/nmod/Office in Africa/nmod/Rice/LOC ( ORA/appos/Office/ORG ) said/dep//VERB", 8),
        ("Office/root//PROPN in May/nmod/Office/DATE said/parataxis/Office", 1),
        ("Sector/root//PROPN 7/nummod/Sector said/parataxis/Sector", 2),
        ("port/root//NOUN office/conj/port", 0),
    ],
)
def test_a_name_runs_over_small_words_between_capitals(notation: str, length: int):
    parse = parsed(notation)
    assert len(capitalized_run(parse, 0, len(parse))) == length


@pytest.mark.parametrize(
    ("notation", "end"),
    [
        ("Delta_University/nmod:poss/campus/ORG ’s Tokyo/compound/campus/LOC campus/root//NOUN", "campus"),
        ("Delta_University/nmod:poss/campus/ORG ’s campus/root//NOUN of law/nmod/campus", "University"),
        ("Delta_University/root//ORG said/parataxis/Delta", "University"),
    ],
)
def test_a_campus_belongs_to_its_university(notation: str, end: str):
    parse = parsed(notation)
    name = capitalized_run(parse, 0, len(parse))
    assert parse.words[with_campus(parse, name, len(parse)) - 1].text == end


@pytest.mark.parametrize(
    ("notation", "modifies"),
    [
        ("Asian/amod/studies/NORP studies/root//NOUN", True),
        ("Delta/compound/municipality/LOC municipality/root//NOUN", False),
        ("Port_Office/compound/studies/ORG studies/root//NOUN", False),
        ("Delta/root//LOC", False),
    ],
)
def test_a_name_that_only_modifies_a_noun_is_no_body(notation: str, modifies: bool):
    parse = parsed(notation)
    assert modifies_noun(parse, capitalized_run(parse, 0, len(parse)), len(parse)) is modifies


@pytest.mark.parametrize(("noun", "is_body"), [("ministry", True), ("region", True), ("bridge", False)])
def test_nouns_for_bodies_and_places(noun: str, is_body: bool):
    assert is_organization_noun(parsed(f"the {noun}/root//NOUN"), 1) is is_body


def test_a_name_of_two_places_is_one():
    parse = parsed(
        "Delta/compound/Office/LOC and Rhine_Affairs/conj/Delta/LOC Office/compound/chief/ORG chief/root//NOUN"
    )
    assert parse.words[joined_end(parse, 1, word_of(parse, "chief")) - 1].text == "Office"
    assert joined_end(parse, 5, word_of(parse, "chief")) == 5

"""Where the name of a body begins and ends."""

import pytest

from service.attribution.affiliations.organization_names import (
    capitalized_run,
    is_named_as_body,
    is_organization_noun,
    is_run_by,
)
from tests.attribution.parses import parsed


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


@pytest.mark.parametrize(("noun", "is_body"), [("ministry", True), ("region", True), ("bridge", False)])
def test_nouns_for_bodies_and_places(noun: str, is_body: bool):
    assert is_organization_noun(parsed(f"the {noun}/root//NOUN"), 1) is is_body


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("the plant/nmod:poss/manager ’s manager/root//NOUN", True),
        ("a plant/nmod:poss/manager ’s manager/root//NOUN", False),
        ("the plants/nmod:poss/manager ’ manager/root//NOUN", False),
        ("the film/nmod:poss/director ’s director/root//NOUN", False),
        ("the suspect/nmod:poss/manager ’s manager/root//NOUN", False),
        ("the plant/nmod:poss/gate ’s gate/root//NOUN", False),
    ],
)
def test_one_thing_is_run_by_somebody(notation: str, *, expected: bool):
    assert is_run_by(parsed(notation), range(1, 2), 3) is expected


@pytest.mark.parametrize(
    ("name", "is_body"),
    [
        ("HB", True),
        ("Harbour_Bank", True),
        ("Office_of_Ports", True),
        ("Treasury", False),
        ("Ports_and_Human_Services", False),
    ],
)
def test_a_body_is_known_by_its_name(name: str, is_body: bool):
    parse = parsed(f"{name}/root//ORG")
    assert is_named_as_body(parse, range(len(parse))) is is_body

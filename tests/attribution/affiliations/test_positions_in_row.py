"""Two positions in one row before a name."""

import pytest

from service.attribution.affiliations.positions_in_row import is_short_form, positions_in_row
from tests.attribution.parses import parsed, word_of


@pytest.mark.parametrize(
    ("notation", "noun", "expected"),
    [
        ("chairman/nmod/Ann MP/nmod/Ann/PROPN Ann_Lee/root//PERSON", "MP", ("chairman", "MP")),
        ("Chairman/nmod/Ann/PROPN MP/nmod/Ann/PROPN Ann_Lee/root//PERSON", "MP", ("MP",)),
        ("lawyer/nmod/Ann Professor/nmod/Ann/PROPN Ann_Lee/root//PERSON", "Professor", ("Professor",)),
        (
            "Director/nmod/Ann/PROPN Professor/nmod/Ann/PROPN Ann_Lee/root//PERSON",
            "Professor",
            ("Director", "Professor"),
        ),
        ("Associate/nmod/Ann/PROPN Professor/nmod/Ann/PROPN Ann_Lee/root//PERSON", "Professor", ("Professor",)),
        ("party/compound/leader leader/nmod/Ann Ann_Lee/root//PERSON", "leader", ("leader",)),
        ("MP/nmod/Ann/PROPN Ann_Lee/root//PERSON", "MP", ("MP",)),
    ],
)
def test_positions(notation: str, noun: str, expected: tuple[str, ...]):
    parse = parsed(notation)
    assert tuple(parse.words[word].text for word in positions_in_row(parse, word_of(parse, noun))) == expected


@pytest.mark.parametrize(
    ("notation", "noun", "expected"),
    [
        ("Officer/root//NOUN ( CEO/appos/Officer/NOUN )", "CEO", True),
        ("administrator/root//NOUN ( mayor/appos/administrator/NOUN )", "mayor", False),
        ("Acme/root//ORG ( CEO/appos/Acme/NOUN )", "CEO", False),
        ("Officer/root//NOUN , CEO/appos/Officer/NOUN", "CEO", False),
    ],
)
def test_a_short_form_in_brackets_is_no_other_position(notation: str, noun: str, expected: bool):
    parse = parsed(notation)
    assert is_short_form(parse, word_of(parse, noun)) is expected

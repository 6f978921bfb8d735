"""Two positions in one row before a name."""

import pytest

from service.attribution.affiliations.positions_in_row import positions_in_row
from tests.attribution.parses import parsed, word_of


@pytest.mark.parametrize(
    ("notation", "noun", "expected"),
    [
        ("chairman/nmod/Ann MP/nmod/Ann/PROPN Ann_Lee/root//PERSON", "MP", ("chairman", "MP")),
        ("Chairman/nmod/Ann/PROPN MP/nmod/Ann/PROPN Ann_Lee/root//PERSON", "MP", ("MP",)),
        ("lawyer/nmod/Ann Professor/nmod/Ann/PROPN Ann_Lee/root//PERSON", "Professor", ("Professor",)),
        ("party/compound/leader leader/nmod/Ann Ann_Lee/root//PERSON", "leader", ("leader",)),
        ("MP/nmod/Ann/PROPN Ann_Lee/root//PERSON", "MP", ("MP",)),
    ],
)
def test_positions(notation: str, noun: str, expected: tuple[str, ...]):
    parse = parsed(notation)
    assert tuple(parse.words[word].text for word in positions_in_row(parse, word_of(parse, noun))) == expected

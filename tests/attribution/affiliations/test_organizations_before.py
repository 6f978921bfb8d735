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
    ],
)
def test_owners_and_names_before_the_noun(notation: str, first: str, organization: str | None):
    parse = parsed(notation)
    noun = next(word for word in ("minister", "director") if word in notation)
    found = read_before(parse, word_of(parse, first), word_of(parse, noun)).organization
    assert (parse.span(found.start, found.stop - 1).text if found else None) == organization

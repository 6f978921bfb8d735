"""Party and state behind a legislator's name."""

import pytest

from service.attribution.affiliations.alone.constituencies import constituency_after
from tests.attribution.parses import parsed, word_of

LEE = "Ann_Lee/nsubj/left/PERSON"


@pytest.mark.parametrize(
    ("notation", "state"),
    [
        pytest.param(f"{LEE} ( R/dep/Ann/PROPN - Ill/dep/Ann/PROPN . ) left/root .", "Ill.", id="in brackets"),
        pytest.param(f"{LEE} , R/dep/Ann/PROPN - Ohio/dep/Ann/LOC , left/root .", "Ohio", id="between commas"),
        pytest.param(f"{LEE} ( Vt/dep/Ann/PROPN . ) left/root .", "Vt.", id="a state alone"),
        pytest.param(f"{LEE} ( Texas/dep/Ann/LOC ) left/root .", "Texas", id="a place alone"),
        pytest.param(f"{LEE} ( Acme/dep/Ann/ORG ) left/root .", None, id="no state"),
        pytest.param(f"{LEE} , Texas/dep/Ann/LOC , left/root .", None, id="a place between commas"),
        pytest.param(f"{LEE} ( aged/amod/Ann/ADJ ) left/root .", None, id="no name"),
        pytest.param(f"{LEE} left/root .", None, id="nothing"),
    ],
)
def test_constituency(notation: str, state: str | None):
    parse = parsed(notation)
    found = constituency_after(parse, word_of(parse, "Lee") + 1)
    assert (None if found is None else parse.span(found.start, found[-1]).text) == state


def test_a_text_may_end_at_the_mark():
    parse = parsed("Ann_Lee/root//PROPN (")
    assert constituency_after(parse, len(parse) - 1) is None
    assert constituency_after(parse, len(parse)) is None

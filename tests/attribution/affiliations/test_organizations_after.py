"""The organization named after the noun of a position."""

import pytest

from service.attribution.affiliations.organizations_after import read_after, right_after
from tests.attribution.parses import parsed, word_of


def text(parse, words: range | None) -> str | None:
    return parse.span(words.start, words.stop - 1).text if words else None


@pytest.mark.parametrize(
    ("notation", "organization", "role"),
    [
        ("The director/nsubj/left of Acme/nmod/director/ORG left/root .", "Acme", "director"),
        (
            "The director/nsubj/left of research/nmod/director at Acme/nmod/director/ORG left/root .",
            "Acme",
            "director of research",
        ),
        ("The director/nsubj/left left/root .", None, "director"),
    ],
)
def test_phrases_are_of_the_role_or_name_the_organization(notation: str, organization: str | None, role: str):
    parse = parsed(notation)
    noun = word_of(parse, "director")
    found = read_after(parse, range(noun, noun + 1), noun, word_of(parse, "left"), None)
    assert (text(parse, found.organization), text(parse, range(noun, found.role_end))) == (organization, role)


@pytest.mark.parametrize(
    ("notation", "organization"),
    [
        ("Spokeswoman/nsubj/left/NOUN Harbour_Bank/flat/Spokeswoman/ORG left/root .", "Harbour Bank"),
        ("Spokeswoman/nsubj/left/NOUN yesterday/obl:tmod/left/NOUN left/root .", None),
    ],
)
def test_an_organization_may_follow_without_a_preposition(notation: str, organization: str | None):
    parse = parsed(notation)
    after = word_of(parse, "Spokeswoman") + 1
    assert text(parse, right_after(parse, after, word_of(parse, "left"))) == organization

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
        (
            "Spokeswoman/nsubj/left/NOUN , Harbour/appos/Spokeswoman/PROPN Bank/flat/Harbour/PROPN , left/root .",
            "Harbour Bank",
        ),
        ("Spokeswoman/nsubj/left/NOUN , Harbour/appos/Spokeswoman/PROPN Prof./flat/Harbour/PROPN , left/root .", None),
        ("Spokeswoman/nsubj/left/NOUN , of Harbour_Bank/nmod/Spokeswoman/ORG , left/root .", "Harbour Bank"),
        ("Spokeswoman/nsubj/left/NOUN , of Delta/nmod/Spokeswoman/LOC , left/root .", None),
        ("Spokeswoman/nsubj/left/NOUN yesterday/obl:tmod/left/NOUN left/root .", None),
    ],
)
def test_an_organization_may_follow_without_a_preposition(notation: str, organization: str | None):
    parse = parsed(notation)
    after = word_of(parse, "Spokeswoman") + 1
    assert text(parse, right_after(parse, after, word_of(parse, "left"))) == organization


@pytest.mark.parametrize(
    ("noun", "object_", "organization", "role"),
    [
        ("recipient", "Harbour_Prize/nmod/recipient/LOC", None, "recipient of the Harbour Prize"),
        ("survivor", "Harbour_School/nmod/survivor/ORG", "Harbour School", "survivor"),
    ],
)
def test_a_role_holds_the_thing_without_which_there_is_none(
    noun: str, object_: str, organization: str | None, role: str
):
    parse = parsed(f"The {noun}/nsubj/left of the {object_} left/root .")
    word = word_of(parse, noun)
    found = read_after(parse, range(word, word + 1), word, word_of(parse, "left"), None)
    assert (text(parse, found.organization), text(parse, range(word, found.role_end))) == (organization, role)


def test_an_organization_goes_on_with_its_place():
    parse = parsed("The bishop/nsubj/left of the diocese/nmod/bishop of Delta/nmod/diocese/LOC left/root .")
    bishop = word_of(parse, "bishop")
    found = read_after(parse, range(bishop, bishop + 1), bishop, word_of(parse, "left"), None)
    assert text(parse, found.organization) == "diocese of Delta"


@pytest.mark.parametrize(("kind", "replaces"), [("LOC", True), ("ORG", False)])
def test_a_region_before_the_noun_is_a_field_if_an_organization_follows(kind: str, replaces: bool):
    parse = parsed(f"Asia/compound/head/{kind} head/nsubj/left of Acme/nmod/head/ORG left/root .")
    head = word_of(parse, "head")
    found = read_after(parse, range(head, head + 1), head, word_of(parse, "left"), range(0, 1))
    assert found.replaces_before == replaces


def test_a_country_that_owns_the_post_is_no_region():
    parse = parsed("Asia/nmod:poss/head/LOC ’s head/nsubj/left of Acme/nmod/head/ORG left/root .")
    head = word_of(parse, "head")
    found = read_after(parse, range(head, head + 1), head, word_of(parse, "left"), range(0, 1))
    assert not found.replaces_before


def test_what_is_reported_to_a_minister_is_no_field():
    parse = parsed("The Minister/nsubj/left of Trade/nmod/Minister/PROPN on the plan/nmod/Minister left/root .")
    minister = word_of(parse, "Minister")
    found = read_after(parse, range(minister, minister + 1), minister, word_of(parse, "left"), None)
    assert text(parse, range(minister, found.role_end)) == "Minister of Trade"

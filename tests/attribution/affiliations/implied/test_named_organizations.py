"""The names for which common nouns stand."""

import pytest

from service.attribution.affiliations.implied.named_organizations import country_of, institution_of, organization_named
from tests.attribution.parses import parsed

ARTICLE = """\
Kenya/nsubj/grew/LOC grew/root .
Acme/nsubj/grew/ORG grew/root in Kenya/obl/grew/LOC and Delta/conj/Kenya/LOC .
Kenya/nsubj/grew/LOC grew/root .
The Port_Survey/nsubj/fell/ORG ’s director/nsubj/fell fell/root ."""


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("country", "Kenya"),
        ("company", None),
        ("survey", "Port Survey"),
        ("ministry", None),
        ("poet", None),
    ],
)
def test_name_of_a_common_noun(noun: str, expected: str | None):
    assert organization_named(parsed(ARTICLE), noun) == expected


def test_country_and_institution_of_an_article():
    parse = parsed(ARTICLE)
    assert country_of(parse) == "Kenya"
    assert institution_of(parse, ("survey", "court")) == "Port Survey"


def test_a_speaker_of_the_house_is_not_of_the_white_house():
    assert institution_of(parsed("The White_House/nsubj/agreed/ORG agreed/root ."), ("house",)) is None


@pytest.mark.parametrize(
    ("n_others", "n_own", "expected"),
    [(1, 3, "Kenya"), (2, 9, None), (2, 10, "Kenya"), (0, 2, None)],
)
def test_an_article_about_two_countries_is_about_neither(n_others: int, n_own: int, expected: str | None):
    sentences = ["Kenya/nsubj/grew/LOC grew/root ."] * n_own + ["Uganda/nsubj/grew/LOC grew/root ."] * n_others
    assert country_of(parsed("\n".join(sentences))) == expected

"""The names for which common nouns stand."""

import pytest

from service.attribution.affiliations.implied.named_organizations import (
    countries_in,
    country_of,
    country_of_office,
    institution_of,
    organization_named,
)
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
    ("n_own", "n_others", "of_country", "of_office"),
    [
        (3, 1, "Kenya", "Kenya"),
        (9, 2, "Kenya", None),
        (10, 2, "Kenya", "Kenya"),
        (3, 2, None, None),
        (2, 0, None, None),
    ],
)
def test_in_an_article_about_two_countries_an_office_is_of_neither(
    n_own: int, n_others: int, of_country: str | None, of_office: str | None
):
    sentences = ["Kenya/nsubj/grew/LOC grew/root ."] * n_own + ["Uganda/nsubj/grew/LOC grew/root ."] * n_others
    parse = parsed("\n".join(sentences))
    assert (country_of(parse), country_of_office(parse)) == (of_country, of_office)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("president of South Korea", {"south korea"}),
        ("the South Korean president", {"south korea"}),
        ("Brazil’s minister", {"brazil"}),
        ("U.S. ambassador to Turkey.", {"united states", "turkey"}),
        ("mayor of Delta", set()),
        ("", set()),
    ],
)
def test_countries_that_a_text_names(text: str, countries: set[str]):
    assert countries_in(text) == countries

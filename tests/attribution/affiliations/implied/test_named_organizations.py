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

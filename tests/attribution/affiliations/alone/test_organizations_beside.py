"""Organizations that are said to be somebody’s."""

import pytest

from service.attribution.affiliations.alone.organizations_beside import find_organizations_beside
from tests.attribution.readings import annotated_of, mention_of


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Ann_Lee/nmod:poss/Party/PERSON ’s Harbour_Party/nsubj/won/ORG won/root .", ["Harbour Party"]),
        ("Ann_Lee/nmod:poss/Delta/PERSON ’s Delta/nsubj/won/LOC won/root .", []),
        ("Ann_Lee/nmod:poss/friend/PERSON ’s friend/nsubj/told told/root Harbour_News/obj/told/ORG .", []),
        ("“ Go/root , ” told/parataxis/Go Ann_Lee/nsubj/told/PERSON ’ Harbour_News/obj/told/ORG .", []),
        ("Ann_Lee/nsubj/won/PERSON won/root .", []),
        ("Ann_Lee/nsubj/won/PERSON ( HP/appos/Lee/PROPN ) won/root .", ["HP"]),
        ("Ann_Lee/nsubj/won/PERSON ( Harbour_Party/appos/Lee/ORG ) won/root .", ["Harbour Party"]),
        ("Ann_Lee/nsubj/won/PERSON ( AL/appos/Lee/PROPN ) won/root .", []),
        ("Ann_Lee/nsubj/won/PERSON ( KEN/appos/Lee/PROPN ) won/root .", []),
        ("Ann_Lee/nsubj/won/PERSON ( Delta/appos/Lee/LOC ) won/root .", []),
        ("Lee/nsubj/won/PERSON ( HP/appos/Lee/PROPN ) won/root .\nAnn_Lee/root//PERSON .", []),
        ("Ann_Lee/root//PERSON , EconViews/appos/Lee/PROPN\n\nThey/nsubj/won won/root .", ["EconViews"]),
        ("Ann_Lee/root//PERSON , Delta/appos/Lee/LOC\n\nThey/nsubj/won won/root .", []),
        ("Ann_Lee/nsubj/won/PERSON , EconViews/appos/Lee/PROPN , won/root .", []),
    ],
)
def test_organization_of_a_person(notation: str, expected: list[str]):
    annotated = annotated_of(notation)
    found = find_organizations_beside(annotated, mention_of(annotated, "Ann Lee"))
    assert [affiliation.organization for affiliation in found] == expected


def test_an_organization_owns_nothing_here():
    annotated = annotated_of("The Port_Office/nmod:poss/Party/ORG ’s Harbour_Party/nsubj/won/ORG won/root .")
    assert not list(find_organizations_beside(annotated, mention_of(annotated, "Port Office")))

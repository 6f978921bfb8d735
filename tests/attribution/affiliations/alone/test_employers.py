"""Organizations that a verb tells somebody works at."""

import pytest

from service.attribution.affiliations.alone.employers import find_employers
from tests.attribution.readings import annotated_of, mention_of


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (
            "Ann_Lee/nsubj/teach/PERSON will/aux/teach teach/root//VERB at the Port_University/obl/teach/ORG .",
            ["Port University"],
        ),
        (
            "Ann_Lee/nsubj/said/PERSON , who/nsubj/works works/acl:relcl/Ann/VERB for Port_Office/obl/works/ORG , "
            "said/root .",
            ["Port Office"],
        ),
        (
            "Ann_Lee/nsubj/left/PERSON left/root/VERB and works/conj/left/VERB at Port_Office/obl/works/ORG .",
            ["Port Office"],
        ),
        (
            "Ann_Lee/nsubj/teach/PERSON will/aux/teach teach/root//VERB at Port_School/obl/teach/LOC .",
            ["Port School"],
        ),
        ("Ann_Lee/nsubj/teach/PERSON will/aux/teach teach/root//VERB at Delta/obl/teach/LOC .", []),
        ("Ann_Lee/nsubj/join/PERSON will/aux/join join/root//VERB Port_Office/obj/join/ORG .", ["Port Office"]),
        (
            "Ann_Lee/nsubj/chairs/PERSON now/advmod/chairs chairs/root//VERB Port_Office/obj/chairs/ORG .",
            ["Port Office"],
        ),
        (
            "Ann_Lee/nsubj/said/PERSON , who/nsubj/speaks speaks/acl:relcl/Ann/VERB for Port_Office/obl/speaks/ORG , "
            "said/root .",
            ["Port Office"],
        ),
        (
            "Ann_Lee/nsubj/left/PERSON , part/appos/Ann/NOUN of the Port_Committee/nmod/part/ORG , left/root .",
            ["Port Committee"],
        ),
        (
            "Ann_Lee/nsubj/part/PERSON is/cop/part part/root//NOUN of the Port_Committee/nmod/part/ORG .",
            ["Port Committee"],
        ),
        (
            "Ann_Lee/nsubj/said/PERSON , who/nsubj/chairs chairs/acl:relcl/Ann/VERB the council/obj/chairs , "
            "said/root .",
            ["council"],
        ),
        (
            "Chef/nsubj/said/NOUN Ann_Lee/appos/Chef/PERSON , who/nsubj/chairs chairs/acl:relcl/Chef/VERB "
            "Port_Office/obj/chairs/ORG , said/root .",
            ["Port Office"],
        ),
        ("Ann_Lee/nsubj/part/PERSON is/cop/part part/root//NOUN of the answer/nmod/part .", []),
        ("Ann_Lee/nsubj/works/PERSON works/root//VERB in Delta/obl/works/LOC .", []),
        ("Ann_Lee/nsubj/works/PERSON works/root//VERB at night/obl/works .", []),
        ("Ann_Lee/nsubj/looks/PERSON looks/root//VERB at Port_Office/obl/looks/ORG .", []),
        ("They/nsubj/met met/root Ann_Lee/obj/met/PERSON .", []),
        (
            "“ Ann_Lee/nsubj/works/PERSON works/root//VERB at Port_Office/obl/works/ORG , ” he/nsubj/said "
            "said/ccomp/works .",
            [],
        ),
    ],
)
def test_organizations_of_the_subject(notation: str, expected: list[str]):
    annotated = annotated_of(notation)
    found = list(find_employers(annotated, mention_of(annotated, "Ann Lee")))
    assert [affiliation.organization for affiliation in found] == expected
    assert all(affiliation.role is None for affiliation in found)

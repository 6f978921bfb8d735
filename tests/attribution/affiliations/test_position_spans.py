"""The borders of a position: which words are the role, which the organization."""

import pytest

from service.attribution.affiliations.position_spans import read_position
from tests.attribution.parses import parsed, word_of

CASES = [
    (
        "the day/nmod/Minister , Information/compound/Minister/PROPN and/cc/Trade Trade/conj/Information/PROPN "
        "Minister/root//PROPN",
        "Minister",
        "Information and Trade Minister",
        None,
    ),
    (
        "co-founder/root//NOUN and chairman/conj/co-founder of Acme/nmod/chairman/ORG",
        "chairman",
        "co-founder and chairman",
        "Acme",
    ),
    (
        "the planning/nmod/manager and/cc/manager science/compound/manager manager/root//NOUN",
        "manager",
        "planning and science manager",
        None,
    ),
    (
        "a secretary/root//NOUN of the party/nmod/secretary and present/amod/Mayor Mayor/conj/secretary/PROPN",
        "secretary",
        "secretary",
        "party",
    ),
    ("the mayor/root//NOUN", "mayor", "mayor", None),
    ("the Under/case/Secretary/ADP Secretary/root//PROPN", "Secretary", "Under Secretary", None),
    (
        "Attorney/root//NOUN -/punct/Attorney General/flat/Attorney/NOUN and/cc/Minister Minister/conj/Attorney/NOUN "
        "of Ports/nmod/Minister/NOUN",
        "Minister",
        "Attorney-General and Minister of Ports",
        None,
    ),
    ("under/case/secretary/ADP the secretary/root//NOUN", "secretary", "secretary", None),
    ("Secretary/root//PROPN of the HB/nmod/Secretary/ORG", "Secretary", "Secretary", "HB"),
    ("Secretary/root//PROPN of the Harbour_Bank/nmod/Secretary/ORG", "Secretary", "Secretary", "Harbour Bank"),
    ("Secretary/root//PROPN of the Treasury/nmod/Secretary/ORG", "Secretary", "Secretary of the Treasury", None),
    ("Director/root//NOUN of Sales/nmod/Director/NOUN", "Director", "Director of Sales", None),
    ("Director/root//NOUN of Acme/nmod/Director/PROPN", "Director", "Director", "Acme"),
    (
        "Minister/root//PROPN of Ports/nmod/Minister/PROPN , Fish/conj/Ports/PROPN , and/cc/Tides "
        "Tides/conj/Ports/PROPN",
        "Minister",
        "Minister of Ports, Fish, and Tides",
        None,
    ),
    (
        "a researcher/root//NOUN from Delta/nmod:poss/University/LOC ’s/case/Delta/PART "
        "Harbour_University/nmod/researcher/ORG",
        "researcher",
        "researcher",
        "Delta’s Harbour University",
    ),
    (
        "Youth/compound/Minister/PROPN and/cc/Sports Sports/conj/Youth/PROPN Minister/root//PROPN",
        "Minister",
        "Youth and Sports Minister",
        None,
    ),
    (
        "a Board_for_Ports_in_Delta/compound/chair/ORG chair/root//NOUN",
        "chair",
        "chair",
        "Board for Ports in Delta",
    ),
    (
        "Executive/amod/Officer/PROPN Officer/root//PROPN ( CEO/appos/Officer/NOUN ) of Acme/nmod/Officer/ORG",
        "Officer",
        "Executive Officer",
        "Acme",
    ),
    ("the managing/acl/director/VERB director/root//NOUN", "director", "managing director", None),
    (
        "Japan/nmod:poss/Minister/LOC ’s Foreign/amod/Minister/PROPN Minister/root//PROPN",
        "Minister",
        "Foreign Minister",
        "Japan",
    ),
    ("Kenyan/amod/president/NORP president/root//NOUN", "president", "president", "Kenyan"),
    ("Kenyan/amod/chef/NORP chef/root//NOUN", "chef", "chef", None),
    ("Muslim/amod/leader/NORP leader/root//NOUN", "leader", "Muslim leader", None),
    ("former/amod/envoy Kenyan/amod/envoy/NORP envoy/root//NOUN", "envoy", "former Kenyan envoy", "Kenyan"),
    ("a Port_Office/compound/spokesman/ORG spokesman/root//NOUN", "spokesman", "spokesman", "Port Office"),
    (
        "Port_Office/nmod/chief/ORG ( PO/appos/Port/ORG ) chief/root//NOUN",
        "chief",
        "chief",
        "Port Office (PO)",
    ),
    ("Lock/compound/owner/PROPN Lane/flat/Lock owner/root//NOUN", "owner", "owner", "Lock Lane"),
    ("a ministry/compound/official official/root//NOUN", "official", "official", "ministry"),
    ("a police/compound/officer officer/root//NOUN", "officer", "police officer", None),
    ("Ann_Lee/nmod:poss/lawyer/PERSON ’s lawyer/root//NOUN", "lawyer", "lawyer", None),
    ("Ann_Lee/nmod:poss/spokesman/PERSON ’s spokesman/root//NOUN", "spokesman", "spokesman", "Ann Lee"),
    (
        "a 44/nummod/mother/NUM - year/compound/mother - old/amod/mother mother/root//NOUN of four/nmod/mother/NUM",
        "mother",
        "mother of four",
        None,
    ),
    ("director/root//NOUN , Port_Office/appos/director/ORG", "director", "director", "Port Office"),
    (
        "director/root//NOUN of the Delta/compound/Office/LOC - based/amod/Office Port_Office/nmod/director/ORG",
        "director",
        "director",
        "Port Office",
    ),
    (
        "a professor/root//NOUN of law/nmod/professor at the Port_University/nmod/professor/ORG",
        "professor",
        "professor of law",
        "Port University",
    ),
    ("the Minister/root//PROPN of Trade/nmod/Minister/PROPN", "Minister", "Minister of Trade", None),
    ("the minister/root//NOUN of Kenya/nmod/minister/LOC", "minister", "minister", "Kenya"),
    ("a student/root//NOUN from Kenya/nmod/student/LOC", "student", "student", None),
    ("a farmer/root//NOUN from Delta/compound/village/LOC village/nmod/farmer", "farmer", "farmer", "Delta village"),
    ("a teacher/root//NOUN based/acl/teacher in Delta/obl/based/LOC", "teacher", "teacher", None),
    ("owner/root//NOUN of the hotel/nmod/owner", "owner", "owner", "hotel"),
    ("owner/root//NOUN of hotels/nmod/owner", "owner", "owner of hotels", None),
    ("a far/compound/right - right/amod/leader leader/root//NOUN", "leader", "leader", None),
    ("the third/amod/chief/ADJ Port_Office/compound/chief/ORG chief/root//NOUN", "chief", "chief", "Port Office"),
    (
        "England/compound/team/LOC national/amod/team team/compound/lock lock/root//NOUN",
        "lock",
        "lock",
        "England national team",
    ),
    (
        "Delta/nmod:poss/director/LOC ’s Port_Office/compound/director/ORG director/root//NOUN",
        "director",
        "director",
        "Port Office",
    ),
    ("U.S./compound/analysts/LOC Many/amod/analysts analysts/root//NOUN", "analysts", "analysts", None),
    (
        "spokeswoman/root//NOUN for Chile/nmod:poss/Party/LOC ’s governing/amod/Party Port_Party/nmod/spokeswoman/ORG",
        "spokeswoman",
        "spokeswoman",
        "Port Party",
    ),
    (
        "a leader/root//NOUN of one/nmod/leader of the main/amod/Port Port_Unions/nmod/one/ORG",
        "leader",
        "leader",
        "Port Unions",
    ),
    (
        "director/root//NOUN of the Institute/nmod/director/ORG of Delta/nmod/Institute/LOC and "
        "Port_Studies/conj/Delta/ORG",
        "director",
        "director",
        "Institute of Delta and Port Studies",
    ),
    ("expert/root//NOUN on Kenyan/amod/media/NORP media/nmod/expert", "expert", "expert on Kenyan media", None),
    ("a police/compound/spokesman spokesman/root//NOUN", "spokesman", "spokesman", "police"),
    (
        "board/compound/secretary secretary/root//NOUN of Port_Office/nmod/secretary/ORG",
        "secretary",
        "board secretary",
        "Port Office",
    ),
    (
        "president/root//NOUN of Port_Office/nmod:poss/affairs/ORG ’s affairs/nmod/president",
        "president",
        "president",
        "Port Office",
    ),
    (
        "curator/root//NOUN for the unit/nmod/curator of mammals/nmod/unit at the Port_Office/nmod/unit/ORG",
        "curator",
        "curator",
        "Port Office",
    ),
    (
        "health/nsubj/said and social/amod/services services/compound/minister minister/conj/health//NOUN said/root",
        "minister",
        "health and social services minister",
        None,
    ),
    ("a Medical/amod/student student/root//NOUN", "student", "Medical student", None),
    (
        "Ann_Lee/nsubj/said/PERSON , acting/acl/Ann/VERB director/obj/acting of Port_Office/nmod/director/ORG , "
        "said/root",
        "director",
        "acting director",
        "Port Office",
    ),
    (
        "Ann_Lee/nsubj/said/PERSON , an editor/appos/Ann - in/case/chief - chief/nmod/editor "
        "of the Times/nmod/editor/ORG , said/root",
        "editor",
        "editor-in-chief",
        "Times",
    ),
    ("DELTA/compound/President/LOC ―/compound/President/NOUN President/root//NOUN", "President", "President", None),
    ("a porter/root//NOUN for expeditions/nmod/porter", "porter", "porter", None),
    ("a professor/root//NOUN in linguistics/nmod/professor", "professor", "professor in linguistics", None),
    (
        "brother/root//NOUN of the late/amod/senator senator/nmod/brother Ann_Lee/appos/senator/PERSON",
        "brother",
        "brother",
        None,
    ),
    (
        "officer/root//NOUN in the Ministry/nmod/officer/PROPN of Sport/nmod/Ministry/PROPN , Youth/conj/Sport/PROPN "
        "and Service/conj/Sport/PROPN",
        "officer",
        "officer",
        "Ministry of Sport, Youth and Service",
    ),
    (
        "director/root//NOUN for Port_Office/nmod/director/ORG and the Delta_Bank/conj/Port/ORG",
        "director",
        "director",
        "Port Office",
    ),
    (
        "Delta/nmod/member/NORP , Port_Office/compound/member/ORG member/root//NOUN",
        "member",
        "member",
        "Port Office",
    ),
    ("owner/root//NOUN of the company/nmod/owner", "owner", "owner", "company"),
    (
        "vice/compound/head head/root//NOUN of a group/nmod/head of young/amod/farmers farmers/nmod/group",
        "head",
        "vice head",
        "group of young farmers",
    ),
    ("technician/root//NOUN at the plant/nmod/technician", "technician", "technician", "plant"),
    (
        "U.S./compound/ambassador/LOC ambassador/root//NOUN to Japan/nmod/ambassador/LOC",
        "ambassador",
        "ambassador to Japan",
        "U.S.",
    ),
    ("a spokesman/root//NOUN for Ann_Lee/nmod/spokesman/PERSON", "spokesman", "spokesman", "Ann Lee"),
    ("a lawyer/root//NOUN for Ann_Lee/nmod/lawyer/PERSON", "lawyer", "lawyer", None),
    ("a spokesman/root//NOUN on Monday/nmod/spokesman/DATE", "spokesman", "spokesman", None),
    (
        "founder/root//NOUN and director/conj/founder of Port_Office/nmod/director/ORG",
        "founder",
        "founder and director",
        "Port Office",
    ),
    ("a founder/root//NOUN and outspoken/amod/writer writer/conj/founder", "founder", "founder", None),
    (
        "health/compound/minister and social/amod/services services/conj/health minister/root//NOUN",
        "minister",
        "health and social services minister",
        None,
    ),
    ("a lawyer/root//NOUN and former/amod/mayor mayor/conj/lawyer", "mayor", "former mayor", None),
    (
        "director/root//NOUN general/amod/director of Port_Office/nmod/director/ORG",
        "director",
        "director general",
        "Port Office",
    ),
    (
        "a senior/amod/analyst analyst/root//NOUN specializing/acl/analyst in law/obl/specializing at "
        "Port_Office/nmod/analyst/ORG",
        "analyst",
        "senior analyst",
        "Port Office",
    ),
    (
        "Law/compound/professor/ORG professor/root//NOUN at the Port_University/nmod/professor/ORG",
        "professor",
        "Law professor",
        "Port University",
    ),
    (
        "director/root//NOUN of farm/compound/services services/nmod/director in Delta/nmod/services/LOC",
        "director",
        "director of farm services",
        "Delta",
    ),
    (
        "Port_Court/compound/judges/ORG judges/nsubj/left -/punct/judges Ann_Lee/appos/judges/PERSON left/root .",
        "judges",
        "judges",
        "Port Court",
    ),
]


@pytest.mark.parametrize(("notation", "noun", "role", "organization"), CASES, ids=[case[0] for case in CASES])
def test_role_and_organization(notation: str, noun: str, role: str, organization: str | None):
    parse = parsed(notation)
    position = read_position(parse, word_of(parse, noun), [])
    found, body = position.spans(parse)
    assert (found.text, None if body is None else body.text) == (role, organization)


def test_a_name_of_the_speaker_ends_the_phrase():
    parse = parsed("Minister/compound/Ann/PROPN Ann_Lee/nsubj/said/PERSON of Kenya/nmod/Ann/LOC said/root .")
    position = read_position(parse, word_of(parse, "Minister"), [range(1, 3)])
    assert (position.role, position.organization) == (range(0, 1), None)


def test_ends_cover_role_and_organization():
    parse = parsed("Japan/nmod:poss/mayor/LOC ’s mayor/root//NOUN")
    assert read_position(parse, word_of(parse, "mayor"), []).ends == (0, 2)

"""A phrase that says what somebody is, to role and organisation."""

import pytest

from service.attribution.affiliations.position_phrases import find_positions, role_word
from tests.attribution.parses import parsed, word_of

Post = tuple[str | None, str | None]


def positions(notation: str, *, of_body: bool = False) -> list[Post]:
    parse = parsed(notation)
    found = find_positions(parse, range(len(parse)), "a", of_body=of_body)
    for position in found:
        assert parse.text[position.span.start : position.span.end] == position.span.text
    return [(position.role, position.organization) for position in found]


CASES = [
    ("the mayor/root//NOUN", "mayor", None),
    ("a local/amod/farmer farmer/root//NOUN", "farmer", None),
    ("a former/amod/envoy nuclear/amod/envoy envoy/root//NOUN", "former nuclear envoy", None),
    ("director/root//NOUN of the Port_Office/nmod/director/ORG", "director", "Port Office"),
    ("the director/root//NOUN at Port_Office/nmod/director/ORG", "director", "Port Office"),
    ("Japan/nmod:poss/Minister/LOC ’s Foreign/amod/Minister/PROPN Minister/root//PROPN", "Foreign Minister", "Japan"),
    ("Japanese/amod/Minister/NORP Prime/amod/Minister/PROPN Minister/root//PROPN", "Prime Minister", "Japanese"),
    ("Port_Office/compound/chief/ORG chief/root//NOUN", "chief", "Port Office"),
    (
        "managing/amod/director director/root//NOUN of Acme_Steel/nmod/director/ORG",
        "managing director",
        "Acme Steel",
    ),
    (
        "former/amod/director director/root//NOUN of the Seoul/compound/Institute/LOC - based/amod/Institute "
        "Korea/compound/Institute/ORG Institute/nmod/director/ORG for Unification_Studies/nmod/Institute/ORG",
        "former director",
        "Korea Institute for Unification Studies",
    ),
    (
        "a professor/root//NOUN of international/amod/relations relations/nmod/professor at the "
        "University/nmod/professor/ORG of Chicago/nmod/University/ORG",
        "professor of international relations",
        "University of Chicago",
    ),
    (
        "a research/compound/professor professor/root//NOUN in Asian/amod/geopolitics/NORP geopolitics/nmod/professor "
        "at the Harbour_School/nmod/professor/ORG of Governance/nmod/Harbour/ORG",
        "research professor in Asian geopolitics",
        "Harbour School of Governance",
    ),
    (
        "director/root//NOUN of the Center/nmod/director/ORG for River_Studies/nmod/Center/ORG at the "
        "Delta_Institute/nmod/Center/ORG",
        "director",
        "Center for River Studies",
    ),
    ("a spokesman/root//NOUN on Monday/nmod/spokesman/DATE", "spokesman", None),
    ("also/advmod/chair chair/root//NOUN of the Hill_Club/nmod/chair/ORG", "chair", "Hill Club"),
    (
        "Warrior/compound/executive/ORG Club/compound/executive/ORG executive/root//NOUN",
        "executive",
        "Warrior Club",
    ),
    ("director/root//NOUN of the town/nmod:poss/board ’s board/nmod/director", "director", "town’s board"),
    (
        "leader/root//NOUN of the ruling/amod/Party/VERB People/compound/Party/ORG Party/nmod/leader/ORG",
        "leader",
        "People Party",
    ),
    ("a Delta/compound/based/LOC - based/amod/poet/VERB poet/root//NOUN", "poet", None),
    ("a poet/root//NOUN based/acl/poet in Delta/obl/based/LOC", "poet", None),
    (
        "an analyst/root//NOUN specializing/acl/analyst in law/obl/specializing at the Hill_Club/nmod/analyst/ORG",
        "analyst",
        "Hill Club",
    ),
    ("an analyst/root//NOUN studying/acl/analyst law/obj/studying", "analyst", None),
    ("minister/root//NOUN of state/nmod/minister for roads/nmod/minister", "minister of state for roads", None),
    ("a ministry/compound/official official/root//NOUN", "official", "ministry"),
    ("Port_Office/compound/chief/ORG ( PO/appos/Port/ORG ) chief/root//NOUN", "chief", "Port Office (PO)"),
    ("former/amod/chief Port_Office/compound/chief/ORG chief/root//NOUN", "former Port Office chief", "Port Office"),
    ("the mayor/root//NOUN of a small/amod/town town/nmod/mayor", "mayor", "small town"),
    ("the 43-year-old/amod/mayor mayor/root//NOUN", "mayor", None),
    ("the US/compound/chief/LOC - born/amod/chief chief/root//NOUN", "US-born chief", None),
    ("president/root//NOUN Acme_Steel/nmod/president/ORG", "president", "Acme Steel"),
    (
        "one/nsubj/leaders/NUM of/case/leaders the leaders/root//NOUN of the Hill_Club/nmod/leaders/ORG",
        "leaders",
        "Hill Club",
    ),
    (
        "Chinese/amod/ministry/NORP foreign/amod/ministry ministry/compound/spokesman spokesman/root//NOUN",
        "spokesman",
        "Chinese foreign ministry",
    ),
    ("Stone_River/compound/citizen/PROPN citizen/root//NOUN", "citizen", "Stone River"),
    ("a renowned/amod/expert expert/root//NOUN on rivers/nmod/expert", "expert on rivers", None),
    ("the secretary/root//NOUN to Ann_Lee/nmod/secretary/PERSON", "secretary", None),
    ("Ann/nmod:poss/cousin/PERSON ’s cousin/root//NOUN", "cousin", None),
    ("a lawyer/root//NOUN Dr/flat/lawyer/PROPN", "lawyer", None),
    (
        "a professor/root//NOUN at the state/compound/backed - backed/amod/Academy/VERB "
        "Delta_Academy/nmod/professor/ORG",
        "professor",
        "Delta Academy",
    ),
    (
        "convener/root//NOUN of a citizens/compound/forum forum/nmod/convener Green_Delta/appos/forum/PROPN",
        "convener",
        "Green Delta",
    ),
    ("the Head/root//PROPN of State/nmod/Head/PROPN", "Head of State", None),
    ("the only/amod/son son/root//NOUN of the banker/compound/Ann Ann_Lee/nmod/son/PERSON", "son", None),
    (
        "Prime/amod/Minister/PROPN Minister/root//PROPN of the Delta_Government/nmod/Minister/ORG",
        "Prime Minister",
        "Delta Government",
    ),
    ("Minister/root//PROPN in a meeting/nmod/Minister with growers/nmod/meeting", "Minister", None),
    ("a reporter/root//NOUN on her way/nmod/reporter", "reporter", None),
    (
        "adviser/root//NOUN in charge/nmod/adviser of Port_Roads/nmod/charge/ORG",
        "adviser in charge of Port Roads",
        None,
    ),
    (
        "president/root//NOUN of the think/compound/tank/VERB tank/nmod/president the Delta_Institute/appos/tank/ORG",
        "president",
        "Delta Institute",
    ),
    (
        "Delta/compound/Governor/LOC and/cc/Kent Kent/conj/Delta/LOC Governor/root//PROPN",
        "Governor",
        "Delta and Kent",
    ),
    (
        "Delta/compound/Governor/LOC and/cc/Kent New_Kent/conj/Delta/LOC Governor/root//PROPN",
        "Governor",
        "Delta and New Kent",
    ),
    ("US/compound/Secretary/LOC Secretary/root//PROPN of State/nmod/Secretary/PROPN", "Secretary of State", "US"),
]


@pytest.mark.parametrize(("notation", "role", "organization"), CASES)
def test_one_post(notation: str, role: str, organization: str | None):
    assert positions(notation) == [(role, organization)]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (
            "a former/amod/diplomat Japanese/amod/diplomat/NORP diplomat/root//NOUN and special/amod/adviser "
            "adviser/conj/diplomat at the Canon_Institute/nmod/adviser/ORG",
            [("former Japanese diplomat", "Japanese"), ("special adviser", "Canon Institute")],
        ),
        (
            "founder/root//NOUN of Acme/nmod/founder/ORG , and chair/conj/founder of the Port_Board/nmod/chair/ORG",
            [("founder", "Acme"), ("chair", "Port Board")],
        ),
    ],
)
def test_two_posts(notation: str, expected: list[Post]):
    assert positions(notation) == expected


@pytest.mark.parametrize(
    "notation", ["the bridge/root//NOUN", "tall/root//ADJ and kind/conj/tall/ADJ", "in May/root/DATE"]
)
def test_no_post(notation: str):
    assert positions(notation) == []


def test_the_phrase_of_a_body():
    phrase = "a daily/amod/newspaper newspaper/root//NOUN in Seoul/nmod/newspaper/LOC"
    assert positions(phrase, of_body=True) == [("daily newspaper", "Seoul")]
    assert positions(phrase) == []


def test_the_span_goes_without_the_article_and_takes_in_the_body():
    parse = parsed("the former/amod/director director/root//NOUN of the Port_Office/nmod/director/ORG")
    (position,) = find_positions(parse, range(len(parse)), "a")
    assert position.span.text == "former director of the Port Office"


def test_the_role_is_the_last_noun_of_its_row():
    parse = parsed("press/compound/secretary secretary/root//NOUN to the president/nmod/secretary")
    assert role_word(parse, range(len(parse))) == word_of(parse, "secretary")


def test_a_phrase_without_a_role_has_no_role_word():
    parse = parsed("the bridge/root//NOUN")
    assert role_word(parse, range(len(parse))) is None

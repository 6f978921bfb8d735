"""What an article says that a speaker is: seen from a mention."""

import pytest

from service.attribution.affiliations.affiliations import distinct_positions, find_affiliations
from service.domain.articles import Span
from service.domain.quotations import Affiliation
from tests.attribution.readings import annotated_of, mention_of

Post = tuple[str | None, str | None]


def positions(notation: str, mention: str = "Ann Lee", *, of_body: bool = False) -> list[Post]:
    annotated = annotated_of(notation)
    found = find_affiliations(annotated, mention_of(annotated, mention), of_body=of_body)
    for position in found:
        assert position.article_id == annotated.article.id
        assert annotated.article.text[position.span.start : position.span.end] == position.span.text
    return [(position.role, position.organization) for position in found]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "Japan/nmod:poss/Minister/LOC ’s Foreign/amod/Minister/PROPN Minister/compound/Ann/PROPN "
            "Ann_Lee/nsubj/said/PERSON said/root so/advmod/said .",
            [("Foreign Minister", "Japan")],
            id="Japan’s Foreign Minister X",
        ),
        pytest.param(
            "“ No/root//INTJ , ” said/parataxis/No Ann_Lee/nsubj/said/PERSON , former/amod/director director/appos/Ann "
            "of the Seoul/compound/Institute/LOC - based/amod/Institute Korea/compound/Institute/ORG "
            "Institute/nmod/director/ORG for Unification_Studies/nmod/Institute/ORG .",
            [("former director", "Korea Institute for Unification Studies")],
            id="X, former director of the Seoul-based Y",
        ),
        pytest.param(
            "“ No/root//INTJ , ” said/parataxis/No Ann_Lee/nsubj/said/PERSON , who/nsubj/representative "
            "was/cop/representative South_Korea/nmod:poss/representative/LOC ’s deputy/amod/representative "
            "representative/acl:relcl/Ann/NOUN .",
            [("deputy representative", "South Korea")],
            id="X, who was South Korea’s deputy representative",
        ),
        pytest.param(
            "Ann_Lee/nsubj/met/PERSON of Kenya/nmod/Ann/LOC and Bo_Kim/conj/Ann/ORG of Kent/nmod/Kim/LOC met/root .",
            [(None, "Kenya")],
            id="X of Y and somebody taken for an organization",
        ),
        pytest.param("Ann_Lee/nsubj/met/PERSON of Delta/nmod/Ann/LOC met/root .", [], id="X of where she lives"),
        pytest.param(
            "Beadle/nmod/Ann/PROPN Ann_Lee/nsubj/met/PERSON of Delta/nmod/Ann/LOC met/root .",
            [(None, "Delta")],
            id="an office before X",
        ),
        pytest.param(
            "A local/amod/farmer farmer/nsubj/said , Ann_Lee/appos/farmer/PERSON , said/root so/advmod/said .",
            [("farmer", None)],
            id="A local farmer, X, said",
        ),
        pytest.param(
            "Ann_Lee/nsubj/director/PERSON is/cop/director the managing/amod/director director/root//NOUN of "
            "Acme_Steel/nmod/director/ORG .",
            [("managing director", "Acme Steel")],
            id="X is the managing director of Y",
        ),
        pytest.param(
            "Ann_Lee/nsubj/served/PERSON served/root as mayor/obl/served of Delta/nmod/mayor/LOC .",
            [("mayor", "Delta")],
            id="X served as mayor of Y",
        ),
        pytest.param(
            "“ No/root//INTJ , ” said/parataxis/No Ann_Lee/nsubj/said/PERSON , a former/amod/diplomat "
            "Japanese/amod/diplomat/NORP diplomat/appos/Ann and special/amod/adviser adviser/conj/diplomat at the "
            "Canon_Institute/nmod/adviser/ORG .",
            [("former Japanese diplomat", "Japanese"), ("special adviser", "Canon Institute")],
            id="X, a former diplomat and special adviser at Y",
        ),
        pytest.param(
            "North_Korea/nmod:poss/Ann/LOC ’s Ann_Lee/nsubj/said/PERSON said/root so/advmod/said .",
            [(None, "North Korea")],
            id="Y’s X",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON of the Harbour_Association/nmod/Ann/ORG said/root so/advmod/said .",
            [(None, "Harbour Association")],
            id="X of the Y",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON , 42/appos/Ann/NUM , from/case/Bank Delta_Bank/nmod/Ann/ORG , said/root .",
            [(None, "Delta Bank")],
            id="X, 42, from Y",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON from/case/Delta Delta/nmod/Ann/LOC said/root .",
            [],
            id="X from where she lives",
        ),
        pytest.param(
            "Ann_Lee/nsubj/Band/PERSON is/cop/Band from the Harbour/compound/Band/PROPN Band/root//PROPN .",
            [(None, "Harbour Band")],
            id="X is from the Y",
        ),
        pytest.param(
            "Ann_Lee/nsubj/works/PERSON works/root//VERB as mayor/obl/works , she/nsubj/works .",
            [("mayor", None)],
            id="X works as Y",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON , who/nsubj/runs now/advmod/runs runs/acl:relcl/Ann/VERB the "
            "Acme/obj/runs/ORG , said/root .",
            [(None, "Acme")],
            id="X, who now runs the Y",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON with the bureau/nmod/Ann said/root so/advmod/said .",
            [(None, "bureau")],
            id="X with the bureau",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON with the bucket/nmod/Ann said/root so/advmod/said .", [], id="X with the bucket"
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON , of the tenants/nmod:poss/league ’ league/nmod/Ann , said/root .",
            [(None, "tenants’ league")],
            id="X, of the Y",
        ),
        pytest.param(
            "Ann_Lee/nsubj/heads/PERSON heads/root//VERB home/obj/heads .",
            [],
            id="X heads home",
        ),
        pytest.param(
            "Ann_Lee/nsubj/heads/PERSON heads/root//VERB the planning/compound/department department/obj/heads .",
            [("heads", "planning department")],
            id="X heads the department",
        ),
        pytest.param(
            "“ No/root//INTJ , ” said/parataxis/No Ann_Lee/nsubj/said/PERSON , director/appos/Ann of the "
            "Center/nmod/director/ORG for River_Studies/nmod/Center/ORG at the Delta_Institute/nmod/Center/ORG .",
            [("director", "Center for River Studies")],
            id="X, director of the Center for Y at the Z Institute",
        ),
        pytest.param(
            "Ann_Lee/nsubj/smiled/PERSON smiled/root at the minister/obl/smiled .",
            [],
            id="somebody else’s post",
        ),
        pytest.param(
            "Ann_Lee/nsubj/tall/PERSON is/cop/tall tall/root//ADJ .",
            [],
            id="no post at all",
        ),
    ],
)
def test_posts_of_a_person(notation: str, expected: list[Post]):
    assert positions(notation) == expected


def test_the_post_of_a_pronoun():
    notation = "She/nsubj/chair is/cop/chair the chair/root//NOUN of the Port_Board/nmod/chair/ORG ."
    assert positions(notation, "She") == [("chair", "Port Board")]


def test_a_body_has_no_post_but_may_be_described():
    notation = "The Sentinel/nsubj/wrote/ORG , a daily/amod/newspaper newspaper/appos/Sentinel , wrote/root so/advmod ."
    assert positions(notation, "Sentinel", of_body=True) == [("daily newspaper", None)]


def test_the_organization_of_a_label():
    annotated = annotated_of(
        "ANN_LEE/root//PERSON , PORT/compound/OFFICE/ORG OFFICE/appos/ANN/ORG : “ No/discourse/ANN/INTJ . ”"
    )
    found = find_affiliations(annotated, mention_of(annotated, "ANN LEE"))
    assert [(each.role, each.organization) for each in found] == [(None, "PORT OFFICE")]


def test_who_owns_a_person_named_in_full_is_an_organization():
    notation = "Portex/nmod:poss/Ann/PERSON ’s Ann_Lee/nsubj/said/PERSON said/root so/advmod/said ."
    assert positions(notation) == [(None, "Portex")]
    assert positions(f"Tom_Portex/nsubj/fell/PERSON fell/root .\n{notation}") == []


@pytest.mark.parametrize(
    ("role", "fuller", "is_said"),
    [
        ("chairman", "deputy chairman", True),
        ("general", "director-general", True),
        ("minister", "minister of ports", True),
        ("commander", "commander lieutenant general", False),
        ("mayor", "former mayor", False),
        ("chair", "incoming chair", False),
    ],
)
def test_a_part_of_a_role_at_the_same_organization_is_not_told_twice(role: str, fuller: str, is_said: bool):
    both = [Affiliation("a", Span(at, at + 1, "x"), each, "Harbour Bank") for at, each in enumerate((role, fuller))]
    assert distinct_positions(both)[0] == tuple(both[is_said:])

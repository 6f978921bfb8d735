"""What an article says that a speaker is, by the weights that were learnt."""

import pytest

from service.attribution.affiliations.speaker_affiliations import find_speaker_affiliations
from service.domain.quotations import SpeakerKind
from tests.attribution.readings import annotated_of, mention_of

Position = tuple[str | None, str | None]


def positions(notation: str, name: str = "Ann Lee", kind: SpeakerKind = SpeakerKind.PERSON) -> list[Position]:
    annotated = annotated_of(notation)
    found, _ = find_speaker_affiliations(annotated, [mention_of(annotated, name)], kind)
    for affiliation in found:
        span = affiliation.span
        assert annotated.article.text[span.start : span.end] == span.text
    return [(affiliation.role, affiliation.organization) for affiliation in found]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "“ No/root//INTJ , ” said/parataxis/No Ann_Lee/nsubj/said/PERSON , director/appos/Ann of "
            "Port_Office/nmod/director/ORG .",
            [("director", "Port Office")],
            id="apposition",
        ),
        pytest.param(
            "“ No/root//INTJ , ” said/parataxis/No Ann_Lee/nsubj/said/PERSON , director/appos/Ann of "
            "Port_Office/nmod/director/ORG and Harbour_Bank/conj/Port/ORG .",
            [("director", "Port Office"), ("director", "Harbour Bank")],
            id="one position at two organizations",
        ),
        pytest.param(
            "Sen./nmod/Ann/PROPN Ann_Lee/nsubj/left/PERSON left/root .", [("Sen.", None)], id="an office alone"
        ),
        pytest.param(
            "Sen./nmod/Ann/PROPN Ann_Lee/nsubj/said/PERSON , chair/appos/Ann of Acme/nmod/chair/ORG , said/root .",
            [("chair", "Acme")],
            id="an abbreviation beside another office",
        ),
        pytest.param(
            "“ No/root//INTJ , ” said/parataxis/No Ann_Lee/nsubj/said/PERSON , the suspect/nmod:poss/lawyer ’s "
            "lawyer/appos/Ann .",
            [("lawyer", None)],
            id="the possessor’s noun is never the role",
        ),
        pytest.param(
            "Speaking/advcl/said to a reporter/obl/Speaking , Ann_Lee/nsubj/said/PERSON said/root : "
            "“ No/ccomp/said . ”",
            [],
            id="a bystander",
        ),
        pytest.param(
            "If/mark/become Ann_Lee/nsubj/become/PERSON become/advcl/rise the mayor/xcomp/become/NOUN of "
            "Delta/nmod/mayor/LOC , taxes/nsubj/rise rise/root .",
            [],
            id="what a clause makes a condition",
        ),
        pytest.param(
            "Sitting/advcl/said next/advmod/Sitting to her lawyer/obl/Sitting , Ann_Lee/nsubj/said/PERSON said/root : "
            "“ No/ccomp/said . ”",
            [],
            id="somebody beside the speaker",
        ),
        pytest.param(
            "The mayor/nsubj/met , Ann_Lee/appos/mayor/PERSON , and the sheriff/conj/mayor , "
            "Tom_Reed/appos/sheriff/PERSON , met/root .",
            [("mayor", None)],
            id="the positions of two people stay apart",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON of Port_Office/nmod/Ann/ORG said/root so/advmod/said .",
            [(None, "Port Office")],
            id="an organization alone",
        ),
        pytest.param(
            "The woman/nsubj/said , Ann_Lee/appos/woman/PERSON , said/root so/advmod/said .",
            [],
            id="what everybody is",
        ),
    ],
)
def test_positions_of_a_person(notation: str, expected: list[Position]):
    assert positions(notation) == expected


def test_what_only_a_pronoun_is_said_to_be_needs_less_evidence():
    assert positions("She/nsubj/poet has/aux/poet been/cop/poet a poet/root//NOUN .", "She") == [("poet", None)]


def test_who_is_in_the_organization_is_somebody_else():
    notation = (
        "Ann_Lee/nsubj/said/PERSON , chair/appos/Ann of a group/nmod/chair of young/amod/farmers farmers/nmod/group , "
        "said/root so/advmod/said ."
    )
    assert positions(notation) == [("chair", "group of young farmers")]


def test_a_rank_is_no_position_beside_one():
    assert positions("General/nsubj/left Ann_Lee/flat/General/PERSON left/root .") == [("General", None)]
    notation = "General/nsubj/left Ann_Lee/flat/General/PERSON , a judge/appos/General , left/root ."
    assert positions(notation) == [("judge", None)]


def test_that_analysts_are_analysts_is_not_said():
    notation = "Many/amod/analysts analysts/nsubj/said said/root so/advmod/said ."
    assert positions(notation, "Many analysts", SpeakerKind.GROUP) == []


def test_a_group_is_what_its_description_says():
    notation = "Experts/nsubj/said from the Port_University/nmod/Experts/ORG said/root so/advmod/said ."
    assert positions(notation, "Experts from the Port University", SpeakerKind.GROUP) == [
        ("Experts", "Port University")
    ]


@pytest.mark.parametrize("kind", [SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT])
def test_organizations_and_documents_have_no_position(kind: SpeakerKind):
    notation = "Port_Office/nsubj/said/ORG , a state/compound/agency agency/appos/Port , said/root so/advmod/said ."
    assert positions(notation, "Port Office", kind) == []


QUOTED_TITLE = (
    "“ No/root , President/nsubj/left Ann_Lee/flat/President/PERSON left/parataxis/No , ” "
    "said/parataxis/No Reed/nsubj/said/PERSON ."
)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param(
            "Mayor/nsubj/left Ann_Lee/flat/Mayor/PERSON left/root .", [("Mayor", None)], id="the article says"
        ),
        pytest.param("Ann_Lee/nsubj/left/PERSON left/root .", [("President", None)], id="the article says nothing"),
    ],
)
def test_an_articles_own_words_come_before_those_of_others(others: str, expected: list[Position]):
    """Somebody quoted calls Lee president."""
    annotated = annotated_of(f"{QUOTED_TITLE}\n{others}")
    mentions = [mention for mention in annotated.mentions if mention.name == "Ann Lee"]
    assert len(mentions) == 2
    found, _ = find_speaker_affiliations(annotated, mentions, SpeakerKind.PERSON)
    assert [(affiliation.role, affiliation.organization) for affiliation in found] == expected


def test_the_place_tells_who_somebody_unnamed_is():
    notation = "“ No/ccomp/said , ” a voter/nsubj/said in Delta/nmod/voter/LOC said/root ."
    assert positions(notation, "voter in Delta", SpeakerKind.UNNAMED) == [("voter", "Delta")]
    notation = "“ No/ccomp/said , ” Ann_Lee/nsubj/said/PERSON , a voter/appos/Ann in Delta/nmod/voter/LOC , said/root ."
    assert positions(notation) == [("voter", None)]


def test_two_positions_in_a_row():
    notation = (
        "“ No/ccomp/said , ” Harbour_Party/compound/chairman/ORG chairman/compound/Ann MP/compound/Ann/PROPN "
        "Ann_Lee/nsubj/said/PERSON said/root ."
    )
    assert positions(notation) == [("chairman", "Harbour Party"), ("MP", None)]


@pytest.mark.parametrize("name", ["Ann Lee", "Bob Ray"])
def test_the_title_of_several_is_that_of_each(name: str):
    notation = (
        "Delta/compound/councillors/LOC councillors/nsubj/left Ann_Lee/appos/councillors/PERSON "
        "and Bob_Ray/conj/Ann/PERSON left/root ."
    )
    assert positions(notation, name) == [("councillors", "Delta")]


def test_guards_and_teachers_say_nothing_of_the_guards():
    notation = "Campus/compound/guards guards/nsubj/said and teachers/conj/guards said/root so/advmod/said ."
    assert positions(notation, "Campus guards", SpeakerKind.GROUP) == []


def test_who_is_made_known_with_a_plan_is_none_of_it():
    notation = "Reed/nsubj/met/PERSON met/root Ann_Lee/obj/met/PERSON with Port_Plan/obl/met/ORG ."
    assert positions(notation) == []


def test_who_is_met_with_her_organization_is_of_it():
    notation = "Reed/nsubj/met/PERSON met/root Ann_Lee/obj/met/PERSON with the Port_Authority/nmod/Ann/ORG ."
    assert positions(notation) == [(None, "Port Authority")]


def test_who_issued_her_statement_is_she():
    annotated = annotated_of(
        "The statement/nsubj/said issued/acl/statement by/case/director the bank/compound/director "
        "director/obl:agent/issued/NOUN , "
        "Ann_Lee/appos/director/PERSON , said/root so/advmod/said ."
    )
    mentions = [mention_of(annotated, "Ann Lee"), mention_of(annotated, "statement")]
    found, _ = find_speaker_affiliations(annotated, mentions, SpeakerKind.PERSON)
    assert [each.role for each in found] == ["bank director"]

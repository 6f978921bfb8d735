"""Who speaks together."""

import pytest

from service.attribution.mentions.joint_speakers import joint_mentions
from tests.attribution.readings import annotated_of, mention_of, report_of

JOINT = (
    "“ We/nsubj/strike strike/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON , president/appos/Ann , and "
    "Bo_Kim/conj/Ann/PERSON ."
)


def test_a_joint_statement_has_one_name_and_all_its_speakers():
    report = report_of(JOINT)
    names = {speaker.id: speaker.name for speaker in report.speakers}
    (attribution,) = report.attributions
    assert [names[each] for each in attribution.speaker_ids] == ["Ann Lee and Bo Kim", "Ann Lee", "Bo Kim"]
    assert attribution.speaker_id == attribution.speaker_ids[0]


def test_names_that_hang_on_each_other_speak_together():
    report = report_of(
        "“ We/nsubj/act must/aux/act act/ccomp/wrote , ” Ann_Lee/nsubj/wrote/PERSON , Bo_Kim/conj/Ann/PERSON and "
        "Tom_Reed/conj/Bo/PERSON wrote/root ."
    )
    names = {speaker.id: speaker.name for speaker in report.speakers}
    (attribution,) = report.attributions
    assert [names[each] for each in attribution.speaker_ids[1:]] == ["Ann Lee", "Bo Kim", "Tom Reed"]


def test_bodies_in_a_row_behind_what_they_are_speak_together():
    annotated = annotated_of(
        "Parties/nsubj/said , Delta/appos/Parties/ORG , Harbour/conj/Parties/ORG and Kent/conj/Parties/ORG said/root "
        "so/advmod/said ."
    )
    joint = joint_mentions(annotated, mention_of(annotated, "Delta"))
    assert [mention.name for mention in joint] == ["Delta", "Harbour", "Kent"]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "“ No/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON of/case/Dockers Dockers/compound/Union/ORG and "
            "Carters/compound/Union/ORG Union/conj/Ann/ORG .",
            ["Ann Lee"],
            id="an and within a name",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON and/cc/nurse a nurse/conj/Ann said/root “ no/obj/said ” .",
            ["Ann Lee", "nurse"],
            id="somebody else",
        ),
    ],
)
def test_not_all_that_is_joined_speaks(notation: str, expected: list[str]):
    annotated = annotated_of(notation)
    assert [mention.name for mention in joint_mentions(annotated, mention_of(annotated, "Ann Lee"))] == expected


@pytest.mark.parametrize(
    ("named", "speakers"),
    [
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON and Bo_Kim/conj/Ann/PERSON left/root .", ["Ann Lee", "Bo Kim"], id="people"
        ),
        pytest.param("Delta/nsubj/left/ORG and Kent/conj/Delta/ORG left/root .", ["Delta", "Kent"], id="bodies"),
        pytest.param("Delta/nsubj/left/ORG left/root .", ["Delta"], id="one body"),
    ],
)
def test_they_are_all_who_were_named_together(named: str, speakers: list[str]):
    report = report_of(f"{named} \n “ We/nsubj/won won/ccomp/said , ” they/nsubj/said said/root .")
    names = {speaker.id: speaker.name for speaker in report.speakers}
    (attribution,) = report.attributions
    assert [names[each] for each in attribution.speaker_ids if " and " not in names[each]] == speakers


def test_a_body_before_and_does_not_describe_the_next():
    annotated = annotated_of(
        "The Harbour_Union/nsubj/said/ORG and Delta_Steel/conj/Harbour/ORG said/root so/advmod/said ."
    )
    assert mention_of(annotated, "Delta Steel").span.text == "Delta Steel"


def test_one_speaker_is_all_speakers():
    report = report_of("“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .")
    (attribution,) = report.attributions
    assert attribution.speaker_ids == (attribution.speaker_id,)


def test_a_second_post_is_no_second_speaker():
    report = report_of(
        "Ann_Lee/nsubj/called/PERSON , once/advmod/envoy the envoy/nsubj/called to/case/Delta Delta/nmod/envoy/LOC and "
        "now/advmod/governor the governor/conj/envoy of/case/Kent Kent/nmod/governor/LOC , called/root it/obj/called "
        "“ a/det/trap dangerous/amod/trap trap/xcomp/called . ”"
    )
    assert [speaker.name for speaker in report.speakers] == ["Ann Lee"]


def test_whom_the_parse_joins_across_the_verb_speaks_with_nobody():
    report = report_of(
        "Ann_Lee/nsubj/said/PERSON said/root she/nsubj/share and Bo_Kim/conj/Ann/PERSON share/ccomp/said "
        "“ a strong/amod/bond bond/obj/share . ”"
    )
    assert [speaker.name for speaker in report.speakers] == ["Ann Lee"]


def test_positions_in_a_row_are_no_second_speaker():
    report = report_of(
        "Author/nsubj/called , actor/conj/Author and barber/conj/Author Ann_Lee/conj/Author/PERSON called/root "
        "it/obj/called “ a/det/trap dangerous/amod/trap trap/xcomp/called . ”"
    )
    assert [speaker.name for speaker in report.speakers] == ["Ann Lee"]


def test_the_subject_behind_according_to_does_not_speak_with_the_source():
    annotated = annotated_of(
        "According/case/Ann to/fixed/According/ADP Ann_Lee/obl/works/PERSON , the/det/Acme Acme/conj/Ann/ORG "
        "works/root//VERB ."
    )
    assert [mention.name for mention in joint_mentions(annotated, mention_of(annotated, "Ann Lee"))] == ["Ann Lee"]

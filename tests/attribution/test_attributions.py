"""Articles to their quotations and speakers, on parses made by hand."""

import pytest

from service.domain.quotations import QuotationKind, SpeakerKind, Unattributed
from tests.attribution.readings import report_of, speaker_of, speakers_of


@pytest.mark.parametrize(
    ("notation", "names"),
    [
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .", ["Ann Lee"], id="“…,” said X"
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root : “ We/nsubj/won won/ccomp/said . ”", ["Ann Lee"], id="X said: “…”"
        ),
        pytest.param(
            "The plan/nsubj/is is/root “ dead/obj/is , ” "
            "according/case/Ann to/fixed/according/ADP Ann_Lee/obl/is/PERSON .",
            ["Ann Lee"],
            id="according to X",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/told , ” Ann_Lee/nsubj/told/PERSON told/root reporters/obj/told .",
            ["Ann Lee"],
            id="X told reporters",
        ),
        pytest.param(
            "Mary_Lee/nsubj/came/PERSON came/root .\n“ We/nsubj/won won/ccomp/said , ” she/nsubj/said said/root .",
            ["Mary Lee"],
            id="a pronoun",
        ),
        pytest.param(
            "Ann_Lee/nsubj/came/PERSON came/root .\n"
            "“ We/nsubj/won won/ccomp/said , ” said/root Lee/nsubj/said/PERSON .",
            ["Ann Lee"],
            id="a surname",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Lee/nsubj/said/PERSON .\n"
            "Ann_Lee/nsubj/came/PERSON came/root .",
            ["Ann Lee"],
            id="a surname whose full name follows",
        ),
        pytest.param(
            "Ann_Lee/nsubj/came/PERSON , the mayor/appos/Ann , came/root .\n"
            "“ We/nsubj/won won/ccomp/said , ” the mayor/nsubj/said said/root .",
            ["Ann Lee"],
            id="a description",
        ),
        pytest.param(
            "Korean_Central_News_Agency/nsubj/came/ORG came/root .\n"
            "“ We/nsubj/won won/ccomp/said , ” KCNA/nsubj/said/ORG said/root .",
            ["Korean Central News Agency"],
            id="a body by its acronym",
        ),
        pytest.param(
            "Tongfi_Kim/nsubj/came/PERSON came/root .\n"
            "“ We/nsubj/won won/ccomp/said , ” Kim/nsubj/said/PERSON said/root .\n\n"
            "Bo_Kim/nsubj/came/PERSON came/root .\n"
            "“ They/nsubj/lost lost/ccomp/said , ” Kim/nsubj/said/PERSON said/root .",
            ["Tongfi Kim", "Bo Kim"],
            id="two people of one surname",
        ),
    ],
)
def test_who_said_it(notation: str, names: list[str | None]):
    assert speakers_of(report_of(notation)) == names


@pytest.mark.parametrize(
    ("subject", "name", "kind"),
    [
        ("Ann_Lee/nsubj/said/PERSON", "Ann Lee", SpeakerKind.PERSON),
        ("Acme_Steel/nsubj/said/ORG", "Acme Steel", SpeakerKind.ORGANIZATION),
        ("the treaty/nsubj/said", "treaty", SpeakerKind.DOCUMENT),
        ("local/amod/residents residents/nsubj/said", "local residents", SpeakerKind.GROUP),
        ("a ministry/compound/spokesman spokesman/nsubj/said", "ministry spokesman", SpeakerKind.UNNAMED),
        ("a presidential/amod/official official/nsubj/said", "presidential official", SpeakerKind.UNNAMED),
    ],
)
def test_kinds_of_speakers(subject: str, name: str, kind: SpeakerKind):
    report = report_of(f"“ We/nsubj/won won/ccomp/said , ” {subject} said/root .")
    (speaker,) = report.speakers
    assert (speaker.name, speaker.kind) == (name, kind)


@pytest.mark.parametrize(
    ("notation", "reason"),
    [
        pytest.param(
            "The so-called/amod/gift “ gift/nsubj/pleased ” pleased/root Ann_Lee/obj/pleased/PERSON .",
            Unattributed.NOT_SPEECH,
            id="a scare quote",
        ),
        pytest.param(
            "The film/nsubj:pass/called called/root “ The Long/amod/Road Road/obj/called ” pleased/advcl/called "
            "Ann_Lee/obj/pleased/PERSON .",
            Unattributed.NOT_SPEECH,
            id="a title",
        ),
        pytest.param(
            "“ We/nsubj/won won/root the long/amod/race race/obj/won ! ”", Unattributed.NO_MENTION, id="nobody"
        ),
    ],
)
def test_why_nobody_said_it(notation: str, reason: Unattributed):
    report = report_of(notation)
    (attribution,) = report.attributions
    assert (attribution.speaker_id, attribution.unattributed_because) == (None, reason)
    assert report.speakers == ()


def test_a_pronoun_without_anybody_before_is_no_guess():
    (attribution,) = report_of("“ We/nsubj/won won/ccomp/said , ” she/nsubj/said said/root .").attributions
    assert attribution.speaker_id is None
    assert attribution.mention is not None


def test_cue_mention_and_confidence_are_told():
    report = report_of("“ We/nsubj/won won/ccomp/told , ” Ann_Lee/nsubj/told/PERSON told/root reporters/obj/told .")
    (attribution,) = report.attributions
    assert attribution.cue is not None
    assert attribution.mention is not None
    assert (attribution.cue.text, attribution.mention.text) == ("told reporters", "Ann Lee")
    assert 0.5 < attribution.confidence <= 1
    assert attribution.evidence


def test_a_speaker_has_every_form_and_every_post_once():
    report = report_of("""
        Foreign/amod/Minister Minister/compound/Ann/PROPN Ann_Lee/nsubj/came/PERSON came/root .
        “ No/ccomp/said/INTJ , ” said/root Lee/nsubj/said/PERSON .
        “ Yes/ccomp/said/INTJ , ” said/root Lee/nsubj/said/PERSON .
        Foreign/amod/Minister Minister/compound/Ann/PROPN Ann_Lee/nsubj/left/PERSON left/root .
    """)
    speaker = speaker_of(report, "Ann Lee")
    assert speaker.aliases == ("Lee",)
    assert [(post.role, post.organization) for post in speaker.affiliations] == [("Foreign Minister", None)]
    assert speakers_of(report) == ["Ann Lee", "Ann Lee"]


def test_who_does_not_speak_is_no_speaker():
    report = report_of(
        "Bo_Kim/nsubj/came/PERSON came/root .\n“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON ."
    )
    assert [speaker.name for speaker in report.speakers] == ["Ann Lee"]


def test_ids_differ_within_an_article_and_are_the_same_each_time():
    notation = """
        “ No/ccomp/said/INTJ , ” said/root Ann_Lee/nsubj/said/PERSON .

        “ No/ccomp/said/INTJ , ” said/root Bo_Kim/nsubj/said/PERSON .
    """
    report, again = report_of(notation), report_of(notation)
    ids = [attribution.quotation.id for attribution in report.attributions] + [s.id for s in report.speakers]
    assert len(set(ids)) == len(ids) == 4
    assert report == again


def test_a_report_may_hold_a_title():
    report = report_of(
        "Ann_Lee/nsubj/said/PERSON said/root that/mark/is the/det/plan plan/nsubj/is called/acl/plan/VERB "
        "“ Open/amod/Roads Roads/obj/called ” is/ccomp/said//AUX a/det/part part/xcomp/is of/case/it "
        "it/nmod/part ."
    )
    indirect = [one for one in report.attributions if one.quotation.kind is QuotationKind.INDIRECT]
    assert [one.quotation.text for one in indirect] == ["the plan called “Open Roads” is a part of it"]


def test_where_a_quotation_was_said_is_no_report():
    report = report_of(
        "“ We/nsubj/won won/ccomp/said , ” Ann_Lee/nsubj/said/PERSON said/root in/case/interview an/det/interview "
        "interview/obl/said airing/acl/interview Sunday/obl/airing on/case/channel the channel/obl/airing ."
    )
    assert [part.text for each in report.attributions for part in each.quotation.parts] == ["We won,"]

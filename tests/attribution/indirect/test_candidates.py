"""Which words are reported without quotation marks, and how surely."""

import pytest

from service.attribution.indirect.candidates import CueKind, find_indirect_quotations, indirect_candidates
from tests.attribution.readings import annotated_of

SAID = "Ann_Lee/nsubj/said/PERSON said/root that/mark/works the plan/nsubj/works works/ccomp/said ."
ACCORDING = (
    "The plan/nsubj/works works/root for/case/city the/det/city city/obl/works , according/case/Acme "
    "to/fixed/according/ADP Acme/obl/works/ORG ."
)


def found(notation: str, kind: CueKind = CueKind.SPEECH) -> list[tuple[str, str, bool]]:
    """Cue, words, and whether they are likelier reported than not."""
    annotated = annotated_of(notation)
    return [
        (
            annotated.parse.words[report.cue.word].text,
            annotated.parse.span(report.content.words[0], report.content.words[1] - 1).text,
            probability > 0.5,
        )
        for report, probability in find_indirect_quotations(annotated, kind)
    ]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(SAID, [("said", "the plan works", True)], id="said that"),
        pytest.param(ACCORDING, [("according", "The plan works for the city", True)], id="according to"),
    ],
)
def test_the_likeliest_words_of_each_cue(notation: str, expected: list[tuple[str, str, bool]]):
    assert found(notation) == expected


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param("So/advmod/said said/root .", id="nobody says anything"),
        pytest.param("Ann_Lee/nsubj/said/PERSON said/root .", id="no words"),
        pytest.param("“ Ann_Lee/nsubj/said/PERSON said/root it/nsubj/works works/ccomp/said . ”", id="between marks"),
        pytest.param("The mayor/nsubj/visited visited/root the bridge/obj/visited .", id="a verb that reports nothing"),
        pytest.param("Ann_Lee/nsubj/hopes/PERSON hopes/root it/nsubj/works works/ccomp/hopes .", id="a mere hope"),
        pytest.param("Ann_Lee/nsubj/thanked/PERSON thanked/root the fans/obj/thanked .", id="no proposition"),
        pytest.param("Ann_Lee/nsubj/spoke/PERSON spoke/root about/case/bridge the bridge/obl/spoke .", id="a topic"),
        pytest.param("Ten/nummod/cases cases/nsubj:pass/reported were/aux:pass reported/root .", id="nobody reports"),
        pytest.param(
            "Ann_Lee/nsubj/called/PERSON called/root off/compound:prt/called/ADP the/det/match match/obj/called "
            "against/case/side the/det/side home/compound/side side/obl/called .",
            id="a verb of doing",
        ),
        pytest.param(
            "The/det/road road/nsubj/was was/root built/xcomp/was/VERB according/case/standards to/fixed/according/ADP "
            "high/amod/standards standards/obl/built .",
            id="a yardstick",
        ),
        pytest.param(
            "The/det/road road/nsubj/was was/root built/xcomp/was/VERB according/case/law to/fixed/according/ADP "
            "the/det/law law/obl/built .",
            id="a law, no comma before it",
        ),
        pytest.param(
            "She/nsubj:pass/declared was/aux:pass declared/root//VERB dead/xcomp/declared/ADJ .", id="a mere state"
        ),
        pytest.param(
            "Ann_Lee/nsubj/announced/PERSON announced/root//VERB this/obj/announced/PRON in/case/May "
            "May/obl/announced/DATE at/case/school the/det/school new/amod/school school/obl/announced .",
            id="what was said before",
        ),
        pytest.param(
            "Ann_Lee/nsubj/told/PERSON told/root//VERB a/det/conference news/compound/conference "
            "conference/obj/told in/case/Rome Rome/nmod/conference/LOC on/case/Monday Monday/obl/told/DATE .",
            id="who hears it",
        ),
        pytest.param(
            "Ann_Lee/nsubj/issued/PERSON issued/root//VERB a/det/warning warning/obj/issued/NOUN to/case/drivers "
            "drivers/nmod/warning who/nsubj/speed/PRON speed/acl:relcl/drivers/VERB .",
            id="who is warned",
        ),
        pytest.param(
            "The/det/figures figures/nsubj/indicate indicate/root that/mark/works it/nsubj/works "
            "works/ccomp/indicate .",
            id="a sign of it",
        ),
        pytest.param("Ann_Lee/nsubj/is/PERSON is/root//AUX in/case/Kent Kent/obl/is/LOC .", id="a verb of being"),
    ],
)
def test_no_report(notation: str):
    assert found(notation) == []


@pytest.mark.parametrize(("deed", "is_reported"), [("landed", False), ("explained", True)])
def test_a_participle_reports_what_is_said_and_not_what_a_deed_shows(deed: str, *, is_reported: bool):
    notation = (
        f"Ann_Lee/nsubj/{deed}/PERSON {deed}/root//VERB , highlighting/advcl/{deed}/VERB the/det/change "
        "change/obj/highlighting/NOUN that/nsubj/threatens/PRON threatens/acl:relcl/change/VERB the/det/town "
        "town/obj/threatens/NOUN ."
    )
    assert ("highlighting" in [cue for cue, _, _ in found(notation)]) == is_reported


def test_what_somebody_goes_on_to_say_is_no_report_of_the_first_verb():
    notation = (
        "The/det/plan plan/nsubj/works works/ccomp/said , Ann_Lee/nsubj/said/PERSON said/root , adding/advcl/said/VERB "
        "that/mark/helps it/nsubj/helps helps/ccomp/adding the/det/town town/obj/helps ."
    )
    assert [(cue, words) for cue, words, _ in found(notation)] == [
        ("said", "The plan works"),
        ("adding", "it helps the town"),
    ]


def test_somebody_indicates_what_they_say():
    notation = (
        "Ann_Lee/nsubj/indicated/PERSON indicated/root//VERB that/mark/works it/nsubj/works works/ccomp/indicated ."
    )
    assert [words for _, words, _ in found(notation)] == ["it works"]


def test_the_report_of_a_body_indicates_what_it_says():
    notation = (
        "The Canvix/compound/report/ORG report/nsubj/indicated indicated/root//VERB "
        "that/mark/works it/nsubj/works works/ccomp/indicated ."
    )
    assert [words for _, words, _ in found(notation)] == ["it works"]


def test_a_hope_is_an_attitude():
    notation = "Ann_Lee/nsubj/hopes/PERSON hopes/root it/nsubj/works works/ccomp/hopes ."
    assert [words for _, words, _ in found(notation, CueKind.ATTITUDE)] == ["it works"]


def test_words_stand_around_a_clause_that_interrupts_them():
    notation = (
        "The plan/nsubj/wait , a source/nsubj/said said/parataxis/wait , is/cop/wait to/mark/wait/PART wait/root ."
    )
    annotated = annotated_of(notation)
    contents = [each.content for each in next(iter(indirect_candidates(annotated)))]
    parse = annotated.parse
    runs = [[parse.span(a, b - 1).text for a, b in (each.lead, each.words)] for each in contents if each.lead]
    assert runs == [["The plan", "is to wait"]]


@pytest.mark.parametrize(("source", "is_somebody"), [("numbers", True), ("number", False)])
def test_official_numbers_are_somebodys_and_a_number_is_a_yardstick(source: str, is_somebody: bool):
    cues = [
        cue
        for cue, *_ in found(
            "The/det/fee fee/nsubj/rises rises/root//VERB for/case/town the/det/town town/obl/rises , "
            f"according/case/{source} to/fixed/according/ADP official/amod/{source} {source}/obl/rises/NOUN ."
        )
    ]
    assert cues == ["according"] * is_somebody


def test_whoever_is_quoted_is_not_what_is_reported():
    annotated = annotated_of(
        "The/det/manager manager/nsubj:pass/quoted was/aux:pass quoted/root//VERB as/mark/hoping "
        "hoping/advcl/quoted//VERB ."
    )
    frames = {report.content.frame for reports in indirect_candidates(annotated) for report in reports}
    assert "passive" not in frames

"""How a reporting clause puts words."""

import pytest

from service.attribution.reporting.reported_as import denies, forbids, is_yet_to_speak, reported_as
from service.domain.quotations import ReportedAs
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of


@pytest.mark.parametrize(
    ("notation", "verb", "expected"),
    [
        ("Ann_Lee/nsubj/said/PERSON said/root it/nsubj/works works/ccomp/said .", "said", ReportedAs.SAID),
        (
            "Ann_Lee/nsubj/say/PERSON did/aux/say not/advmod/say/PART say/root it/nsubj/works works/ccomp/say .",
            "say",
            ReportedAs.DENIED,
        ),
        (
            "Not/advmod/say only/advmod/say did/aux/say Ann_Lee/nsubj/say/PERSON say/root it/nsubj/works "
            "works/ccomp/say .",
            "say",
            ReportedAs.SAID,
        ),
        (
            "Nowhere/advmod/say does/aux/say Ann_Lee/nsubj/say/PERSON say/root it/nsubj/works works/ccomp/say .",
            "say",
            ReportedAs.DENIED,
        ),
        (
            "Never/advmod/has has/root//AUX Ann_Lee/nsubj/said/PERSON said/ccomp/has it/nsubj/works works/ccomp/said .",
            "said",
            ReportedAs.DENIED,
        ),
        ("Ann_Lee/nsubj/denied/PERSON denied/root it/nsubj/works works/ccomp/denied .", "denied", ReportedAs.DENIED),
        (
            "Ann_Lee/nsubj/denied/PERSON denied/root saying/xcomp/denied it/nsubj/works works/ccomp/saying .",
            "saying",
            ReportedAs.DENIED,
        ),
        (
            "Ann_Lee/nsubj/has/PERSON has/root yet/advmod/has to/mark/say say/xcomp/has it/nsubj/works "
            "works/ccomp/say .",
            "say",
            ReportedAs.DENIED,
        ),
        (
            "Instead/mark/saying of/fixed/Instead/ADP saying/advcl/left it/nsubj/works works/ccomp/saying , "
            "Ann_Lee/nsubj/left/PERSON left/root .",
            "saying",
            ReportedAs.DENIED,
        ),
        (
            "Bo_Kim/nsubj/rejects/PERSON rejects/root a claim/obj/rejects that/mark/said Ann_Lee/nsubj/said/PERSON "
            "said/acl/claim it/nsubj/works works/ccomp/said .",
            "said",
            ReportedAs.DENIED,
        ),
        (
            "Bo_Kim/nsubj/made/PERSON made/root a claim/obj/made that/mark/said Ann_Lee/nsubj/said/PERSON "
            "said/acl/claim it/nsubj/works works/ccomp/said .",
            "said",
            ReportedAs.SAID,
        ),
        (
            "Had/aux/said Ann_Lee/nsubj/said/PERSON said/advcl/left it/nsubj/works works/ccomp/said , she/nsubj/left "
            "would/aux/left left/root .",
            "said",
            ReportedAs.DENIED,
        ),
        (
            "Had/aux/rained it/nsubj/rained rained/advcl/win , Ann_Lee/nsubj/said/PERSON said/root , we/nsubj/win "
            "would/aux/win win/ccomp/said .",
            "said",
            ReportedAs.SAID,
        ),
        (
            "Bo_Kim/nsubj/denied/PERSON denied/root accusations/obj/denied that/mark/said Ann_Lee/nsubj/said/PERSON "
            "said/acl/accusations it/nsubj/works works/ccomp/said .",
            "said",
            ReportedAs.DENIED,
        ),
        (
            "If/mark/said Ann_Lee/nsubj/said/PERSON had/aux/said said/advcl/left it/nsubj/works works/ccomp/said , "
            "she/nsubj/left would/aux/left left/root .",
            "said",
            ReportedAs.DENIED,
        ),
        (
            "It/nsubj/hard is/cop/hard hard/root//ADJ to/mark/imagine imagine/csubj/hard/VERB "
            "Ann_Lee/obj/imagine/PERSON saying/ccomp/imagine it/nsubj/works works/ccomp/saying .",
            "saying",
            ReportedAs.DENIED,
        ),
        (
            "Did/aux/say Ann_Lee/nsubj/say/PERSON say/root it/nsubj/works works/ccomp/say ?",
            "say",
            ReportedAs.ASKED,
        ),
        (
            "At/case/point no/det/point point/obl/say did/aux/say Ann_Lee/nsubj/say/PERSON say/root it/nsubj/works "
            "works/ccomp/say .",
            "say",
            ReportedAs.DENIED,
        ),
        (
            "Ann_Lee/nsubj/stopped/PERSON stopped/root short/advmod/stopped of/mark/saying saying/advcl/short "
            "it/nsubj/works works/ccomp/saying .",
            "saying",
            ReportedAs.DENIED,
        ),
        ("No/det/one one/nsubj/said said/root it/nsubj/works works/ccomp/said .", "said", ReportedAs.DENIED),
        (
            "“ No/det/matter matter/nsubj/said how/advmod/works it/nsubj/works works/acl/matter , ” said/root "
            "Ann_Lee/obj/said/PERSON .",
            "said",
            ReportedAs.SAID,
        ),
        (
            "Nobody/nsubj/heard/PRON heard/root Ann_Lee/nsubj/say/PERSON say/ccomp/heard it/nsubj/works "
            "works/ccomp/say .",
            "say",
            ReportedAs.DENIED,
        ),
        (
            "Neither/cc:preconj/Ann/CCONJ Ann_Lee/nsubj/say/PERSON nor/cc/Bo/CCONJ Bo/conj/Ann/PERSON would/aux/say "
            "say/root it/nsubj/works works/ccomp/say .",
            "say",
            ReportedAs.DENIED,
        ),
        (
            "Ann_Lee/nsubj/rejected/PERSON rejected/root a claim/obj/rejected by Ray/nmod/claim/PERSON .",
            "claim",
            ReportedAs.SAID,
        ),
        (
            "Ann_Lee/nsubj/say/PERSON would/aux/say say/root it/nsubj/works works/ccomp/say .",
            "say",
            ReportedAs.HYPOTHETICAL,
        ),
        (
            "Ann_Lee/nsubj/say/PERSON would/aux/say later/advmod/say say/root it/nsubj/works works/ccomp/say .",
            "say",
            ReportedAs.SAID,
        ),
    ],
)
def test_what_clause_and_governing_words_make_of_it(notation: str, verb: str, expected: ReportedAs):
    annotated = annotated_of(notation)
    assert reported_as(annotated, word_of(annotated.parse, verb)) is expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [("until", ReportedAs.SAID), ("without", ReportedAs.SAID), ("in", ReportedAs.DENIED)],
)
def test_not_until_then_is_said_after_all(first: str, expected: ReportedAs):
    fronted = f"Not/advmod/Friday/PART {first}/case/Friday/ADP Friday/obl/say did/aux/say"
    notation = f"{fronted} Ann_Lee/nsubj/say/PERSON say/root it/nsubj/works works/ccomp/say ."
    annotated = annotated_of(notation)
    assert reported_as(annotated, word_of(annotated.parse, "say")) is expected


@pytest.mark.parametrize(
    ("fronted", "expected"),
    [
        ("for/case/time the first/amod/time time/obl/say", ReportedAs.SAID),
        ("for/case/nothing nothing/obl/say", ReportedAs.SAID),
        ("for/case/moment a moment/obl/say", ReportedAs.DENIED),
    ],
)
def test_not_for_the_first_time_is_said_again(fronted: str, expected: ReportedAs):
    noun = fronted.split()[-1].split("/")[0]
    notation = (
        f"Not/advmod/{noun}/PART {fronted} did/aux/say Ann_Lee/nsubj/say/PERSON say/root it/nsubj/works "
        "works/ccomp/say ."
    )
    annotated = annotated_of(notation)
    assert reported_as(annotated, word_of(annotated.parse, "say")) is expected


def test_what_is_never_simply_said_is_not_said():
    annotated = annotated_of(
        "Ann_Lee/nsubj/said/PERSON never/advmod/said simply/advmod/said said/root “ no/obj/said ” ."
    )
    assert reported_as(annotated, word_of(annotated.parse, "said")) is ReportedAs.DENIED


@pytest.mark.parametrize(("verb", "is_denial"), [("denied", True), ("said", False)])
def test_verbs_that_deny(verb: str, is_denial: bool):
    parse = annotated_of(f"Ann_Lee/nsubj/{verb}/PERSON {verb}/root it/nsubj/works works/ccomp/{verb} .").parse
    assert denies(parse, word_of(parse, verb)) is is_denial


@pytest.mark.parametrize(("auxiliary", "expected"), [("must/aux/declare ", True), ("", False)])
def test_who_must_speak_has_not(auxiliary: str, expected: bool):
    report = f"Delta/nsubj/declare/LOC {auxiliary}declare/ccomp/said “ war/obj/declare . ”"
    notation = f"Ann_Lee/nsubj/said/PERSON said/root {report}"
    parse = annotated_of(notation).parse
    verbs = (word_of(parse, word) for word in ("declare", "said"))
    assert is_yet_to_speak(parse, *verbs) == expected


@pytest.mark.parametrize(
    ("negation", "mark", "expected"),
    [("not/advmod/guess/PART ", ":", True), ("", ":", False), ("not/advmod/guess/PART ", "", False)],
)
def test_what_somebody_shall_not_do_reports_nothing_behind_a_colon(negation: str, mark: str, expected: bool):
    notation = (
        f"Ann_Lee/nsubj/told/PERSON told/root them/obj/told {negation}to/mark/guess guess/xcomp/told {mark} "
        "“ We/nsubj/know know/ccomp/told . ”"
    )
    parse = annotated_of(notation).parse
    assert forbids(parse, word_of(parse, "guess"), word_of(parse, "told"), word_of(parse, "We")) is expected

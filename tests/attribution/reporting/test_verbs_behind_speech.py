"""Verbs that report by where they stand."""

import pytest

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.verbs_behind_speech import (
    stands_before_speech,
    stands_behind_speech,
    stands_beside_speech,
)
from tests.attribution.readings import annotated_of

SPEECH = "“ Send/ccomp/{0} him/obj/Send to/case/Delta Delta/obl/Send"


@pytest.mark.parametrize(
    ("notation", "verb"),
    [
        pytest.param(
            SPEECH.format("decreed") + " ! ” the/det/ruler ruler/nsubj/decreed decreed/root/VERB .",
            "decreed",
            id="a noun",
        ),
        pytest.param(
            SPEECH.format("thundered") + " , ” Ann_Lee/nsubj/thundered/PERSON thundered/root/VERB in/case/court "
            "court/obl/thundered .",
            "thundered",
            id="a name, and a place behind",
        ),
        pytest.param(
            SPEECH.format("thundered") + " ” , thundered/root/VERB Ann_Lee/nsubj/thundered/PERSON .",
            "thundered",
            id="the verb first",
        ),
    ],
)
def test_a_verb_behind_speech(notation: str, verb: str):
    annotated = annotated_of(notation)
    assert [word for word in _verbs(annotated) if stands_behind_speech(annotated, word)] == [_word(annotated, verb)]


@pytest.mark.parametrize(
    ("hearer", "is_speech"),
    [
        pytest.param("Bo_Kim/obj/texted/PERSON", True, id="a name"),
        pytest.param("the clerk/obj/texted", True, id="somebody"),
        pytest.param("a number/obj/texted", False, id="a thing"),
    ],
)
def test_who_hears_may_stand_before_the_colon(hearer: str, is_speech: bool):
    annotated = annotated_of(
        f"Ann_Lee/nsubj/texted/PERSON texted/root/VERB {hearer} : “ We/nsubj/won won/ccomp/texted . ”"
    )
    assert stands_before_speech(annotated, _word(annotated, "texted")) == is_speech


def test_a_verb_before_a_colon_and_speech():
    annotated = annotated_of(
        "Ann_Lee/nsubj/concurred/PERSON concurred/root/VERB : “ We/nsubj/won won/ccomp/concurred . ”"
    )
    verb = _word(annotated, "concurred")
    assert stands_before_speech(annotated, verb)
    assert stands_beside_speech(annotated, verb)
    assert not stands_behind_speech(annotated, verb)


@pytest.mark.parametrize(("mark", "is_speech"), [("While", True), ("If", False)])
def test_a_verb_of_one_of_two(mark: str, is_speech: bool):
    annotated = annotated_of(
        f"{mark}/mark/screamed Ann_Lee/nsubj/screamed/PERSON screamed/advcl/left/VERB “ Stop/ccomp/screamed ” , "
        "Bo/nsubj/left/PERSON left/root ."
    )
    assert stands_before_speech(annotated, _word(annotated, "screamed")) == is_speech


@pytest.mark.parametrize(("verb", "is_speech"), [("screamed", True), ("signed", False)])
def test_a_verb_of_speech_needs_no_colon(verb: str, is_speech: bool):
    annotated = annotated_of(f"Ann_Lee/nsubj/{verb}/PERSON {verb}/root/VERB “ Stop/ccomp/{verb} here/advmod/Stop . ”")
    assert stands_before_speech(annotated, _word(annotated, verb)) == is_speech


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(SPEECH.format("blocked") + " ” Ann_Lee/nsubj/blocked/PERSON blocked/root/VERB .", id="no comma"),
        pytest.param(
            SPEECH.format("blocked") + " , ” Ann_Lee/nsubj/blocked/PERSON blocked/root/VERB aid/obj/blocked .",
            id="an object of its own",
        ),
        pytest.param(
            SPEECH.format("centered") + " , ” which/nsubj/centered centered/root/VERB on/case/aid aid/obl/centered .",
            id="a relative clause",
        ),
        pytest.param(
            "“ Time/obj/decreed/NOUN , ” the/det/ruler ruler/nsubj/decreed decreed/root/VERB .",
            id="no more than a title",
        ),
        pytest.param(
            SPEECH.format("decreeing") + " , ” Ann_Lee/nsubj/decreeing/PERSON decreeing/root/VERB .", id="a participle"
        ),
        pytest.param(SPEECH.format("sent") + " , ” sent/root/VERB him/obj/sent home/advmod/sent .", id="no speaker"),
    ],
)
def test_other_verbs(notation: str):
    annotated = annotated_of(notation)
    assert not any(stands_behind_speech(annotated, word) for word in _verbs(annotated))


def _verbs(annotated: AnnotatedArticle) -> list[int]:
    words = range(len(annotated.parse))
    return [word for word in words if annotated.parse.words[word].pos == "VERB" and not annotated.is_marked(word)]


def _word(annotated: AnnotatedArticle, text: str) -> int:
    return next(word for word in range(len(annotated.parse)) if annotated.parse.words[word].text == text)

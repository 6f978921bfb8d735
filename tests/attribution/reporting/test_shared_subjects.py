"""The verb from which another one has its subject, and the nouns that only say what the subject did."""

import pytest

from service.attribution.reporting.shared_subjects import verb_with_subject
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of

_CLAIM = "Ann_Lee/nsubj/argued/PERSON argued/root Bo_Kim/nsubj/won/PERSON won/ccomp/argued"


@pytest.mark.parametrize(
    ("notation", "cue", "verb"),
    [
        pytest.param(
            f"{_CLAIM} , calling/advcl/won it/obj/calling fair/xcomp/calling .", "calling", "argued", id="comma"
        ),
        pytest.param(
            f"{_CLAIM} — openly/advmod/calling calling/advcl/won it/obj/calling .", "calling", "argued", id="dash"
        ),
        pytest.param(f"{_CLAIM} by/mark/calling calling/advcl/won it/obj/calling .", "calling", "won", id="no comment"),
        pytest.param(f"{_CLAIM} truth/obj/won - telling/advcl/won .", "telling", "won", id="a hyphen"),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root Bo_Kim/nsubj/warned/PERSON warned/ccomp/said us/obj/warned , "
            "calling/advcl/warned it/obj/calling dead/xcomp/calling .",
            "calling",
            "warned",
            id="who speaks inside",
        ),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON left/root , but Bo_Kim/nsubj/came/PERSON came/conj/left , calling/advcl/came "
            "it/obj/calling dead/xcomp/calling .",
            "calling",
            "came",
            id="a clause of its own",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” Ann_Lee/nsubj/said/PERSON said/root , "
            "praising/advcl/won Kim/obj/praising .",
            "praising",
            "said",
            id="behind speech",
        ),
        pytest.param(
            "Bo_Kim/nsubj/won/PERSON won/root , Ann_Lee/nsubj/said/PERSON said/parataxis/won , adding/advcl/won "
            "Ray/nsubj/lost/PERSON lost/ccomp/adding .",
            "adding",
            "said",
            id="behind a report without marks",
        ),
        pytest.param(
            "Bo_Kim/nsubj/won/PERSON won/root , Ann_Lee/nsubj/ran/PERSON ran/parataxis/won , adding/advcl/won "
            "Ray/nsubj/lost/PERSON lost/ccomp/adding .",
            "adding",
            "won",
            id="behind another clause",
        ),
        pytest.param(
            "Ann_Lee/nsubj/saw/PERSON saw/root “ rain/obj/saw , ” praising/advcl/rain Kim/obj/praising .",
            "praising",
            None,
            id="nothing between",
        ),
        pytest.param(
            "Ann_Lee/nsubj/saw/PERSON saw/root “ rain/obj/saw ” and/cc/praised praised/conj/rain Kim/obj/praised .",
            "praised",
            None,
            id="joined to speech",
        ),
        pytest.param("Rain/nsubj/fell fell/root .", "fell", None, id="a main verb"),
    ],
)
def test_whose_subject_it_shares(notation: str, cue: str, verb: str | None):
    annotated = annotated_of(notation)
    found = verb_with_subject(annotated, word_of(annotated.parse, cue))
    assert (None if found is None else annotated.parse.words[found].text) == verb


@pytest.mark.parametrize(
    ("noun", "participle", "verb"),
    [
        pytest.param("the trip/obj/used", "to/mark/blame blame/acl/trip", "used", id="to"),
        pytest.param("the habit/obj/used", "of/mark/blaming/SCONJ blaming/acl/habit", "used", id="of"),
        pytest.param("the trip/obj/used", ", blaming/acl/trip", "used", id="comma"),
        pytest.param("the trip/obj/used", "blaming/acl/trip", None, id="what the noun does"),
        pytest.param("the mayor/obj/used", "to/mark/blame blame/acl/mayor", None, id="somebody"),
        pytest.param("Acme/obj/used/ORG", "to/mark/blame blame/acl/Acme", None, id="a name"),
        pytest.param("the trip/obj/used", "we/nsubj/blame blame/acl/trip", None, id="a subject of its own"),
    ],
)
def test_what_hangs_on_a_noun(noun: str, participle: str, verb: str | None):
    annotated = annotated_of(f"Ann_Lee/nsubj/used/PERSON used/root {noun} {participle} Kim/obj/used .")
    cue = word_of(annotated.parse, "blaming" if "blaming" in participle else "blame")
    found = verb_with_subject(annotated, cue)
    assert (None if found is None else annotated.parse.words[found].text) == verb


def test_what_the_subject_itself_is_to_say_is_its_own():
    annotated = annotated_of("The plan/nsubj/failed to/mark/blame blame/acl/plan Kim/obj/blame failed/root .")
    assert verb_with_subject(annotated, word_of(annotated.parse, "blame")) is None

"""Who holds what a cue reports."""

import pytest

from service.attribution.indirect.cue_sources import find_cue_source
from service.attribution.indirect.cue_sources import mention_of as mention_at
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of

CLAIM = "claim/obj/made that/mark/works it/nsubj/works works/acl/claim"


@pytest.mark.parametrize(
    ("notation", "cue", "way", "place"),
    [
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root that/mark/works it/nsubj/works works/ccomp/said .",
            "said",
            "verb",
            "Ann Lee",
            id="the subject of a verb",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/worried/PERSON was/aux:pass/worried worried/root .",
            "worried",
            "passive",
            "Ann Lee",
            id="the subject of a passive without agent",
        ),
        pytest.param(
            "Ann_Lee/nsubj/sure/PERSON is/cop/sure sure/root//ADJ .",
            "sure",
            "adjective",
            "Ann Lee",
            id="the subject of an adjective",
        ),
        pytest.param(
            "Ann_Lee/nmod:poss/claim/PERSON ’s claim/nsubj/failed failed/root .",
            "claim",
            "possessive",
            "Ann Lee",
            id="the owner of a noun",
        ),
        pytest.param(
            "A claim/nsubj/failed by/case/Ann Ann_Lee/nmod/claim/PERSON failed/root .",
            "claim",
            "by",
            "Ann Lee",
            id="a claim by somebody",
        ),
        pytest.param(
            f"Ann_Lee/nsubj/made/PERSON made/root the {CLAIM} .", "claim", "verb above", "Ann Lee", id="made the claim"
        ),
        pytest.param("Ann_Lee/nsubj/fan/PERSON is/cop/fan a fan/root//NOUN .", "fan", "noun", "Ann Lee", id="is a fan"),
        pytest.param(
            "It/nsubj/works works/root , according/case/Acme to/fixed/according/ADP Acme/obl/works/ORG .",
            "according",
            "according to",
            "Acme",
            id="according to somebody",
        ),
        pytest.param(
            "The mayor/nsubj/won , who/nsubj/left left/acl:relcl/mayor and/cc/said said/conj/left/VERB so/advmod/said "
            ", won/root .",
            "said",
            "verb",
            "who",
            id="the pronoun of a relative clause",
        ),
        pytest.param("We/nsubj/hope hope/root so/advmod/hope .", "hope", "verb", "We", id="a speaker who is not told"),
        pytest.param("The claim/nsubj/failed failed/root .", "claim", None, None, id="nobody’s claim"),
        pytest.param("So/advmod/said said/root .", "said", None, None, id="nobody says it"),
    ],
)
def test_whose_report_it_is(notation: str, cue: str, way: str | None, place: str | None):
    annotated = annotated_of(notation)
    cue_source = find_cue_source(annotated, word_of(annotated.parse, cue))
    assert (cue_source and cue_source.way, cue_source and cue_source.place.text) == (way, place)


def test_the_pronoun_of_a_relative_clause_stands_for_its_noun():
    annotated = annotated_of("The mayor/nsubj/left , who/nsubj/said said/acl:relcl/mayor so/advmod/said , left/root .")
    cue_source = find_cue_source(annotated, word_of(annotated.parse, "said"))
    assert cue_source is not None
    assert cue_source.mention == mention_of(annotated, "mayor")


def test_somebody_who_cannot_be_told_is_not_listed():
    annotated = annotated_of("She/nsubj/knew knew/root that/mark/hope we/nsubj/hope hope/ccomp/knew so/advmod/hope .")
    cue_sources = [find_cue_source(annotated, word_of(annotated.parse, cue)) for cue in ("knew", "hope")]
    assert [cue_source and cue_source.is_listed for cue_source in cue_sources] == [True, False]


def test_the_mention_of_a_description_is_the_name_on_it():
    notation = (
        "The mayor/nsubj/said Ann_Lee/flat/mayor/PERSON said/root that/mark/works it/nsubj/works works/ccomp/said ."
    )
    annotated = annotated_of(notation)
    assert mention_at(annotated, word_of(annotated.parse, "mayor")) == mention_of(annotated, "Ann Lee")


def test_a_word_inside_a_mention_belongs_to_it():
    annotated = annotated_of("The chief/amod/aide aide/nsubj/said said/root so/advmod/said .")
    assert mention_at(annotated, word_of(annotated.parse, "chief")) == mention_of(annotated, "chief aide")


def test_a_word_of_no_mention_has_none():
    annotated = annotated_of("So/advmod/said said/root .")
    assert mention_at(annotated, word_of(annotated.parse, "said")) is None


@pytest.mark.parametrize(("verb", "way"), [("need", None), ("gave", "verb above")])
def test_who_needs_a_reminder_does_not_give_it(verb: str, way: str | None):
    annotated = annotated_of(
        f"They/nsubj/{verb} {verb}/root a reminder/obj/{verb} of/case/threat the threat/nmod/reminder ."
    )
    found = find_cue_source(annotated, word_of(annotated.parse, "reminder"))
    assert (None if found is None else found.way) == way


def test_officials_of_a_country_are_not_the_country():
    annotated = annotated_of("So/advmod/works it/nsubj/works works/root , according/case/officials to/fixed/according "
                             "Chad/compound/officials/LOC officials/obl/works .")  # fmt: skip
    found = find_cue_source(annotated, word_of(annotated.parse, "according"))
    assert found is not None
    assert found.mention.name == "Chad officials"

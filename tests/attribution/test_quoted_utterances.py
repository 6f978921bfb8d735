"""Which words are one utterance, and how much of it stands between marks."""

import pytest

from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.direct.judging import judge_passages
from service.attribution.indirect_utterances import indirect_utterances
from service.attribution.quoted_utterances import quoted_utterances
from service.attribution.utterance import Utterance
from service.domain.quotations import QuotationKind
from tests.attribution.readings import clauses_of

DIRECT, MIXED, INDIRECT = QuotationKind.DIRECT, QuotationKind.MIXED, QuotationKind.INDIRECT


def utterances(notation: str) -> tuple[Utterance, ...]:
    annotated, clauses = clauses_of(notation)
    ranking = judge_passages(annotated, clauses, CoreferenceResolver(annotated, clauses))
    quoted = quoted_utterances(annotated, tuple(ranking))
    taken = [part for utterance in quoted for part in utterance.parts]
    return (*quoted, *indirect_utterances(annotated, clauses, taken))


def found(notation: str) -> list[tuple[QuotationKind, list[str], str | None]]:
    """Kind, parts and mention of each utterance."""
    return [
        (u.kind, [part.text for part in u.parts], None if u.mention is None else u.mention.name)
        for u in utterances(notation)
    ]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .",
            [(DIRECT, ["We won,"], "Ann Lee")],
            id="a whole sentence between marks",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .\nShe/nsubj/laughed "
            "laughed/root//VERB .\n“ They/nsubj/lost lost/root . ”",
            [(DIRECT, ["We won,"], "Ann Lee"), (DIRECT, ["They lost."], "Ann Lee")],
            id="another sentence parts them",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON , “ by/case/far far/obl/won . ”",
            [(DIRECT, ["We won,", "by far."], "Ann Lee")],
            id="the clause interrupts it",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON , calling/advcl/said "
            "him/obj/calling a “ thief/obl/calling . ”",
            [(DIRECT, ["We won,"], "Ann Lee"), (MIXED, ["him a", "thief."], "Ann Lee")],
            id="the clause leads into another",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON , recalling/advcl/said "
            "a law/obj/recalling .\n“ They/nsubj/lost lost/root . ”",
            [(DIRECT, ["We won,", "They lost."], "Ann Lee")],
            id="a clause with a second cue interrupts it",
        ),
        pytest.param(
            "Ann_Lee/nsubj/told/PERSON told/root the/det/union union/obj/told to/mark/wait wait/xcomp/told "
            "for/case/day a/det/day “ better/amod/day day/obl/wait ” .",
            [(MIXED, ["to wait for a", "better day"], "Ann Lee")],
            id="whom the words are said to",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root : “ We/nsubj/won won/ccomp/said .\n\n“ They/nsubj/lost lost/root . ”",
            [(DIRECT, ["We won.", "They lost."], "Ann Lee")],
            id="paragraphs carry it on",
        ),
        pytest.param(
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .\n"
            "“ They/nsubj/lost lost/ccomp/said , ” Bo_Kim/nsubj/said/PERSON said/root .",
            [(DIRECT, ["We won,"], "Ann Lee"), (DIRECT, ["They lost,"], "Bo Kim")],
            id="two speakers in a paragraph",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root that/mark/was the plan/nsubj/was was/ccomp/said “ dead/amod/letter "
            "letter/obj/was ” to the town/obl/was .",
            [(MIXED, ["the plan was", "dead letter", "to the town"], "Ann Lee")],
            id="a fragment inside the reported clause",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root the plan/nsubj/was was/ccomp/said “ dead/obj/was . ”",
            [(MIXED, ["the plan was", "dead."], "Ann Lee")],
            id="a fragment that ends the reported clause",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root the plan/nsubj/was was/ccomp/said “ dead/obj/was ” and/cc/harm "
            "would/aux/harm “ harm/conj/was everyone/obj/harm . ”",
            [(MIXED, ["the plan was", "dead", "and would", "harm everyone."], "Ann Lee")],
            id="two fragments of the reported clause",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root that/mark/works the plan/nsubj/works works/ccomp/said .",
            [(INDIRECT, ["the plan works"], "Ann Lee")],
            id="said that, without marks",
        ),
        pytest.param(
            "The plan/nsubj/works works/root , according/case/Acme to/fixed/according/ADP Acme/obl/works/ORG .",
            [(INDIRECT, ["The plan works"], "Acme")],
            id="according to, without marks",
        ),
        pytest.param(
            "The bridge/nsubj/opened opened/root in May/obl/opened/DATE .",
            [],
            id="nobody says anything",
        ),
    ],
)
def test_quoted_and_indirect_utterances(notation: str, expected: list[tuple[QuotationKind, list[str], str | None]]):
    assert found(notation) == expected


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            "The so-called/amod/gift “ gift/nsubj/pleased ” pleased/root nobody/obj/pleased/PRON .", id="a term"
        ),
        pytest.param(
            "The song/nsubj:pass/called called/root “ The Long/amod/Road Road/obj/called ” won/advcl/called .",
            id="the title of a work",
        ),
    ],
)
def test_what_is_no_speech_has_no_mention_and_no_clause(notation: str):
    (utterance,) = utterances(notation)
    assert not utterance.is_speech
    assert (utterance.mention, utterance.cue, utterance.evidence) == (None, None, ())


def test_a_word_in_marks_is_not_told_twice():
    notation = "Ann_Lee/nsubj/said/PERSON said/root that/mark/works the “ plan/nsubj/works ” works/ccomp/said ."
    words = [part.text for utterance in utterances(notation) for part in utterance.parts]
    assert len(words) == len(set(words))


def test_parts_are_slices_in_order_and_apart():
    notation = (
        "Ann_Lee/nsubj/said/PERSON said/root that/mark/was the plan/nsubj/was was/ccomp/said “ dead/obj/was ” and "
        "“ gone/conj/dead . ”"
    )
    for utterance in utterances(notation):
        ends = [part.end for part in utterance.parts]
        assert all(end <= part.start for end, part in zip(ends, utterance.parts[1:], strict=False))


def test_the_nearest_word_for_a_speaker_may_be_a_pronoun():
    notation = (
        "The mayor/nsubj/left , who/nsubj/said said/acl:relcl/mayor that/mark/works the plan/nsubj/works "
        "works/ccomp/said , left/root ."
    )
    (utterance,) = utterances(notation)
    assert utterance.place is not None
    assert utterance.mention is not None
    assert (utterance.place.text, utterance.mention.name) == ("who", "mayor")


def test_the_nearest_word_for_a_speaker_between_marks_may_be_a_pronoun():
    notation = (
        "The mayor/nsubj/left , who/nsubj/said said/acl:relcl/mayor “ We/nsubj/won won/ccomp/said ” , left/root ."
    )
    (utterance,) = utterances(notation)
    assert utterance.place is not None
    assert utterance.mention is not None
    assert (utterance.place.text, utterance.mention.name) == ("who", "mayor")


def test_in_another_sentence_no_pronoun_stands_for_a_speaker():
    notation = (
        "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON , who/nsubj/warned "
        "warned/acl:relcl/Ann them/obj/warned .\n“ They/nsubj/lost lost/root . ”"
    )
    places = [utterance.place.text for utterance in utterances(notation) if utterance.place is not None]
    assert places
    assert set(places) == {"Ann Lee"}


def test_words_are_reported_once():
    notation = (
        "Ann_Lee/nsubj/warned/PERSON warned/root saying/advcl/warned that/mark/works the plan/nsubj/works "
        "works/ccomp/saying ."
    )
    assert [parts for _, parts, _ in found(notation)] == [["the plan works"]]


@pytest.mark.parametrize("subject", ["minister", "ties", "growth", "percent"])
def test_only_who_or_what_can_speak_is_reported(subject: str):
    reports = found(f"The {subject}/nsubj/said said/root that/mark/fell trade/nsubj/fell fell/ccomp/said .")
    assert [mention for _, _, mention in reports] == (["minister"] if subject == "minister" else [])


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            "The plan/nsubj/dead is/cop/dead/AUX dead/root//ADJ ,/punct/dead Ann_Lee/nsubj/said/PERSON "
            "said/parataxis/dead/VERB ,/punct/dead",
            id="with the comma behind a clause",
        ),
        pytest.param(
            "Ann_Lee/nsubj/told/PERSON told/root “ a/det/trap trap/obj/told/NOUN ” of/case/union the/det/union "
            "union/nmod/trap/NOUN that/mark/told/SCONJ",
            id="with the that of a clause",
        ),
    ],
)
def test_a_text_may_end_anywhere(notation: str):
    assert [mention for _, _, mention in found(notation)] == ["Ann Lee"]


def test_a_number_says_nothing():
    assert found("Two/nsubj/said/NUM said/root that/mark/fell trade/nsubj/fell fell/ccomp/said .") == []


def test_a_speaker_whom_the_parse_puts_among_the_words_is_none_of_them():
    notation = "“ It/nsubj/is is/parataxis/shut , ” said/root Ann_Lee/nsubj/shut/PERSON , “ shut/ccomp/said . ”"
    assert found(notation)[0][1] == ["It is,", "shut."]


def test_whoever_says_the_next_words_by_the_same_verb_is_none_of_the_first():
    notation = (
        "Ann_Lee/nsubj/warned/PERSON warned/root of/case/chaos “ chaos/obl/warned ” , Bo_Ray/conj/chaos/PERSON "
        "of/case/delays “ delays/nmod/Bo ” ."
    )
    assert [parts for _, parts, _ in found(notation)] == [["of", "chaos"], ["delays"]]

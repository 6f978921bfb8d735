"""The runs of words that a cue may report."""

import pytest

from service.attribution.indirect.content_candidates import find_content_candidates
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of


def passages(notation: str, cue: str, source: str) -> dict[str, str]:
    """What the cue may report: frame and border by the words."""
    annotated = annotated_of(notation)
    parse = annotated.parse
    return {
        parse.span(found.words[0], found.words[1] - 1).text: f"{found.frame} {found.border}"
        for found in find_content_candidates(annotated, word_of(parse, cue), word_of(parse, source))
    }


ATTACKED = (
    "Ann_Lee/nsubj/attacked/PERSON attacked/root the mayor/obj/attacked for/case/vote her vote/obl/attacked , "
    "which/nsubj/split split/acl:relcl/vote the town/obj/split ."
)


@pytest.mark.parametrize(
    ("notation", "cue", "source", "words", "frame"),
    [
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root that/mark/works it/nsubj/works works/ccomp/said .",
            "said",
            "Ann",
            "it works",
            "ccomp whole",
            id="a clause",
        ),
        pytest.param(
            "The plan/nsubj/works works/ccomp/said , Ann_Lee/nsubj/said/PERSON said/root .",
            "said",
            "Ann",
            "The plan works",
            "before whole",
            id="the sentence before",
        ),
        pytest.param(
            "Ann_Lee/nsubj/called/PERSON called/root for/case/vote a vote/obl/called .",
            "called",
            "Ann",
            "for a vote",
            "obl:for whole",
            id="a phrase with its preposition",
        ),
        pytest.param(ATTACKED, "attacked", "Ann", "the mayor", "obj whole", id="an object alone"),
        pytest.param(
            ATTACKED,
            "attacked",
            "Ann",
            "the mayor for her vote, which split the town",
            "obj:obl:for whole",
            id="an object with what goes with it",
        ),
        pytest.param(ATTACKED, "attacked", "Ann", "the mayor for her vote", "obj before_stop", id="cut before a comma"),
        pytest.param(
            ATTACKED, "attacked", "Ann", "for her vote", "obl:for before_branch", id="cut before a relative clause"
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root it/nsubj/works works/ccomp/said on/case/Monday Monday/obl/said/DATE .",
            "said",
            "Ann",
            "it works on Monday",
            "ccomp sentence_end",
            id="to the end of the sentence",
        ),
        pytest.param(
            "The plan/nsubj:pass/sought was/aux:pass/sought sought/root by/case/Lee Ann_Lee/obl/sought/PERSON .",
            "sought",
            "Ann",
            "The plan",
            "passive whole",
            id="the subject of a passive",
        ),
        pytest.param(
            "Ann_Lee/nmod:poss/claim/PERSON ’s claim/nsubj/failed that/mark/works it/nsubj/works works/acl/claim "
            "failed/root .",
            "claim",
            "Ann",
            "it works",
            "acl:that whole",
            id="the clause on a noun",
        ),
        pytest.param(
            "The plan/nsubj/works works/root , according/case/Acme to/fixed/according/ADP Acme/obl/works/ORG .",
            "according",
            "Acme",
            "The plan works",
            "according whole",
            id="according to",
        ),
    ],
)
def test_what_a_cue_may_report(notation: str, cue: str, source: str, words: str, frame: str):
    assert passages(notation, cue, source)[words] == frame


def test_a_clause_behind_a_noun_is_the_report_and_no_participle_before():
    notation = (
        "Taking/advcl/said//VERB to/case/stage the stage/obl/Taking , Ann_Lee/nsubj/said/PERSON said/root//VERB "
        "in/case/tone a tone/obl/said that/mark/works//SCONJ it/nsubj/works works/acl:relcl/tone ."
    )
    found = passages(notation, "said", "Ann")
    assert found["it works"] == "ccomp sentence_end"
    assert "Taking to the stage" not in found
    assert "it works" not in passages(notation, "said", "it")


def test_words_between_marks_are_left_to_the_quotations():
    notation = "Ann_Lee/nsubj/said/PERSON said/root “ it/nsubj/works works/ccomp/said ” ."
    assert passages(notation, "said", "Ann") == {}


def test_according_to_alone_reports_nothing():
    assert passages("According/case/Acme to/fixed/According/ADP Acme/root//ORG .", "According", "Acme") == {}


def test_a_list_has_no_more_borders_than_anybody_can_weigh():
    items = " ".join(f"item{number}/conj/it ," for number in range(60))
    notation = f"Ann_Lee/nsubj/wants/PERSON wants/root it/obj/wants , {items} them/conj/it ."
    assert len(passages(notation, "wants", "Ann")) < 20
    longer = notation.replace(items, f"{items} {items.replace('item', 'thing')}")
    assert all(len(words) < 700 for words in passages(longer, "wants", "Ann"))


@pytest.mark.parametrize(
    ("notation", "lead", "words"),
    [
        pytest.param(
            "The/det/firm firm/nsubj/shut , according/case/Lee/VERB to/fixed/according/ADP Ann_Lee/obl/shut/PERSON , "
            "shut/root//VERB the/det/old old/amod/mill mill/obj/shut .",
            "The firm",
            "shut the old mill",
            id="inside the clause",
        ),
        pytest.param(
            "The/det/firm firm/nsubj/shut shut/root//VERB , according/case/Lee/VERB to/fixed/according/ADP "
            "Ann_Lee/obl/shut/PERSON , as/mark/lost it/nsubj/lost had/aux/lost lost/advcl/shut/VERB most/obj/lost "
            "of/case/customers its/nmod:poss/customers customers/nmod/most .",
            None,
            "The firm shut",
            id="behind the main clause",
        ),
    ],
)
def test_according_to_reports_the_main_clause(notation: str, lead: str | None, words: str):
    annotated = annotated_of(notation)
    parse = annotated.parse
    (found,) = find_content_candidates(annotated, word_of(parse, "according"), word_of(parse, "Ann"))
    assert parse.span(found.words[0], found.words[1] - 1).text == words
    assert (None if found.lead is None else parse.span(found.lead[0], found.lead[1] - 1).text) == lead

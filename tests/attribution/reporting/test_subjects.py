"""Whom a verb after quoted words has for its subject."""

import pytest

from service.attribution.reporting.subjects import (
    explained_subject,
    has_subject,
    inverted_subject,
    stranded_subject,
    top_of_name,
)
from tests.attribution.parses import parsed, word_of
from tests.attribution.readings import annotated_of


@pytest.mark.parametrize(
    ("notation", "verb", "subject"),
    [
        ("“ No/root//INTJ , ” admits/parataxis/No Lee/obj/admits/PERSON .", "admits", "Lee"),
        ("“ No/root//INTJ ” , admits/parataxis/No Lee/nsubj/admits/PERSON .", "admits", "Lee"),
        ("The plan/nsubj/failed failed/root , said/parataxis/failed Ann_Lee/obj/said/PERSON .", "said", "Ann"),
        (
            "“ No/ccomp/said/INTJ , ” said/root labour/nsubj/said and human/amod/lawyer rights/compound/lawyer "
            "lawyer/nmod:desc/Ann/NOUN Ann_Lee/nsubj/said/PERSON .",
            "said",
            "Ann",
        ),
        (
            "“ No/ccomp/said/INTJ , ” said/root Delta/nsubj/said/LOC police/compound/Ann Ann_Lee/nsubj/said/PERSON .",
            "said",
            "Ann",
        ),
        (
            "“ No/ccomp/said/INTJ , ” said/root reporters/nsubj/said and Ann_Lee/conj/reporters/PERSON .",
            "said",
            "reporters",
        ),
        ("“ No/ccomp/said/INTJ , ” said/root Lee/nsubj/said/PERSON and Bo_Kim/conj/Lee/PERSON .", "said", "Lee"),
        ("Lee/nsubj/said/PERSON , the mayor/appos/Lee , said/root trade/nsubj/fell fell/ccomp/said .", "said", None),
    ],
)
def test_the_noun_right_after_the_verb(notation: str, verb: str, subject: str | None):
    annotated = annotated_of(notation)
    found = inverted_subject(annotated, word_of(annotated.parse, verb))
    assert (None if found is None else annotated.parse.words[found].text) == subject


@pytest.mark.parametrize(
    ("quoted", "subject"),
    [("“ fine/xcomp/called/ADJ ”", "Ann"), ("fine/xcomp/called/ADJ", None)],
)
def test_who_is_parsed_as_the_subject_of_the_words_before(quoted: str, subject: str | None):
    annotated = annotated_of(
        f"Ray/nsubj/called/PERSON called/root it/obj/called {quoted} while/mark/said Ann_Lee/nsubj/fine/PERSON , "
        "the mayor/appos/Ann , said/conj/called/VERB so/advmod/said ."
    )
    found = stranded_subject(annotated, word_of(annotated.parse, "said"))
    assert (None if found is None else annotated.parse.words[found].text) == subject


def test_where_somebody_is_based_is_not_who_speaks():
    annotated = annotated_of(
        "“ We/nsubj/won won/ccomp/said , ” said/root Delta/obl/based/LOC - based/amod/chef/VERB chef/nsubj/said "
        "Ann_Lee/nsubj/said/PERSON ."
    )
    found = inverted_subject(annotated, word_of(annotated.parse, "said"))
    assert found is not None
    assert annotated.parse.words[found].text == "Ann"


def test_somebody_of_a_house_with_a_long_name():
    parse = parsed(
        "Ann_Lee/dep/said/PERSON of the old/amod/House , small/amod/House and quiet/conj/small/ADJ House/nmod/Ann "
        "said/root ."
    )
    assert parse.words[top_of_name(parse, word_of(parse, "House"))].text == "Ann"


@pytest.mark.parametrize(
    ("word", "top"), [("Port", "Office"), ("Office", "Office"), ("Lee", "Ann"), ("spoke", "spoke")]
)
def test_a_name_hangs_on_one_word(word: str, top: str):
    parse = parsed("Ann_Lee/nsubj/spoke/PERSON spoke/root for the Port/compound/Office/ORG Office/obl/spoke/ORG .")
    assert parse.words[top_of_name(parse, word_of(parse, word))].text == top


@pytest.mark.parametrize(
    ("clause", "is_whole"),
    [("naming/ccomp/said a/det/dish dish/obj/naming", False), ("they/nsubj/won won/ccomp/said", True)],
)
def test_a_clause_that_is_reported_has_a_subject(clause: str, is_whole: bool):
    parse = parsed(f"Ann_Lee/nsubj/said/PERSON said/root , {clause} .")
    (head,) = parse.children(word_of(parse, "said"), "ccomp")
    assert has_subject(parse, head) == is_whole


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        pytest.param("its mayor/nsubj/pay , Ann_Lee/appos/mayor/PERSON , said/advcl/pay", "mayor", id="the mayor"),
        pytest.param("its harbour/nsubj/pay , Ann_Lee/appos/harbour/PERSON , said/advcl/pay", None, id="a harbour"),
        pytest.param("its mayor/nsubj/pay , Port_Hall/appos/mayor/ORG , said/advcl/pay", None, id="no person"),
        pytest.param("its mayor/nsubj/pay , Ann_Lee/appos/mayor/PERSON , saying/advcl/pay", None, id="a participle"),
        pytest.param("its mayor/nsubj/pay , Ann_Lee/appos/mayor/PERSON , he/nsubj/said said/advcl/pay", None, id="he"),
        pytest.param("its mayor/nsubj/pay and Ann_Lee/conj/mayor/PERSON said/advcl/pay", None, id="no comma"),
    ],
)
def test_a_name_between_commas_tells_whose_the_verb_is(clause: str, subject: str | None):
    annotated = annotated_of(f"Delta/nsubj/pay/LOC will/aux/pay pay/root , {clause} .")
    verb = word_of(annotated.parse, "saying" if "saying" in clause else "said")
    found = explained_subject(annotated, verb)
    assert (None if found is None else annotated.parse.words[found].text) == subject

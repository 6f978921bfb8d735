"""Nouns that report quoted words for their owner."""

import pytest

from service.attribution.reporting.noun_cues import nouns_above, top_of
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of

REMARK = (
    "Lee/nmod:poss/remark/PERSON ’s remark/nsubj/hurt that/mark/trap it/nsubj/trap was/cop/trap “ a trap/acl/remark ” "
    "hurt/root ."
)


@pytest.mark.parametrize(("noun", "reports"), [("remark", True), ("garden", False)])
def test_a_noun_of_speech_reports_for_its_owner(noun: str, reports: bool):
    annotated = annotated_of(REMARK.replace("remark", noun))
    trap = word_of(annotated.parse, "trap")
    clauses = nouns_above(annotated, range(trap - 1, trap + 1))
    owners = [annotated.parse.words[clause.source].text for clause in clauses.values() if clause.source is not None]
    assert owners == (["Lee"] if reports else [])


def test_a_noun_reports_for_whoever_it_is_by():
    annotated = annotated_of(
        "Ann_Lee/nsubj/rejected/PERSON rejected/root a claim/obj/rejected by Bo_Ray/nmod/claim/PERSON that/mark/lied "
        "she/nsubj/lied “ lied/acl/claim ” ."
    )
    lied = word_of(annotated.parse, "lied")
    (clause,) = nouns_above(annotated, range(lied - 1, lied + 1)).values()
    assert clause.source == word_of(annotated.parse, "Bo")


def test_no_noun_behind_the_words_has_them():
    annotated = annotated_of(
        "“ We/nsubj/won won/acl/statement , ” said/root Bo/nsubj/said/PERSON about/case/statement "
        "Lee/nmod:poss/statement/PERSON ’s/case/Lee statement/obl/said/NOUN ."
    )
    won = word_of(annotated.parse, "won")
    assert nouns_above(annotated, range(won - 2, won + 3)) == {}


def test_the_top_of_quoted_words_is_what_most_hang_on():
    parse = annotated_of(
        "“ We/nsubj/won won/ccomp/said by/case/far far/obl/won , ” Ann/nsubj/said/PERSON said/root ."
    ).parse
    first, last = word_of(parse, "We"), word_of(parse, "far")
    assert parse.words[top_of(parse, range(first, last + 1))].text == "won"

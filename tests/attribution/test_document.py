"""An article laid open."""

import pytest

from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of

NOTATION = """
    “ We/nsubj/won won/ccomp/said , ” said/root the mayor/nsubj/said Ann_Lee/appos/mayor/PERSON , a judge/appos/Ann .
"""


def test_a_mark_holds_the_offsets_from_its_opening_to_its_closing():
    annotated = annotated_of(NOTATION)
    (marked,) = annotated.marks
    assert [annotated.mark_at(offset) for offset in (0, 7, 8, 9)] == [marked, marked, marked, None]


def test_words_between_marks_are_told_from_others():
    annotated = annotated_of(NOTATION)
    marked = [word.text for index, word in enumerate(annotated.parse.words) if annotated.is_marked(index)]
    assert marked == ["“", "We", "won", ",", "”"]


def test_titles_and_appositions_lead_to_the_name():
    annotated = annotated_of(NOTATION)
    ann = mention_of(annotated, "Ann Lee")
    for text in ("mayor", "judge", "Ann"):
        assert annotated.named(word_of(annotated.parse, text)) == ann.head
    assert annotated.named(word_of(annotated.parse, "won")) == word_of(annotated.parse, "won")


def test_a_mention_is_found_by_its_head():
    annotated = annotated_of(NOTATION)
    ann = mention_of(annotated, "Ann Lee")
    assert annotated.mention_at[ann.head] == ann
    assert word_of(annotated.parse, "won") not in annotated.mention_at


def test_a_body_leads_to_the_person_whom_it_owns():
    annotated = annotated_of(
        "The Port_Office/nsubj/said/ORG ’s Ann_Lee/flat/Port/PERSON said/root , the Office/obl/said ."
    )
    assert annotated.named(word_of(annotated.parse, "Port")) == mention_of(annotated, "Ann Lee").head


def test_words_that_are_reported_together_know_one_another():
    annotated = annotated_of(NOTATION, "“We won", "mayor Ann")
    run = annotated.run_at[word_of(annotated.parse, "won")]
    assert [annotated.parse.words[word].text for word in run] == ["“", "We", "won"]
    assert word_of(annotated.parse, "said") not in annotated.run_at
    assert [annotated.is_reported_with(run[0], words) for words in (run[2:], range(run.stop, 9))] == [True, False]
    assert not annotated.is_reported_with(word_of(annotated.parse, "said"), run)


@pytest.mark.parametrize(("relation", "text"), [("flat", "Ann"), ("conj", "SP")])
def test_a_name_that_a_parse_hangs_on_a_place_is_the_persons(relation: str, text: str):
    annotated = annotated_of(
        f"Kenford/compound/SP/LOC SP/nsubj/said/LOC Ann_Lee/{relation}/SP/PERSON said/root it/nsubj/works "
        "works/ccomp/said ."
    )
    assert annotated.named(word_of(annotated.parse, "SP")) == word_of(annotated.parse, text)


def test_what_a_headline_reports_ends_with_its_line():
    headline = "Mayor/nsubj/told told/root of/case/neglect “ neglect/obl/told ” at home/nmod/neglect"
    notation = f"{headline}\n\nStaff/nsubj/left left/root ."
    annotated = annotated_of(notation, "“neglect” at home\n\nStaff left")
    run = annotated.run_at[word_of(annotated.parse, "neglect")]
    assert [annotated.parse.words[word].text for word in run] == ["“", "neglect", "”", "at", "home"]

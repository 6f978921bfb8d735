"""An article laid open."""

from tests.attribution.parses import word_of
from tests.attribution.readings import mention_of, reading_of

NOTATION = """
    “ We/nsubj/won won/ccomp/said , ” said/root the mayor/nsubj/said Ann_Lee/appos/mayor/PERSON , a judge/appos/Ann .
"""


def test_a_mark_holds_the_offsets_from_its_opening_to_its_closing():
    reading = reading_of(NOTATION)
    (marked,) = reading.marks
    assert [reading.mark_at(offset) for offset in (0, 7, 8, 9)] == [marked, marked, marked, None]


def test_words_between_marks_are_told_from_others():
    reading = reading_of(NOTATION)
    marked = [word.text for index, word in enumerate(reading.parse.words) if reading.is_marked(index)]
    assert marked == ["“", "We", "won", ",", "”"]


def test_titles_and_appositions_lead_to_the_name():
    reading = reading_of(NOTATION)
    ann = mention_of(reading, "Ann Lee")
    for text in ("mayor", "judge", "Ann"):
        assert reading.named(word_of(reading.parse, text)) == ann.head
    assert reading.named(word_of(reading.parse, "won")) == word_of(reading.parse, "won")


def test_a_mention_is_found_by_its_head():
    reading = reading_of(NOTATION)
    ann = mention_of(reading, "Ann Lee")
    assert reading.mention_at[ann.head] == ann
    assert word_of(reading.parse, "won") not in reading.mention_at

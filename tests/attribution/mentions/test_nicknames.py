"""Nicknames between marks inside a name."""

import pytest

from service.attribution.mentions.name_spans import find_name_spans
from service.attribution.mentions.nicknames import find_nicknames, without_nicknames
from service.text.marks import find_marks
from service.text.paragraphs import find_paragraphs
from tests.attribution.parses import parsed

INSIDE = "Ann/nsubj/said/PERSON “ Annie/appos/Ann/PROPN ” Lee/flat/Ann/PERSON said/root so/advmod/said ."
IN_FRONT = "“ Annie/nsubj/said/PERSON ” Lee/flat/Annie/PERSON said/root so/advmod/said ."


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        (INSIDE, "Ann “Annie” Lee"),
        (INSIDE.replace("Annie/appos/Ann/PROPN", "The/det/Rock/DET Rock/appos/Ann/PROPN"), "Ann “The Rock” Lee"),
        (IN_FRONT, "“Annie” Lee"),
    ],
)
def test_a_nickname_is_part_of_the_name(notation: str, name: str):
    parse = parsed(notation)
    assert [parse.span(first, last).text for first, last, _ in find_name_spans(parse)] == [name]
    assert without_nicknames(parse, find_marks(parse.text, find_paragraphs(parse.text))) == ()


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(INSIDE.replace("Annie", "annie"), id="small letters"),
        pytest.param(INSIDE.replace("Lee/flat/Ann/PERSON", "left/conj/said"), id="no surname"),
        pytest.param(INSIDE.replace("PERSON", "PROPN"), id="no person"),
        pytest.param(IN_FRONT.replace("“", "So/advmod/said “"), id="inside a sentence"),
        pytest.param("“ Annie/root//PERSON , ” Lee/nsubj/said/PERSON said/parataxis/Annie .", id="a comma"),
        pytest.param("Ann/nsubj/said/PERSON said/root “ No/obj/said/INTJ .", id="never closed"),
    ],
)
def test_other_marked_words_are_no_nickname(notation: str):
    assert not list(find_nicknames(parsed(notation)))

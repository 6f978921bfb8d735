"""One reading of letters with marks, soft hyphens and zero-width spaces."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.unified import unified, unified_text

SENT = "E\u0301mile O\u0308z\u00addemir, No\u200belle"


def test_marks_join_their_letters_and_what_nobody_sees_is_gone():
    assert unified(SENT) == "Émile Özdemir, Noelle"
    assert unified(unicodedata.normalize("NFD", "각하 Đặng")) == "각하 Đặng"


@pytest.mark.parametrize("text", ["", "Ann Lee", "Émile Özdemir", "a \u200b b", "\u00ad", "新聞", "😀\u200d"])
def test_what_has_one_reading_is_left_alone(text: str):
    assert unified(text) == text
    assert unified_text(text) is None


def test_offsets_lead_back_to_the_text_as_sent():
    found = unified_text(SENT)
    assert found is not None
    start = found.text.index("Özdemir")
    first, last = found.sent(start, start + len("Özdemir"))
    assert SENT[first:last] == "O\u0308z\u00addemir"
    assert found.sent(0, 0) == (0, 0)
    assert found.sent(len(found.text), len(found.text)) == (len(SENT), len(SENT))


@given(st.text(alphabet="aeO \n\u0301\u0308\u0323\u00ad\u200b각\u1100\u1161", max_size=40))
def test_every_piece_of_a_reading_is_read_from_where_it_stands(text: str):
    found = unified_text(text)
    if found is None:
        return
    assert found.text == unified(text)
    for place in range(len(found.text)):
        start, end = found.sent(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert found.text[place] in unified(text[start:end])

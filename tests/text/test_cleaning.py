"""Odd characters become blanks, one for one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.cleaning import clean

# Blanks, joiners, controls, halves of surrogate pairs and letters, more often than chance would give them.
TEXTS = st.text(st.sampled_from("\u00a0\u200b\ufeff\t\r\n\u2028\x00\ud800\u0301“é𝔸 a") | st.characters(), max_size=30)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a b", "a b"),
        ("a\u00a0b", "a b"),
        ("a\tb", "a b"),
        ("a\r\nb", "a \nb"),
        ("a\u200bb", "a b"),
        ("\ufeffab", " ab"),
        ("co\u00adoperate", "co operate"),
        ("a\u2028b", "a\nb"),
        ("a\u0085b", "a\nb"),
        ("a\x00b\x1bc", "a b c"),
        ("a\ud800b", "a b"),
        ("a\n\nb", "a\n\nb"),
        ("“ça” ‘va’ «oui» 「は」", "“ça” ‘va’ «oui» 「は」"),
        ("e\u0301 \U0001f600", "e\u0301 \U0001f600"),
        ("", ""),
        ("&ldquo;We won,&rdquo; said she", "      “We won,”       said she"),
        ("&quot;We won,&#34; said she", '     "We won,"     said she'),
        ("So:&nbsp;&#x201c;We", "So:             “We"),
        ("Lee &amp; Sons, A&B; C&notaname; D", "Lee     & Sons, A&B; C&notaname; D"),
        (r"\"We won,\" said she", ' "We won,"  said she'),
        ('<p class="lead">So <b>we</b><br/>won.</p>', "                So    we         won.    "),
        ("a <b and c> d, 2 < 3 > 1", "a           d, 2 < 3 > 1"),
        ("＂We won,＂ ❝they❞", '"We won," “they”'),
        (r"C:\new \'a\'", r"C:\new  'a' "),
    ],
)
def test_what_misleads_a_parser_becomes_a_blank(text: str, cleaned: str):
    assert clean(text) == cleaned


@given(TEXTS)
def test_code_points_keep_their_places(text: str):
    assert len(clean(text)) == len(text)


@given(TEXTS)
def test_a_clean_text_stays_as_it_is(text: str):
    assert clean(clean(text)) == clean(text)


@given(TEXTS)
def test_no_control_character_and_no_half_of_a_pair_is_left(text: str):
    assert not {unicodedata.category(character) for character in clean(text) if character != "\n"} & {"Cc", "Cs"}


# Quotation marks of other widths and ornaments, each with the plain mark that it means.
ODD_MARKS = {"＂": '"', "＇": "'", "〝": "“", "〞": "”", "〟": "”", "❝": "“", "❞": "”", "❛": "‘", "❜": "’"}


@given(st.text(st.sampled_from([*ODD_MARKS, "“", "'"]) | st.characters(exclude_characters="<&\\"), max_size=30))
def test_letters_and_marks_keep_what_they_are_but_for_odd_marks(text: str):
    kept = [
        (a, b) for a, b in zip(text, clean(text), strict=True) if a in ODD_MARKS or unicodedata.category(a)[0] in "LPN"
    ]
    assert all(b == ODD_MARKS.get(a, a) for a, b in kept)

"""Where a sentence begins and ends by its look."""

import pytest

from service.text.sentence_bounds import sentence_bounds

WORDS = f"{'word ' * 100}mayor{' more' * 100}"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. Ana Ruiz, [mayor of Lima], left. She was ill.", "Ana Ruiz, mayor of Lima, left."),
        ("A headline\nAna Ruiz, [mayor]\nThe rest", "Ana Ruiz, mayor"),
        ("[The mayor] left.", "The mayor left."),
        ("“It rains.” The [mayor] said “so.” He left.", "The mayor said “so.”"),
        ("The U.S. [mayor] left at 5 p.m. and slept.", "The U.S. mayor left at 5 p.m. and slept."),
        ("He left. She [said. He] came. They slept.", "She said. He came."),
    ],
)
def test_it_ends_where_sentences_or_lines_do(text: str, sentence: str):
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    begin, stop = sentence_bounds(plain, start, end)
    assert plain[begin:stop] == sentence


@pytest.mark.parametrize(
    ("most", "before", "after"), [(12, "word word ", " more more"), (4, "", ""), (5, "word ", " more")]
)
def test_a_long_one_is_cut_between_words(most: int, before: str, after: str):
    start = WORDS.index("mayor")
    begin, stop = sentence_bounds(WORDS, start, start + 5, most=most)
    assert WORDS[begin:stop] == f"{before}mayor{after}"


def test_a_short_one_is_whole():
    assert sentence_bounds("The mayor left.", 4, 9, most=300) == (0, 15)

"""Long texts in runs of sentences."""

from service.parsing.chunks import chunks


def test_sentences_are_kept_whole_and_in_order():
    sentences = [["a"] * 3, ["b"] * 2, ["c"] * 9, ["d"]]
    assert [*chunks(sentences, 5)] == [sentences[:2], sentences[2:3], sentences[3:]]


def test_a_text_without_words_has_none():
    assert [*chunks([])] == []

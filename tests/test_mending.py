"""Sentences that the tokenizer split in two."""

import re

import pytest

from training.mending import Row, mended_sentences


def tokenized(text: str) -> list[list[Row]]:
    """The sentences between bars, with rows as Stanza makes them; the bars count as blanks of the text."""
    sentences: list[list[Row]] = [[]]
    for found in re.finditer(r"[|]|[^\s|]+", text):
        if found.group() == "|":
            sentences.append([])
        else:
            row: Row = {"text": found.group(), "start_char": found.start(), "end_char": found.end()}
            sentences[-1].append({"id": len(sentences[-1]) + 1, **row})
    return sentences


def mended(text: str) -> list[str]:
    """The sentences after mending, their words joined by blanks."""
    return [" ".join(row["text"] for row in sentence) for sentence in mended_sentences(tokenized(text), text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The Trade | Act bans it .", ["The Trade Act bans it ."]),
        ("He met Mr. | Lee .", ["He met Mr. Lee ."]),
        ("“ Why ? ” | he asked .", ["“ Why ? ” he asked ."]),
        ("It failed . | We left .", ["It failed .", "We left ."]),
        ("“ It failed . ” | We left .", ["“ It failed . ”", "We left ."]),
        ("A headline | \n\n The story", ["A headline", "The story"]),
    ],
)
def test_sentences_are_joined_where_nothing_ends(text: str, sentences: list[str]):
    assert mended(text) == sentences


def test_words_are_counted_through():
    (sentence,) = mended_sentences(tokenized("The Trade | Act"), "The Trade | Act")
    assert [row["id"] for row in sentence] == [1, 2, 3]


def test_a_sentence_does_not_grow_without_end():
    text = " | ".join(["word " * 150] * 3)
    assert len(mended(text)) == 3

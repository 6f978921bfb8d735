"""Sentences that the tokenizer split in two, put together again before they are tagged and parsed."""

from collections.abc import Sequence
from typing import Any

from service.lexicon import words

# Marks that end a sentence, and those that may follow one.
_ENDS = tuple(".?!…:;")
_CLOSING = tuple("”\"’')]»")
# Longer than any real sentence; two halves of such a length are better parsed apart.
_MOST_WORDS = 200

# A word as Stanza's dictionaries have it: "text", "start_char", "end_char", "id".
Row = dict[str, Any]


def mended_sentences(sentences: Sequence[Sequence[Row]], text: str) -> list[list[Row]]:
    """The sentences, those joined between which nothing ends: no mark, or a mark of "Mr." and the like."""
    mended: list[list[Row]] = []
    for sentence in sentences:
        if mended and _goes_on(mended[-1], sentence, text):
            mended[-1] += [{**row, "id": len(mended[-1]) + position} for position, row in enumerate(sentence, start=1)]
        else:
            mended.append([dict(row) for row in sentence])
    return mended


def _goes_on(before: Sequence[Row], after: Sequence[Row], text: str) -> bool:
    between = text[before[-1]["end_char"] : after[0]["start_char"]]
    if "\n" in between or len(before) + len(after) > _MOST_WORDS:
        return False
    last, first = str(before[-1]["text"]), str(after[0]["text"])
    if last.casefold() in words("tokens/abbreviations"):
        return True
    if last.endswith(_CLOSING) or last.endswith(_ENDS):
        # “Why?” he asked: the reporting clause belongs to the question.
        return last.endswith(_CLOSING) and first[:1].islower()
    return True

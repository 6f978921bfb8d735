"""Web text as a newspaper would print it: curly quotation marks, curly apostrophes, real dashes.

The treebank is mostly e-mail and reviews; without this a model meets the marks of our articles once in a
thousand words. Heads, relations and the number of words stay as they are.
"""

from __future__ import annotations

import random
from dataclasses import replace

from training.treebank import Sentence, Word

# Of the sentences that can change, this part does; the rest keep what the web writes, which we must read too.
CHANGED = 0.5
DOUBLE_MARKS = frozenset({'"', "''", "``"})
# Opening and closing marks and how often a house style uses them.
STYLES = (("“", "”"), ("‘", "’"), ("'", "'"), ('"', '"'))
STYLE_WEIGHTS = (6, 2, 1, 1)
DASHES = {"--": ("—", "–", "-"), "---": ("—", "--")}


def newsprint(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence with its marks replaced, or as it was."""
    style = chance.choices(STYLES, STYLE_WEIGHTS)[0] if chance.random() < CHANGED else None
    has_curly_apostrophes = chance.random() < CHANGED
    words = []
    is_open = False
    for index, word in enumerate(sentence):
        if word.text in DOUBLE_MARKS and style is not None:
            is_open = _opens(sentence, index, is_open)
            words.append(replace(word, text=style[0] if is_open else style[1]))
        elif word.text in DASHES and style is not None:
            words.append(replace(word, text=chance.choice(DASHES[word.text])))
        elif "'" in word.text and word.text != "'" and has_curly_apostrophes:
            words.append(replace(word, text=word.text.replace("'", "’")))
        else:
            words.append(word)
    return tuple(words)


def _opens(sentence: Sentence, index: int, is_open: bool) -> bool:
    """Whether a mark opens: the blanks around it tell, and where they do not, the mark before it."""
    has_space_before = index == 0 or sentence[index - 1].has_space_after
    has_space_after = _ends_with_space(sentence[index], is_last=index == len(sentence) - 1)
    if has_space_before != has_space_after:
        return has_space_before
    return not is_open


def _ends_with_space(word: Word, *, is_last: bool) -> bool:
    return is_last or word.has_space_after

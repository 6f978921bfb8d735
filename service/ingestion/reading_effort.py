"""How much there is to read in texts, beforehand: their words and marks, of which some take as long as several.

An article, and all articles of a request, may have as many as a share of their limit of characters. That bounds the
time: of 78 hostile shapes, none takes much more than twice as long as news for each that is counted here; see
`bench/densest.md`.
"""

import re

from service.errors import TooLargeError

_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")
# Without apostrophes, which are within words or end them.
_QUOTATION_MARK = re.compile(r"[\"“”„‟«»‹›‘‚‛`]|(?<!\w)['’]")
# Somebody must be found who speaks. News has one in fifty words, dialogues have one in four.
_EFFORT_OF_A_QUOTATION_MARK = 3
# News has a word or mark in five characters, and lists of letters in two: one article may be such a list.
_CHARACTERS_EACH, _CHARACTERS_EACH_OF_ALL = 3, 5


def check_article(text: str, called: str, *, max_characters: int, index: int | None, field: str) -> None:
    """Raises TooLargeError if an article has too many characters, or words and marks."""
    if len(text) > max_characters:
        message = f"{called} has {len(text)} characters; the limit is {max_characters}."
        raise TooLargeError(message, index=index, field=field)
    n_words = _n_words_and_marks(text)
    if n_words * _CHARACTERS_EACH > max_characters:
        message = f"{called} has {n_words} words and marks; the limit is {max_characters // _CHARACTERS_EACH}."
        raise TooLargeError(message, index=index, field=field)


def reading_effort(text: str) -> int:
    """The words and marks of a text, a quotation mark as three."""
    return _n_words_and_marks(text) + (_EFFORT_OF_A_QUOTATION_MARK - 1) * len(_QUOTATION_MARK.findall(text))


def check_total(n_characters: int, max_total: int) -> None:
    """Raises TooLargeError if the articles of a request have too many characters."""
    if n_characters > max_total:
        message = f"The articles have {n_characters} characters together; the limit is {max_total}."
        raise TooLargeError(message, field="articles")


def check_total_effort(effort: int, max_total: int) -> None:
    """Raises TooLargeError if there is too much to read in the articles of a request, by their limit of characters."""
    if effort * _CHARACTERS_EACH_OF_ALL > max_total:
        most = max_total // _CHARACTERS_EACH_OF_ALL
        message = f"The articles have {effort} words and marks together, quotation marks thrice; the limit is {most}."
        raise TooLargeError(message, field="articles")


def _n_words_and_marks(text: str) -> int:
    return len(_WORD_OR_MARK.findall(text))

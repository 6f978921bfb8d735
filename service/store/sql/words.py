"""Words as searches read them: whole ones, capitals, accents and forms of Unicode aside; pure."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

_WORD = re.compile(r"\w+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, as the full-text index of SQLite reads them, too; marks and operators are none."""
    kept = text
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        # Soft hyphens and the like are in a word, and no part of it.
        kept = "".join([character for character in parts if unicodedata.category(character) not in {"Mn", "Cf"}])
    return tuple(_WORD.findall(kept.casefold()))


def listed_words(texts: Iterable[str]) -> str:
    """The words of these texts, each once and between blanks, so that a database finds whole ones."""
    return f" {' '.join(dict.fromkeys(chain.from_iterable(map(words_of, texts))))} "


def has_words(text: str | None, words: str) -> bool:
    """Whether a text has all of these words; no text has none at all."""
    wanted = _wanted(words)
    return bool(wanted) and wanted <= set(words_of(text or ""))


@lru_cache(maxsize=64)
def _wanted(words: str) -> frozenset[str]:
    """The same for each row of a table."""
    return frozenset(words_of(words))

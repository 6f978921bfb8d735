"""Letters made alike: what one outlet prints with capitals, diacritics and dots, another prints without."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
# Letters that Unicode does not take apart into a letter and its mark.
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def folded(text: str) -> str:
    """The text without capitals, diacritics, apostrophes and dots."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(c for c in apart.translate(_APOSTROPHES) if not unicodedata.combining(c)).replace(".", "")


@lru_cache(maxsize=65536)
def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded; a hyphen parts words, and so does a dot within one ("J.Smith")."""
    return tuple(re.findall(r"\w+", folded(re.sub(r"\.(?=\w{2})", " ", name))))

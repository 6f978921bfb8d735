"""Whether a text is in English; the one file that knows py3langid.

English shows by its function words, which cost nothing to count. Only a text that lacks them is looked at by a
detector, which takes a second to load: it names the language, or finds that the text is English after all.
"""

import re
from functools import cache, lru_cache

from py3langid.langid import LanguageIdentifier

from service.lexicon.tables import words

# What is looked at: as much as tells languages apart.
_SAMPLE = 3000
# Of the letters; a shorter text may be a list, a name or a line of a poem, and is not judged.
_FEWEST_LETTERS = 200
# Of 540 English articles none has less than 0.26, of 1,900 passages two have 0.19, and half have 0.50. Danish has 0.17,
# the most of the other languages in the tests.
_SHARE_IN_ENGLISH = 0.2
# Below that the detector does not know either: lists, several languages in one.
_SURE = 0.5
# Varieties of English that the detector has labels of their own for: Nigerian Pidgin, Scots.
_ENGLISH = frozenset({"en", "pcm", "sco"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAMES = {
    **{"ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian"},
    **{"fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian"},
    **{"it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish"},
    **{"pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian"},
    **{"vi": "Vietnamese", "zh": "Chinese"},
}


def language_of(text: str) -> str | None:
    """The language of the text, "en" for English; None for a short text, and where that is unclear."""
    return _language_of_sample(text[:_SAMPLE])


def is_english(tag: str | None) -> bool:
    """Whether the tag, such as "en-GB", is one of English."""
    return tag is not None and tag.partition("-")[0].casefold() in _ENGLISH


def language_name(tag: str) -> str:
    """What people call the language, or its tag."""
    return _NAMES.get(tag.partition("-")[0].casefold(), f"the language {tag!r}")


# Of each article twice: whether it is read, and what it is in.
@lru_cache(maxsize=16)
def _language_of_sample(sample: str) -> str | None:
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    if _english_share(sample) >= _SHARE_IN_ENGLISH:
        return "en"
    language, confidence = _detector().classify(sample)
    if language in _ENGLISH:
        return "en"
    return str(language) if confidence >= _SURE else None


def _english_share(text: str) -> float:
    """The share of its words that are English function words."""
    found = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    known = words("grammar/function_words")
    return sum(map(known.__contains__, found)) / len(found) if found else 0.0


@cache
def _detector() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file("data/model.npz.xz", norm_probs=True)

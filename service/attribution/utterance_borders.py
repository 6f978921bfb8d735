"""Whether marked words go on with what was said before them, or are something else by the same speaker."""

import re

from service.domain.articles import Span
from service.lexicon import words

# Marks and blanks around what stands between two passages.
_EDGES = " \n\t\"'“”„‟‘’‚‛«»‹›「」"
_UNFINISHED = (",", "—", "–", "-")
_FULL_STOP = re.compile(r"(\w*)[.!?](?=\W|$)")


def goes_on(text: str, before: Span, after: Span, cues: tuple[Span, ...]) -> bool:
    """Whether two marked passages of one speaker are one utterance; `cues` are those of their reporting clauses.

    “We won,” she said, “by far.” is interrupted by its clause, after which a comma or a full stop stands. A clause or
    a sentence that leads into the second passage begins another: “We won,” she said, calling him “a thief”.
    """
    between = text[before.end : after.start].strip(_EDGES)
    if not any(letter.isalnum() for letter in between):
        return True
    if any(before.end <= cue.start < after.start for cue in cues):
        return not between[-1].isalnum()
    if not _ends_sentence(before.text.rstrip()[-1:] + text[before.end : after.start]):
        return True
    return before.text.rstrip().endswith(_UNFINISHED) and after.text[:1].isupper()


def _ends_sentence(stretch: str) -> bool:
    """Whether a sentence ends there; the full stop of "Mr." and of an initial ends none."""
    stops = (found[1].casefold() for found in _FULL_STOP.finditer(stretch))
    return any(not word or (len(word) > 1 and word not in words("names/titles")) for word in stops)

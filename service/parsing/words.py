"""Text to words by rules, split as the treebank that the models learnt from splits them (Universal Dependencies EWT).

Contractions come apart ("do" "n't", "Lee" "'s"), hyphens stand alone but after a prefix ("non-profit"), an
abbreviation keeps its full stop, and marks of one kind stay together ("...", "?!").
"""

import re

from service.lexicon import lines

# Letters of a word; a longer run is no word, or one of a language without blanks.
_LONGEST = 250
_LETTER = r"[^\W\d_]"
_NO_END = r"""[^\s"<>.,;:!?)\]'’”]"""
_SITE = r"(?:com|org|net|gov|edu|docx?|xlsx?|pptx?|pdf|html?|txt|jpe?g|gif|png)"
_CLITIC = r"['’](?:s|m|re|ve|ll|d)\b"


def _alternatives(name: str) -> str:
    # The longest first, since the first one that fits is taken.
    return "|".join(sorted(map(re.escape, lines(name)), key=len, reverse=True))


_WORD = re.compile(
    rf"""
      (?:https?://|www\.|mailto:) [^\s"<>]* {_NO_END}
    | [\w.+%-]* @ [\w-]+ (?:\.[\w-]+)*
    | [\w\#./-]* \w \. {_SITE} \b (?:\.[a-z]{{2}}\b)? (?:/ [^\s"<>]* {_NO_END})?
    | (?:{_LETTER}+\.){{2,}} {_LETTER}{{2,}} \b
    | (?:{_LETTER}\.){{2,}} | (?:{_LETTER}\.)+ {_LETTER} \b | ph\.d\.
    | {_LETTER} \. (?=\s|-{_LETTER}) | (?-i:[A-Z]) \. (?=[,;:)])
    | (?:{_alternatives("abbreviations")}) (?!\w) | no\.(?=\s\d)
    | etc\. (?!\.|\s+(?-i:[A-Z])|\s*\Z)
    | (?:\+?\d{{1,2}}-)? \d{{3}} - \d{{3}} - \d{{4}} \b | (?:\d{{3}}|\d) - \d{{4}} \b
    | \A \d{{1,2}} \. (?=\s)
    | (?<![\w.]) \.\d+
    | (?:\d\d)? \d0 ['’]s \b
    | \+? \d+ (?:,\d{{3}})* (?:[.:/]\d+)* (?:(?:st|nd|rd|th|s|(?-i:[A-Z]+)) \b)?
    | (?:gon|wan|got) (?=(?:na|ta)\b)
    | can (?=not\b)
    | (?:do|did|does|is|was|have|has|ca|wo|could|would|should) (?=nt\b)
    | n['’]?t \b
    | {_CLITIC}
    | \w+? (?=n['’]t\b)
    | (?:{_alternatives("prefixes")}) - \w+
    | [a-z]+ (?:&[a-z]+)+ \b
    | {_LETTER} / {_LETTER} \b
    | [odl] ['’] {_LETTER}+
    | {_LETTER}+ ['’] (?! (?:s|m|re|ve|ll|d|t) \b ) {_LETTER}{{2,}}
    | {_LETTER}+ - (?=[\s,])
    | (?:\#{_LETTER})? \w+
    | [:;] -? [)(DP] (?!\w)
    | ([-.=*<>_~+]) \1+
    | [!?.]* [!?] [!?.]*
    | '' | `` | ’’ | ‘‘
    | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_words(text: str) -> list[tuple[int, int]]:
    """Where each word begins and ends, in code points; all that is not blank is in a word."""
    return [place for found in _WORD.finditer(text) for place in _cut(*found.span())]


def _cut(start: int, end: int) -> list[tuple[int, int]]:
    return [(at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST)]

"""Text to words by rules, split as the treebank that the models learnt from splits them (Universal Dependencies EWT).

Contractions come apart ("do" "n't", "Lee" "'s"), hyphens stand alone but after a prefix ("non-profit"), an
abbreviation keeps its full stop, and marks of one kind stay together ("...", "?!").
"""

import re
from collections.abc import Iterator

from service.lexicon import families, longest_first
from service.parsing.contractions import is_contraction

# Letters of a word; a longer run is not a word, or belongs to a language without blanks. To look further for the rest
# of an address would take time that grows with the square of such a run.
_LONGEST = 250
_LETTER = r"[^\W\d_]"
_NO_END = r"""[^\s"<>.,;:!?)\]'’”]"""
_SITE = r"(?:com|org|net|gov|edu|docx?|xlsx?|pptx?|pdf|html?|txt|jpe?g|gif|png)"
_CLITIC = r"['’`´](?:(?:s|m|re|ve|ll|d)\b|m(?=a\b))"
_MONTH = r"(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)"


def _alternatives(name: str) -> str:
    return "|".join(map(re.escape, longest_first(name)))


_JOINED = "|".join(f"{first}(?={second}\\b)" for first, second in families("models/parsing/joined_words"))
_WORD = re.compile(
    rf"""
    # Addresses and files.
      (?:https?://|www\.|mailto:) [^\s"<>]* {_NO_END}
    | [\w.+%-]{{,{_LONGEST}}} @ [\w-]+ (?:\.[\w-]+)*
    | [\w\#./-]{{,{_LONGEST}}} \w \. {_SITE} \b (?:\.[a-z]{{2}}\b)? (?:/ [^\s"<>]* {_NO_END})?
    | (?<!\w) \. {_SITE} \b

    # What keeps its full stop.
    | (?:{_LETTER}+\.){{2,}} {_LETTER}{{2,}} \b
    | (?:{_LETTER}\.)+ {_LETTER} \b (?!\.) | (?:{_LETTER}\.){{2,}} | ph\.d\.
    | (?<!\w) {_LETTER} \. (?=\s|-{_LETTER}) | (?-i:[A-Z]) \. (?=[,;:)])
    | (?:{_alternatives("tokens/abbreviations")}) (?!(?-i:[a-z])) | no\.(?=\s\d)
    | (?<=,\s) (?-i:{_alternatives("tokens/states")}) (?=[,;)\s-])
    | (?-i:Sat|Sun|Mon) \. (?=,|\s+(?:\d|{_MONTH}))
    | (?<![\w.-]) {_LETTER}{{2,6}} \. (?=,)
    | etc\. (?!\.|\s+(?-i:[A-Z])|\s*\Z)

    # Numbers.
    | (?:\+?\d{{1,2}}-)? \d{{3}} [-/] \d{{3}} - \d{{4}} \b | (?:\d{{3}}|x?\d|\d{{5}}) - \d{{4}} \b
    | \d{{1,2}} - \d{{1,2}} - (?:\d\d){{1,2}} \b | \d+/\d+/\d+ | (?:0?\d|1[0-2]) / \d+ \b
    | \A \d{{1,2}} \. (?=\s)
    | (?<![\w.]) \.\d+
    | (?:\d\d)? \d0 ['’]s \b | (?<=\w\s) ['’] \d\ds? \b (?!['’])
    | \d+ (?::\d\d)? (?=[ap]m\b) | US\$ | \d+ (?=(?-i:K)\b) | (?<=[$€£]) [\d.,]*\d (?=(?-i:K|MM?|BN?)\b)
    | \+? \d+ (?:,\d{{3}})* (?:[.:]\d+)* (?:(?:st|nd|rd|th|s|(?-i:[A-Z]+)) \b)?

    # Words, and where they come apart.
    | (?P<its>its\b) | {_JOINED} | (?-i:i(?=(?:m|ve)\b) | Let(?=s\b))
    | n['’]?t \b
    | {_CLITIC}
    | \w+? (?=n['’]t\b)
    | (?:{_alternatives("tokens/prefixes")}) - \w+
    | [a-z]+ (?:&[a-z]+)+ \b
    | w/ (?:out\b|(?={_LETTER}{{2}})) | a(?=/c\b) | c(?=/o\b) | {_LETTER} / {_LETTER} \b
    | (?:gov|ass|dep)['’]t \b | (?:int|nat)['’]l \b | (?<!\w) ['’](?:em|til) \b
    | [odl] ['’] {_LETTER}+
    | {_LETTER}+ ['’] (?! (?:s|m|re|ve|ll|d|t) \b ) {_LETTER}{{2,}}
    | (?<!\w) {_LETTER} - (?=\s) | {_LETTER}+ - (?=,)
    | (?:\#{_LETTER})? \w+

    # Marks.
    | [:;=] -? [)(DPO] (?!\w) | \(: (?!\w) | \^_+\^
    | (?!<>) [-=<>~*+|]{{2,}} | (?P<mark>[.$\#_]) (?P=mark)+ | …\.+
    | [!?.]* [!?] [!?.]*
    | '' | `` | ’’ | ‘‘ | ‘’
    | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)


# Most of a text is words of plain letters, with a blank or a comma behind them, which are words whatever the rules say,
# but for what comes apart without a mark. To try all rules takes ten times as long.
_BETWEEN_BLANKS = re.compile(r"(?P<plain>[A-Za-z]+)(?P<comma>,?)(?!\S)|\S+")
_COMES_APART = frozenset(("its", "im", "ive", "lets", *map("".join, families("models/parsing/joined_words"))))


def find_words(text: str) -> list[tuple[int, int]]:
    """Where each word begins and ends, in code points; all that is not blank is in a word."""
    places: list[tuple[int, int]] = []
    for found in _BETWEEN_BLANKS.finditer(text):
        start, end = found.span()
        plain = found["plain"]
        if plain is None or len(plain) > _LONGEST or plain.lower() in _COMES_APART:
            places += _by_rules(text, start, end)
        elif found["comma"]:
            places += ((start, end - 1), (end - 1, end))
        else:
            places.append((start, end))
    return places


def _by_rules(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        found = _WORD.match(text, start)
        assert found is not None, "each character but a blank begins a word"
        yield from _places(found)
        start = found.end()


def _places(found: re.Match[str]) -> list[tuple[int, int]]:
    start, end = found.span()
    if found.lastgroup == "its" and is_contraction(found.string, start, end):
        return [(start, end - 1), (end - 1, end)]
    return [(at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST)]

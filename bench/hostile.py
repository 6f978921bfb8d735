"""Hostile shapes: texts and pages that nobody wrote, each of one kind of thing and as long as it is asked for.

All is invented. A shape is a piece that is repeated; where every piece must differ, it has a number or a name of its
own.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import count, islice

_ONSETS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z")
_RHYMES = ("a", "el", "i", "on", "u", "ar", "en", "ir", "os", "um")
# A piece by its number, counted from 0.
Piece = Callable[[int], str]


def shape(name: str, n_characters: int) -> str:
    """The text of this shape, of this many characters."""
    return _grown(TEXTS[name], n_characters)


def page(name: str, n_characters: int) -> str:
    """The HTML page of this shape, with this many characters between its first tags and its last."""
    opening, piece, closing = PAGES[name]
    return f"<html><body>{opening}{_grown(piece, n_characters)}{closing}</body></html>"


def name_of(number: int) -> str:
    """A first name and a surname; no number has those of another."""
    return f"{_invented(number % 97).title()} {_invented(number + 1_000).title()}"


def word_of(number: int) -> str:
    """A word that is no other number's."""
    return _invented(number + 50)


def _invented(number: int) -> str:
    syllables = [_ONSETS[number % len(_ONSETS)] + _RHYMES[number // len(_ONSETS) % len(_RHYMES)]]
    rest = number // (len(_ONSETS) * len(_RHYMES))
    return "".join(syllables) if not rest else _invented(rest - 1) + syllables[0]


def _grown(piece: Piece, n_characters: int) -> str:
    return "".join(_until(map(piece, count()), n_characters))[:n_characters]


def _until(pieces: Iterator[str], n_characters: int) -> Iterator[str]:
    # Every piece has a character at least.
    length = 0
    for each in islice(pieces, n_characters):
        yield each
        length += len(each)
        if length >= n_characters:
            return


def _same(text: str) -> Piece:
    return lambda _: text


TEXTS: Mapping[str, Piece] = {
    # Names, and what stands for them.
    "names": lambda number: f"{name_of(number)}, ",
    "one name": _same("Ann Lee, "),
    "names of one surname": lambda number: f"{_invented(number).title()} Lee said so. ",
    "surnames": lambda number: f"{_invented(number + 1_000).title()} said so. ",
    "speakers": lambda number: f"“We won,” {name_of(number)} said. ",
    "organizations": lambda number: f"the {_invented(number).title()} Council (NB{number}), ",
    "acronyms": lambda number: f"{_invented(number).upper()} said it. ",
    "pronouns": _same("he told her that they saw it and she "),
    "descriptions": lambda number: f"The {word_of(number)} minister said so. ",
    "positions": lambda number: f"Ann Lee, director of the {_invented(number).title()} Institute, ",
    "titles before names": _same("President Minister Judge General "),
    "possessives": _same("the minister’s aunt’s lawyer’s "),
    "turns": lambda number: f"Ann Lee: I won {number}.\nBo Kim: We lost.\n",
    # Marks.
    "straight marks": _same('"'),
    "curly marks": _same("“”"),
    "opening marks": _same("“ "),
    "closing marks": _same("a” "),
    "single marks": _same("‘ "),
    "apostrophes": _same("a' "),
    "guillemets": _same("«a» »b« "),
    "low marks": _same("„a “b "),
    "quoted letters": lambda number: f'"{chr(97 + number % 26)}" ',
    "letters between single marks": lambda number: f"‘{chr(97 + number % 26)}’ ",
    "tiny quotations": lambda number: f"“{word_of(number)},” she said. ",
    "paragraphs that carry on": lambda number: f"“We {word_of(number)} it.\n\n",
    "marks within marks": _same("“a ‘b "),
    # Reports.
    "one cue": _same("said "),
    "according": _same("according "),
    "according to": lambda number: f"according to {name_of(number)} ",
    "reports within reports": lambda number: f"{name_of(number)} said that ",
    "reports in a row": lambda number: f"{name_of(number)} said that it {word_of(number)}, ",
    "statements": lambda number: f"The ministry said in a statement that {word_of(number)} was lost.\n",
    # Words.
    "one word": _same("buffalo "),
    "one sentence": lambda number: f"and the {word_of(number)} saw it ",
    "words": lambda number: f"{word_of(number)} ",
    "one letter": _same("a"),
    "letters": lambda number: f"{chr(97 + number % 26)} ",
    "letters with full stops": lambda number: f"{chr(65 + number % 26)}.",
    "digits": _same("1"),
    "numbers": lambda number: f"{number} ",
    "a table": lambda number: f"{number} | {word_of(number)} | {number / 7:.2f}\n",
    "hyphens": _same("a-"),
    "its": _same("its "),
    "addresses": _same("a@a."),
    "sites": _same("a.b/c"),
    # Signs.
    "brackets": _same("("),
    "letters in brackets": _same("(a) "),
    "full stops": _same("."),
    "questions": _same("?! "),
    "colons": _same("a: "),
    "blanks": _same(" \t\u00a0"),
    "lines": _same("a\n"),
    "wrapped lines": _same("a line that breaks off where its author thought fit,\n"),
    "emoji": _same("😀"),
    "combining marks": _same("e\u0301\u0323"),
    "zero-width spaces": _same("a\u200b"),
    "soft hyphens": _same("Le\u00ade "),
    "a script without blanks": _same("新聞記者"),
    "a script from right to left": _same("قال "),
    "capitals": _same("ANN LEE SAID "),
}
"""Pieces of plain text."""

PAGES: Mapping[str, tuple[str, Piece, str]] = {
    "nested tags": ("", _same("<div>a"), ""),
    "nested inline tags": ("<p>", _same("<b>a"), "</p>"),
    "tails between empty tags": ("<p>", _same("<b></b>a "), "</p>"),
    "tails between line breaks": ("<p>", _same("a<br>"), "</p>"),
    "tails in the body": ("", _same("a <i></i>"), ""),
    "entities": ("<p>", _same("&eacute;&#233;&#x"), "</p>"),
    "unclosed tags": ("<p>", _same("<a "), ""),
    "attributes": ("<p", lambda number: f' a{number}="b"', ">We won.</p>"),
    "links": ("<p>", lambda number: f'<a href="/{number}">{word_of(number)}</a> ', "</p>"),
    "paragraphs": ("", lambda number: f"<p>{word_of(number)} said so.</p>", ""),
    "lists": ("<ul>", _same("<li>a"), "</ul>"),
    "nested lists": ("", _same("<ul><li>a"), ""),
    "table cells": ("<table>", _same("<tr><td>a</td></tr>"), "</table>"),
    "nested tables": ("", _same("<table><tr><td>a"), ""),
    "comments": ("<p>a", _same("<!-- a -->"), "</p>"),
    "scripts": ("<p>a", _same("<script>a</script>"), "</p>"),
    "quotations": ("", _same("<blockquote>a</blockquote>"), ""),
    "headings": ("", _same("<h2>a</h2>"), ""),
}
"""The start of a page's body, its piece, and its end."""

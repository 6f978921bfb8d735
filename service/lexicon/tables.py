"""The one reader of word lists and tables. All are text files, an entry a line; what follows a # is a comment.

A NAME is the file's path without its suffix: `names/titles` is a hand-made list of this room, `models/…` a table that a
command of `training/` learnt. Content words belong in a list; articles, prepositions, pronouns, marks and relations, of
which there are few and no more to come, may stand in the code of their rule. There are four formats:

- words: one word or phrase a line;
- table: a word, then what it stands for (`grey gray`);
- families: the words of one meaning, the one that stands for all first; apart by blanks, or by bars where an entry has
  more words than one (`chair | chairman`);
- weights: what is weighed, then its weight, a number (`clause_touches -0.333`).
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_LEARNT = "models/"


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of the file in order; blank lines and comments are no entries."""
    text = file_of(name).read_text(encoding="utf-8")
    entries = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)


@cache
def words(name: str) -> frozenset[str]:
    """The entries as a set."""
    return frozenset(lines(name))


@cache
def longest_first(name: str) -> tuple[str, ...]:
    """The entries in the order in which a pattern has to try them: one may begin another."""
    return tuple(sorted(lines(name), key=lambda entry: (-len(entry), entry)))


@cache
def table(name: str) -> dict[str, str]:
    """The first word of each line to the rest of it."""
    return dict(line.split(maxsplit=1) for line in lines(name))


@cache
def families(name: str) -> tuple[tuple[str, ...], ...]:
    """The members of each line, in order."""
    bar = "|" if any("|" in line for line in lines(name)) else None
    return tuple(tuple(map(str.strip, line.split(bar))) for line in lines(name))


@cache
def weights(name: str) -> dict[str, float]:
    """All of a line but its last word to that word, a number."""
    rows = (line.rsplit(maxsplit=1) for line in lines(name))
    return {weighed: float(weight) for weighed, weight in rows}


def file_of(name: str) -> Traversable:
    """Where the file lies in the package."""
    folder = "service" if name.startswith(_LEARNT) else __package__
    return files(folder).joinpath(f"{name}.txt")

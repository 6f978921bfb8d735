"""CoNLL-U files as sentences of words, and back. Only the columns that our models read are kept."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from stanza.utils.datasets import conllu_to_text

from service.domain.articles import Span

TREEBANK_NAME = "en_press-ud"
N_COLUMNS = 10
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True)
class Word:
    """One line of a treebank: the form, what is said of it, and whether a blank follows."""

    text: str
    lemma: str
    pos: str
    head: int
    relation: str
    has_space_after: bool


Sentence = tuple[Word, ...]


def read_treebank(path: Path) -> tuple[Sentence, ...]:
    """Every sentence of the file, in order."""
    return tuple(_sentences(path.read_text(encoding="utf-8").splitlines()))


def write_treebank(path: Path, sentences: Iterable[Sentence]) -> None:
    """Write the sentences so that Stanza reads them; the columns that we drop are left empty."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(conllu(sentences), encoding="utf-8")


def conllu(sentences: Iterable[Sentence]) -> str:
    """The sentences as the text of a file."""
    return "".join(
        "".join(_line(index, word) for index, word in enumerate(sentence, start=1)) + "\n" for sentence in sentences
    )


def raw_text(path: Path) -> str:
    """The file's text as it was before it was split into words."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.txt"
        conllu_to_text.main([str(path), str(plain)])
        return plain.read_text(encoding="utf-8")


def raw_paragraphs(text: str) -> list[Span]:
    """The paragraphs of a raw text: empty lines part them."""
    return [Span(found.start(), found.end(), found.group()) for found in _PARAGRAPH.finditer(text)]


def ends_in(text: str, pieces: Iterable[str]) -> set[int]:
    """Where words, or whole sentences, end in the raw text of their file; blanks in them do not matter."""
    ends, position = set(), 0
    for piece in pieces:
        for letter in "".join(piece.split()):
            position = text.index(letter, position) + 1
        ends.add(position)
    return ends


def _sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    words: list[Word] = []
    for line in lines:
        columns = line.split("\t")
        if columns[0].isdigit() and len(columns) == N_COLUMNS:
            words.append(_word(columns))
        elif not line.strip() and words:
            yield tuple(words)
            words = []
    if words:
        yield tuple(words)


def _word(columns: list[str]) -> Word:
    return Word(
        text=columns[1],
        lemma=columns[2],
        pos=columns[3],
        head=int(columns[6]),
        relation=columns[7],
        has_space_after="SpaceAfter=No" not in columns[9],
    )


def _line(index: int, word: Word) -> str:
    space = "_" if word.has_space_after else "SpaceAfter=No"
    columns = (
        str(index),
        word.text,
        word.lemma,
        word.pos,
        "_",
        "_",
        str(word.head),
        word.relation,
        "_",
        space,
    )
    return "\t".join(columns) + "\n"

"""A few invented sentences, and the vocabulary of a small net as a file."""

from pathlib import Path

from tests.parsing.nets.small import KNOWN
from training.encoder.examples import NamedSentence
from training.treebank import Sentence, Word

NAMED: tuple[NamedSentence, ...] = (
    (("Ann", "B-PERSON"), ("Lee", "E-PERSON"), ("spoke", "O"), (".", "O")),
    (("We", "O"), ("spoke", "O"), ("in", "O"), ("Oslo", "S-LOC"), (".", "O")),
    (("In", "O"), ("Oslo", "S-LOC"), ("spoke", "O"), ("Ann", "S-PERSON")),
)


def _sentence(*rows: tuple[str, str, int, str]) -> Sentence:
    return tuple(
        Word(text, text.lower(), tag, head, relation, has_space_after=True) for text, tag, head, relation in rows
    )


TREES: tuple[Sentence, ...] = (
    _sentence(("Ann", "PROPN", 2, "nsubj"), ("spoke", "VERB", 0, "root"), (".", "PUNCT", 2, "punct")),
    _sentence(
        ("We", "PRON", 2, "nsubj"), ("spoke", "VERB", 0, "root"), ("in", "ADP", 4, "case"), ("Oslo", "PROPN", 2, "obl"),
        (".", "PUNCT", 2, "punct"),
    ),
)  # fmt: skip


def vocabulary(folder: Path) -> Path:
    """The known pieces as a file."""
    path = folder / "vocab.txt"
    path.write_text("\n".join(KNOWN) + "\n", encoding="utf-8")
    return path

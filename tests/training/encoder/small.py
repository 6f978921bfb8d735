"""A reader of two layers, sixteen wide, and a few invented sentences."""

from pathlib import Path

from training.encoder.examples import Labels, NamedSentence, labels_of
from training.encoder.net import Size
from training.encoder.pieces import Pieces
from training.encoder.reader import Reader
from training.treebank import Sentence, Word

KNOWN = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "ann", "lee", "spoke", "##n", "in", "os", "##lo", ".", "we", "‘")
PIECES = Pieces(KNOWN)

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
LABELS: Labels = labels_of(NAMED, TREES)


def size(*, n_layers: int = 2, n_piece_layers: int = 1) -> Size:
    """A net that learns in a second."""
    return Size(
        n_pieces=len(KNOWN), width=16, inner=32, n_attention_heads=2, n_layers=n_layers,
        n_piece_layers=n_piece_layers, longest=32, dropout=0.0,
    )  # fmt: skip


def reader() -> Reader:
    """A reader that knows nothing yet."""
    return Reader(size(), LABELS, dropout=0.0)


def vocabulary(folder: Path) -> Path:
    """The known pieces as a file."""
    path = folder / "vocab.txt"
    path.write_text("\n".join(KNOWN) + "\n", encoding="utf-8")
    return path

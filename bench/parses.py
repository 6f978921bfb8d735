"""Parses kept on disk, for measurements and trainings that read the same articles again and again."""

import ast
import pickle
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import service
from service.domain.articles import Sentence, Span
from service.parsing.parser import Parser

_PACKAGE = Path(service.__file__).parent
_LEXICON = _PACKAGE / "lexicon"
# What the parser reads beside the models: its learnt tables, and the lists for splitting words and sentences.
TABLES = (
    *sorted((_PACKAGE / "models" / "parsing").glob("*.txt")),
    *sorted((_LEXICON / "tokens").glob("*.txt")),
    _LEXICON / "grammar" / "function_words.txt",
)


class CachedParser:
    """Hands out the parse that the folder holds; what it does not hold is parsed and kept.

    A cached parse belongs to the article, the models and the parsing code: if any changes, it is parsed again.
    """

    def __init__(self, folder: Path, load: Callable[[], Parser], fingerprint: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._load = load
        self._fingerprint = fingerprint
        self._parser: Parser | None = None

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """See `Parser.parse`."""
        path = self._folder / f"{parse_key(text, paragraphs, self._fingerprint)}.pickle"
        if path.exists():
            kept: tuple[Sentence, ...] = pickle.loads(path.read_bytes())
            return kept
        if self._parser is None:
            self._parser = self._load()
        sentences = self._parser.parse(text, paragraphs)
        half_written = path.with_suffix(".part")
        half_written.write_bytes(pickle.dumps(sentences))
        half_written.rename(path)
        return sentences


def stanza_parser(models: Path, *, cache: Path | None = None) -> Parser:
    """The parser of the service; with a cache, the models load only when an article is new."""

    def load() -> Parser:
        from service.parsing.stanza_parser import StanzaParser

        return StanzaParser(models, threads=1)

    return load() if cache is None else CachedParser(cache, load, models_fingerprint(models))


def parse_key(text: str, paragraphs: Sequence[Span], fingerprint: str) -> str:
    """The name under which a parse is cached."""
    borders = ",".join(f"{paragraph.start}-{paragraph.end}" for paragraph in paragraphs)
    return sha256("\x1f".join((fingerprint, borders, text)).encode("utf-8", "surrogatepass")).hexdigest()


def models_fingerprint(models: Path) -> str:
    """Another text for other models, and for other code and tables that parse; layout and comments may change."""
    digest = sha256()
    for path in sorted(path for folder in ("parsing", "text") for path in (_PACKAGE / folder).rglob("*.py")):
        digest.update(ast.dump(ast.parse(path.read_text("utf-8"))).encode())
    for path in (*TABLES, *sorted(models.glob("*.pt"))):
        digest.update(path.name.encode() + sha256(path.read_bytes()).digest())
    return digest.hexdigest()

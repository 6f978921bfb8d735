"""What this service is made of, by digests, and how accurate it was when that was measured."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

VERSION = "0.1.0"

_PACKAGE = Path(__file__).parent
# The models that came with the package.
MODELS = _PACKAGE / "models" / "en"

_ACCURACY = _PACKAGE / "accuracy.json"
# The code that the answers come from; what is around it changes none of them.
_DECIDING = ("attribution", "linking", "parsing", "text")


@dataclass(frozen=True, slots=True)
class Build:
    """The parts that an answer depends on, each by the digest of its files."""

    code: str
    models: str
    weights: str


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Measured figures in per cent, by their names, and what they were measured with."""

    figures: Mapping[str, float]
    build: Build


@cache
def build_of(models: Path) -> Build:
    """The build with the models of this folder: the code that decides, the models, the weights and word lists."""
    code = (path for part in _DECIDING for path in (_PACKAGE / part).rglob("*.py"))
    return Build(
        code=_digest(code, _PACKAGE),
        models=_digest(models.rglob("*.pt"), models),
        weights=_digest(
            (path for part in ("lexicon", "models") for path in (_PACKAGE / part).rglob("*.txt")), _PACKAGE
        ),
    )


@cache
def measured_accuracy() -> Accuracy:
    """The figures of the last measurement, which came with the package."""
    record = json.loads(_ACCURACY.read_text("utf-8"))
    return Accuracy(record["figures"], Build(**record["build"]))


def _digest(paths: Iterable[Path], folder: Path) -> str:
    """One digest of the files' names and contents, the same on every machine."""
    whole = sha256()
    for path in sorted(paths):
        whole.update(f"{path.relative_to(folder).as_posix()}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()

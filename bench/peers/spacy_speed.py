"""Words a CPU second of spaCy's small English pipeline, which tags, parses and finds names, and attributes nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from training.encoder.examples import read_names
from training.treebank import TREEBANK_NAME, read_treebank

_PROGRAM = Path(__file__).with_name("spacy_small.py")
_REQUIREMENT = "spacy==3.8.18"
_MOST_SENTENCES = 5_000
# One core, as for us.
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def spacy_seconds(texts: Sequence[str], shared: Path, folder: Path) -> float:
    """CPU seconds for the texts, one by one.

    What it needs is made in the folder at the first call: an environment with spaCy, from the package index, and a
    pipeline, from the annotated sentences of `shared`.
    """
    python = folder / "environment" / "bin" / "python"
    lessons = folder / "lessons.json"
    if not lessons.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "environment"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", _REQUIREMENT], check=True)
        lessons.write_text(json.dumps([*_lessons(shared)]), encoding="utf-8")
    answer = subprocess.run(
        [python, _PROGRAM, folder], input=json.dumps(texts), env={**os.environ, **_ONE_THREAD, "PYTHONPATH": ""},
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return float(answer.stdout)


def _lessons(shared: Path) -> Iterator[dict[str, list[str] | list[int]]]:
    for sentence in islice(read_treebank(shared / "treebank" / f"{TREEBANK_NAME}-train.conllu"), _MOST_SENTENCES):
        yield {
            "words": [word.text for word in sentence],
            "tags": [word.pos for word in sentence],
            # spaCy's root is its own head.
            "heads": [word.head - 1 if word.head else place for place, word in enumerate(sentence)],
            "relations": [word.relation if word.head else "ROOT" for word in sentence],
        }
    for named in islice(read_names(shared / "ner" / "en_press.train.json"), _MOST_SENTENCES):
        yield {"words": [word for word, _ in named], "names": [tag for _, tag in named]}

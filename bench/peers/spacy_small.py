"""Run by the Python of an environment that has spaCy: `python spacy_small.py FOLDER < texts.json`.

No package index has the weights of `en_core_web_sm`, so a pipeline of the same shape (spaCy 3.8: its tokenizer, tagger,
parser and names, 96 wide, with the vectors of words shared by tagger and parser) is taught here for some seconds: how
long a pipeline takes hangs on its shape, not on how right it is. FOLDER/lessons.json has sentences to learn from,
FOLDER/pipeline keeps what was learned. Prints the CPU seconds that the texts took, one by one.
"""

import gc
import json
import random
import sys
import time
from pathlib import Path

import spacy  # type: ignore[import-not-found]
from spacy.tokens import Doc  # type: ignore[import-not-found]
from spacy.training import Example, biluo_tags_to_spans  # type: ignore[import-not-found]

_N_STEPS, _N_SENTENCES = 300, 32
_WARM_UP = "“We are ready,” Ann Lee said."
# spaCy's letters for how a word stands in a name.
_LETTERS = {"E": "L", "S": "U"}


def _embedding(attributes: list[str], rows: list[int]) -> dict[str, object]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": attributes,
            "rows": rows,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(kind: str, vectors: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": vectors,
    }


def _pipeline() -> spacy.Language:
    """The components and sizes of `en_core_web_sm` 3.8, without weights."""
    nlp = spacy.blank("en")
    letters = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
    own = _embedding([*letters, "SPACY", "IS_SPACE"], [5000, 1000, 2500, 2500, 50, 50])
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp.add_pipe("tok2vec", config={"model": own})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": shared}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", shared)})
    names = _embedding(letters, [5000, 2500, 2500, 2500])
    nlp.add_pipe("ner", config={"model": _transitions("ner", names)})
    return nlp


def _example(nlp: spacy.Language, lesson: dict[str, list[str]]) -> Example:
    """A sentence with its tags and heads, or with its names."""
    words = lesson["words"]
    if "names" not in lesson:
        annotated = Doc(nlp.vocab, words, tags=lesson["tags"], heads=lesson["heads"], deps=lesson["relations"])
    else:
        annotated = Doc(nlp.vocab, words)
        annotated.ents = biluo_tags_to_spans(
            annotated, [_LETTERS.get(tag[0], tag[0]) + tag[1:] for tag in lesson["names"]]
        )
    return Example(Doc(nlp.vocab, words), annotated)


def _taught(lessons: list[dict[str, list[str]]]) -> spacy.Language:
    nlp = _pipeline()
    chance = random.Random(0)
    examples = [_example(nlp, lesson) for lesson in lessons]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(_N_STEPS):
        nlp.update(chance.sample(examples, _N_SENTENCES), sgd=optimizer)
    return nlp


def main() -> None:
    """Make or load the pipeline, and time it."""
    folder = Path(sys.argv[1])
    texts = json.load(sys.stdin)
    if not (folder / "pipeline").exists():
        _taught(json.loads((folder / "lessons.json").read_text("utf-8"))).to_disk(folder / "pipeline")
    nlp = spacy.load(folder / "pipeline")
    nlp(_WARM_UP)
    # As our service does.
    gc.collect()
    gc.freeze()
    began = time.process_time()
    for text in texts:
        nlp(text)
    print(time.process_time() - began)


if __name__ == "__main__":
    main()

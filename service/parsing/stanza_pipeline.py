"""Any models that Stanza can load, run by Stanza itself: slower, and for all kinds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import stanza

from service.errors import ModelError
from service.parsing.annotation import Annotation, Places
from service.parsing.chunks import chunks

_PROCESSORS = ("pos", "lemma", "depparse", "ner")
_NEED_VECTORS = ("pos", "depparse", "ner")


class PipelineModels:
    """The models of a folder: one file a processor (`pos.pt` …), or a Stanza resource folder with `resources.json`.

    Raises ModelError if they cannot be loaded.
    """

    precision = "float32"

    def __init__(self, folder: Path) -> None:
        try:
            self._pipeline: Any = stanza.Pipeline(
                "en",
                dir=str(folder),
                processors=",".join(("tokenize", *_PROCESSORS)),
                tokenize_pretokenized=True,
                download_method=None,
                allow_unknown_language=True,
                use_gpu=False,
                verbose=False,
                **_paths(folder),
            )
        # Stanza raises what its files happen to make it raise.
        except Exception as error:
            raise ModelError(f"the models in {folder} cannot be loaded: {error}") from error

    def annotate(self, sentences: Sequence[Sequence[str]], places: Places | None = None) -> list[Annotation]:  # noqa: ARG002 - no model of Stanza's tells what is reported
        """See `Annotator.annotate`."""
        return [annotation for chunk in chunks(sentences) for annotation in self._annotate(chunk)]

    def _annotate(self, sentences: Sequence[Sequence[str]]) -> list[Annotation]:
        document = self._pipeline([list(sentence) for sentence in sentences])
        return [_annotation(token) for sentence in document.sentences for token in sentence.tokens]

    def end_odds(self, places: Sequence[tuple[str, int]]) -> list[float]:
        """See `Annotator.end_odds`."""
        return [0.0] * len(places)


def _paths(folder: Path) -> dict[str, str]:
    """Where the files of a folder are that has one for each processor; Stanza finds its own resources itself."""
    if not (folder / "pos.pt").is_file():
        return {}
    paths = {f"{name}_model_path": str(folder / f"{name}.pt") for name in _PROCESSORS}
    return paths | {f"{name}_pretrain_path": str(folder / "pretrain.pt") for name in _NEED_VECTORS}


def _annotation(token: Any) -> Annotation:  # noqa: ANN401 - Stanza has no types
    word = token.words[0]
    return Annotation(
        lemma=word.lemma or word.text,
        pos=word.upos or "X",
        head=word.head - 1 if word.head else None,
        relation=word.deprel or "dep",
        entity=token.ner or "O",
    )

"""Our models in a pipeline of Stanza's own: importing this module registers a processor `encoder`.

    stanza.Pipeline("en", dir=folder, processors="tokenize,encoder", encoder_model_path=folder, …)

It is one processor in place of Stanza's four, for all that they say is read off the same vectors. The service does not
run it: it needs no documents. `docs/models.md` has the whole call.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from stanza.models.common.doc import DEPREL, HEAD, LEMMA, NER, UPOS, Document
from stanza.pipeline.processor import Processor, register_processor

from service.parsing.nets.loading import EncoderModels

PROCESSOR = "encoder"


@register_processor(name=PROCESSOR)
class EncoderProcessor(Processor):  # type: ignore[misc] # Stanza has no types
    """Tags, lemmas, heads, relations and names, by the models of a folder (`encoder_model_path`)."""

    PROVIDES_DEFAULT = frozenset(("pos", "lemma", "depparse", "ner"))
    REQUIRES_DEFAULT = frozenset(("tokenize",))

    def __init__(self, config: Mapping[str, Any], pipeline: object, device: object) -> None:
        super().__init__(config, pipeline, device)
        self._models = EncoderModels(Path(config["model_path"]))

    def process(self, document: Document) -> Document:
        """The document, with all that is known of its words."""
        sentences = [[token.text for token in sentence.tokens] for sentence in document.sentences]
        with torch.inference_mode():
            found = self._models.annotate(sentences)
        heads = [0 if each.head is None else each.head + 1 for each in found]
        relations = [each.relation for each in found]
        document.set([UPOS, LEMMA], [(each.pos, each.lemma) for each in found])
        document.set([HEAD, DEPREL], list(zip(heads, relations, strict=True)))
        document.set([NER], [each.entity for each in found], to_token=True)
        for sentence in document.sentences:
            sentence.build_dependencies()
        document.build_ents()
        return document

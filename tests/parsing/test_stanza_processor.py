"""Stanza's own pipeline loads and runs our models, and answers as we do."""

import logging
from pathlib import Path
from typing import Any

import pytest
import stanza
import torch

from service.config.settings import Settings
from service.parsing.annotation import Annotation
from service.parsing.nets.loading import EncoderModels
from service.parsing.sentence_breaks import split_sentences
from service.parsing.stanza_processor import PROCESSOR
from tests.parsing.nets.small import build_encoder_models

# torch takes seconds to load.
pytestmark = pytest.mark.slow

SEED = Path(__file__).parent.parent.parent / "seeds"


def pipeline(folder: Path) -> Any:
    logging.getLogger("stanza").setLevel(logging.ERROR)
    return stanza.Pipeline(
        "en", dir=str(folder), processors=f"tokenize,{PROCESSOR}", encoder_model_path=str(folder),
        tokenize_pretokenized=True, allow_unknown_language=True, download_method=None, use_gpu=False, verbose=False,
    )  # fmt: skip


def words_of(document: Any) -> list[Annotation]:
    return [
        Annotation(word.lemma, word.upos, word.head - 1 if word.head else None, word.deprel, token.ner)
        for sentence in document.sentences
        for token in sentence.tokens
        for word in token.words
    ]


def test_stanzas_pipeline_runs_a_folder_with_an_encoder(tmp_path: Path):
    folder = build_encoder_models(tmp_path)
    (folder / "resources.json").write_text("{}", "utf-8")
    sentences = [["Ann", "spoke", "."], ["Oslo"]]
    document = pipeline(folder)(sentences)
    with torch.inference_mode():
        assert words_of(document) == EncoderModels(folder).annotate(sentences)
    assert [len(sentence.dependencies) for sentence in document.sentences] == [3, 1]


@pytest.mark.model
def test_the_shipped_models_answer_alike():
    folder = Settings().models
    paragraphs = next(iter(sorted(SEED.glob("*.txt")))).read_text("utf-8").split("\n")
    found = split_sentences(paragraphs, lambda places: [0.0] * len(places))
    sentences = [
        [text[start:end] for start, end in words]
        for text, of_paragraph in zip(paragraphs, found, strict=True)
        for words in of_paragraph
    ]
    document = pipeline(folder)(sentences)
    with torch.inference_mode():
        assert words_of(document) == EncoderModels(folder).annotate(sentences)
    assert {entity.type for entity in document.ents} >= {"PERSON", "ORG"}

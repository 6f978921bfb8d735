"""The parser of the service: words and sentences by our own tables, the rest by the models of a folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock

import torch

from service.domain.articles import Sentence, Span, Token
from service.parsing.annotation import Annotation, Annotator
from service.parsing.heap import keep_heap
from service.parsing.nets.loading import ENCODER, EncoderModels
from service.parsing.parser import LONGEST_SENTENCE
from service.parsing.reported.mark_places import mark_places
from service.parsing.sentence_breaks import Offsets, split_sentences
from service.parsing.stanza_pipeline import PipelineModels
from service.text.marked_spans import MarkedSpan
from service.text.marks import find_marks

# Kinds of names that other models label differently, or distinguish where the service does not.
_KINDS = {"PER": "PERSON", "GPE": "LOC", "FAC": "LOC"}


def use_threads(number: int) -> None:
    """How many threads a parse in this process has, from now on."""
    torch.set_num_threads(number)


class StanzaParser:
    """Parses with the models of a folder; the models are loaded once, when the parser is made. What a parse frees stays
    with the process.

    Raises ModelError if the folder or a model in it cannot be used.
    """

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        use_threads(threads)
        keep_heap()
        self._models = load_annotator(folder)
        self.precision = self._models.precision
        # The models keep state while they run: one text at a time.
        self._lock = Lock()

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """See `Parser.parse`."""
        with self._lock, torch.inference_mode():
            found = split_sentences([paragraph.text for paragraph in paragraphs], self._models.end_odds)
            sentences = [
                (number, [_word(text, paragraphs[number].start, place) for place in words])
                for number, of_paragraph in enumerate(found)
                for sentence in of_paragraph
                for words in _cut(sentence)
            ]
            return tuple(self._annotated(text, sentences, find_marks(text, paragraphs)))

    def _annotated(
        self, text: str, sentences: Sequence[tuple[int, list[Span]]], marks: Sequence[MarkedSpan]
    ) -> Iterator[Sentence]:
        places = mark_places([word for _, words in sentences for word in words], marks)
        annotations = iter(self._models.annotate([[word.text for word in words] for _, words in sentences], places))
        for number, words in sentences:
            start, end = words[0].start, words[-1].end
            tokens = tuple(map(_token, words, annotations))
            yield Sentence(Span(start, end, text[start:end]), number, tokens)


def load_annotator(folder: Path) -> Annotator:
    """The models of a folder: ours if it has an encoder, else whatever Stanza can load.

    Raises ModelError if they cannot be used.
    """
    return EncoderModels(folder) if (folder / ENCODER).is_file() else PipelineModels(folder)


def _word(text: str, start_of_paragraph: int, place: Offsets) -> Span:
    start, end = start_of_paragraph + place[0], start_of_paragraph + place[1]
    return Span(start, end, text[start:end])


def _token(word: Span, annotation: Annotation) -> Token:
    return Token(
        span=word,
        lemma=annotation.lemma.casefold(),
        pos=annotation.pos,
        head=annotation.head,
        relation=annotation.relation,
        entity=_entity(annotation.entity),
        reported=annotation.reported,
    )


def _entity(tag: str) -> str:
    place, dash, kind = tag.partition("-")
    return place + dash + _KINDS.get(kind, kind)


def _cut(sentence: Sequence[Offsets]) -> Iterator[Sequence[Offsets]]:
    for start in range(0, len(sentence), LONGEST_SENTENCE):
        yield sentence[start : start + LONGEST_SENTENCE]

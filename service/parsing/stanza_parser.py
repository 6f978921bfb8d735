"""The one file that knows Stanza: loads its models from a folder, and turns its objects into ours at the door.

Stanza counts a word's head from 1 and its characters from the text's start; ours count from 0 and into the article.
Texts are taken from the article by offsets, never from Stanza, which replaces very long words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any

import stanza
import torch
from stanza.models.common.doc import Document

from service.domain import Sentence, Span, Token
from service.errors import ModelError
from service.parsing.sentence_ends import mended_sentences

_PROCESSORS = ("tokenize", "pos", "lemma", "depparse", "ner")
_NEED_VECTORS = ("pos", "depparse", "ner")
# Characters parsed in one call: long texts are parsed in windows, so that memory stays bounded.
_WINDOW = 20_000
# Characters without a sentence's end. The parser's memory grows with the square of a sentence's length, so a longer
# run is cut at a blank; real sentences of newspapers stay under 1,000.
_LONGEST_RUN = 1_200
_MOST_WORDS = 250
_SENTENCE_END = re.compile(r"[.?!;:…][”\"’')\]]*\s+")
_WORD = re.compile(r"\w+|[^\w\s]")
_BREAK = "\n\n"


class StanzaParser:
    """Parses with the Stanza models of a folder; the models are loaded once, when the parser is made.

    Raises ModelError where the folder or a model in it cannot be used.
    """

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        torch.set_num_threads(threads)
        self._pipeline = _load(folder)
        # Stanza's processors keep state while they run: one text at a time.
        self._lock = Lock()

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """See `Parser.parse`."""
        return tuple(
            sentence for window in _windows(tuple(_pieces(paragraphs))) for sentence in self._parse_window(text, window)
        )

    def _parse_window(self, text: str, window: Sequence[tuple[int, Span]]) -> Iterator[Sentence]:
        starts = _starts_in_window(window)
        joined = _BREAK.join(piece.text.replace("\n", " ") for _, piece in window)
        with self._lock, torch.inference_mode():
            split = self._pipeline.process(joined, processors=_PROCESSORS[:1])
            sentences = mended_sentences([sentence.to_dict() for sentence in split.sentences], joined)
            parsed = self._pipeline.process(Document(sentences, text=joined), processors=_PROCESSORS[1:])
        for sentence in parsed.sentences:
            index = bisect_right(starts, sentence.tokens[0].start_char) - 1
            paragraph, piece = window[index]
            shift = piece.start - starts[index]
            tokens = tuple(_token(text, token, shift) for token in sentence.tokens)
            start, end = tokens[0].span.start, tokens[-1].span.end
            yield Sentence(Span(start, end, text[start:end]), paragraph, tokens)


def _load(folder: Path) -> Any:  # noqa: ANN401 - Stanza has no types
    paths: dict[str, str] = {}
    for processor in _PROCESSORS:
        paths[f"{processor}_model_path"] = str(_model(folder, processor))
    for processor in _NEED_VECTORS:
        paths[f"{processor}_pretrain_path"] = str(_model(folder, "pretrain"))
    try:
        return stanza.Pipeline(
            "en",
            dir=str(folder),
            processors=",".join(_PROCESSORS),
            download_method=None,
            allow_unknown_language=True,
            use_gpu=False,
            verbose=False,
            **paths,
        )
    except (OSError, RuntimeError, KeyError, ValueError) as error:
        raise ModelError(f"the models in {folder} cannot be loaded: {error}") from error


def _model(folder: Path, name: str) -> Path:
    path = folder / f"{name}.pt"
    if not path.is_file():
        raise ModelError(f"no model {path.name} in the folder {folder}")
    return path


def _token(text: str, token: Any, shift: int) -> Token:  # noqa: ANN401 - Stanza has no types
    word = token.words[0]
    start, end = token.start_char + shift, token.end_char + shift
    return Token(
        span=Span(start, end, text[start:end]),
        lemma=(word.lemma or word.text).casefold(),
        pos=word.upos or "X",
        head=word.head - 1 if word.head else None,
        relation=word.deprel or "dep",
        entity=token.ner or "O",
    )


def _pieces(paragraphs: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """The paragraphs with their indexes, those cut that run on too long without a sentence's end."""
    for index, paragraph in enumerate(paragraphs):
        start = 0
        for cut in (*_cuts(paragraph.text), len(paragraph)):
            yield index, Span(paragraph.start + start, paragraph.start + cut, paragraph.text[start:cut])
            start = cut


def _cuts(text: str) -> Iterator[int]:
    """Where to cut the text, so that no run between two sentences' ends is longer than a sentence can be."""
    start = 0
    for end in (*(found.end() for found in _SENTENCE_END.finditer(text)), len(text)):
        while (length := _excess(text, start, end)) is not None:
            start += length
            yield start
        start = end


def _excess(text: str, start: int, end: int) -> int | None:
    """How many characters to cut off the run, at a blank where there is one; None where it is short enough."""
    over = next(islice(_WORD.finditer(text, start, end), _MOST_WORDS, None), None)
    stop = min(start + _LONGEST_RUN, end if over is None else over.start())
    if stop >= end:
        return None
    blank = text.rfind(" ", start, stop)
    return (blank + 1 if blank > start else stop) - start


def _windows(pieces: Sequence[tuple[int, Span]]) -> Iterator[list[tuple[int, Span]]]:
    window: list[tuple[int, Span]] = []
    size = 0
    for index, piece in pieces:
        if not piece.text.strip():
            continue
        if window and size + len(piece) > _WINDOW:
            yield window
            window, size = [], 0
        window.append((index, piece))
        size += len(piece)
    if window:
        yield window


def _starts_in_window(window: Sequence[tuple[int, Span]]) -> list[int]:
    starts, position = [], 0
    for _, piece in window:
        starts.append(position)
        position += len(piece) + len(_BREAK)
    return starts

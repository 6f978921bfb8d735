"""A text may break off behind any word: what is read off a parse of the seeds stands nowhere beyond its end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from service.attribution.pipeline import read_article
from service.domain.articles import Article, Sentence, Span, Token
from service.text.paragraphs import find_paragraphs
from tests.attribution.parses import HandParser
from tests.parsing.models import RememberingParser

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def test_a_text_may_break_off_behind_any_word():
    for text in (path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))):
        for paragraph in find_paragraphs(text):
            sentences = RememberingParser().parse(paragraph.text, find_paragraphs(paragraph.text))
            for cut in cuts(sentences):
                read_article(Article("a", paragraph.text[: cut[-1].span.end]), HandParser(cut))


def cuts(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences up to each word; whatever hangs on what is cut off is a root."""
    for number, sentence in enumerate(sentences):
        for n_words in range(1, len(sentence.tokens) + 1):
            tokens = tuple(_rooted(token, n_words) for token in sentence.tokens[:n_words])
            end = tokens[-1].span.end
            span = Span(sentence.span.start, end, sentence.span.text[: end - sentence.span.start])
            yield [*sentences[:number], replace(sentence, span=span, tokens=tokens)]


def _rooted(token: Token, n_words: int) -> Token:
    return token if token.head is None or token.head < n_words else replace(token, head=None)

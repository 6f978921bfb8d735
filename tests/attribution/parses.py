"""Parses made by hand, in a notation that reads like the sentence with its tree.

A line is a sentence, an empty line ends a paragraph. A word is written

    word/relation/head/kind

`head` is the nearest word of that spelling; `kind` is the type of a named entity, or the part of speech where the
relation does not tell it. "Ann_Lee" is a name of two words. Articles, prepositions, "and", "’s" and punctuation can
stand bare: they hang on their noun. The text comes out as a newspaper sets it, without blanks inside the marks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from service.domain.articles import Article, Sentence, Span, Token
from service.parsing.trees import Parse

_ENTITIES = ("PERSON", "ORG", "LOC", "NORP", "DATE")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_MODIFIERS = ("compound", "flat", "amod", "nmod:poss", "nummod")
_POS_BY_RELATION = {
    **dict.fromkeys(("nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "appos"), "NOUN"),
    **dict.fromkeys(("compound", "conj"), "NOUN"),
    **dict.fromkeys(("root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis"), "VERB"),
    **dict.fromkeys(("aux", "aux:pass", "cop"), "AUX"),
    **{"amod": "ADJ", "advmod": "ADV", "nummod": "NUM", "mark": "SCONJ", "case": "ADP", "det": "DET", "flat": "PROPN"},
}
# Word to its part of speech and, for those that can stand bare, its relation.
_SMALL_WORDS = {
    **dict.fromkeys(("the", "a", "an"), ("DET", "det")),
    **dict.fromkeys(["of", "at", "for", "in", "by", "with", "from", "to", "on", "as"], ("ADP", "case")),
    **dict.fromkeys(("and", "or", "but"), ("CCONJ", "cc")),
    **dict.fromkeys(("his", "her", "its", "their", "our"), ("PRON", "nmod:poss")),
    **dict.fromkeys(["i", "we", "you", "he", "she", "it", "they", "them", "him", "us", "who", "which"], ("PRON", "")),
    **dict.fromkeys([".", ",", ":", ";", "?", "!", "“", "”", "‘", "’", "(", ")", "-", "—", '"'], ("PUNCT", "punct")),
    **{"’s": ("PART", "case"), "not": ("PART", "advmod")},
}
_LEMMAS = {
    **{"said": "say", "says": "say", "told": "tell", "is": "be", "was": "be", "wrote": "write", "served": "serve"},
    **{"asked": "ask", "warned": "warn", "described": "describe", "promised": "promise", "agreed": "agree"},
    **{"quoted": "quote", "citing": "cite", "called": "call", "denied": "deny", "expected": "expect"},
    "has": "have",
    **{"chairs": "chair", "speaks": "speak", "adds": "add", "works": "work", "admits": "admit", "sent": "send"},
    **{"heard": "hear", "burying": "bury", "remembered": "remember", "telling": "tell"},
}
_NO_BLANK_BEFORE = frozenset([".", ",", ":", ";", "?", "!", "”", "’", ")", "’s", "-", "—"])
_NO_BLANK_AFTER = frozenset(["“", "‘", "(", "-", "—"])


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    relation: str
    head: str
    kind: str

    @property
    def pos(self) -> str:
        if self.kind:
            return "PROPN" if self.kind in _ENTITIES else self.kind
        return _SMALL_WORDS.get(self.text.casefold(), ("", ""))[0] or _POS_BY_RELATION[self.relation]

    @property
    def lemma(self) -> str:
        lower = self.text.casefold()
        is_plural = self.pos == "NOUN" and lower.endswith("s") and not lower.endswith("ss")
        return _LEMMAS.get(lower, lower[:-1] if is_plural else lower)


class HandParser:
    """A parser that knows one text."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = tuple(sentences)

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """The sentences it was made with, whose words must be those of the text."""
        for sentence in self.sentences:
            assert sentence.span.text == text[sentence.span.start : sentence.span.end]
            assert paragraphs[sentence.paragraph].contains(sentence.span)
        return self.sentences


class FlatParser:
    """A parser that knows nothing: a paragraph is a sentence, and its first word the head of the others."""

    def __init__(self, word: str = r"\w+|\S") -> None:
        self._word = re.compile(word)

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """The paragraphs with flat trees."""
        return tuple(
            Sentence(paragraph, number, tuple(self._tokens(text, paragraph)))
            for number, paragraph in enumerate(paragraphs)
        )

    def _tokens(self, text: str, paragraph: Span) -> Iterator[Token]:
        for number, match in enumerate(self._word.finditer(text, paragraph.start, paragraph.end)):
            head, relation = (0, "dep") if number else (None, "root")
            span = Span(match.start(), match.end(), match.group())
            yield Token(span, match.group().casefold(), "X", head, relation, "O")


def article_and_parser(notation: str) -> tuple[Article, HandParser]:
    """The article that the notation spells, and a parser that knows it."""
    text = ""
    sentences: list[Sentence] = []
    for paragraph, block in enumerate(_blocks(notation)):
        text += "\n\n" if text else ""
        for number, line in enumerate(block):
            text += " " if number else ""
            words = _words(line)
            spans = _set_in(text, words)
            text += _spelled(words)
            span = Span(spans[0].start, spans[-1].end, text[spans[0].start : spans[-1].end])
            sentences.append(Sentence(span, paragraph, tuple(_tokens(words, spans))))
    return Article("a", text), HandParser(sentences)


def parsed(notation: str) -> Parse:
    """The parse alone."""
    article, parser = article_and_parser(notation)
    return Parse(article.text, parser.sentences)


def word_of(parse: Parse, text: str, nth: int = 0) -> int:
    """The number of the word; `nth` tells several of one spelling apart."""
    return [index for index, word in enumerate(parse.words) if word.text == text][nth]


def _blocks(notation: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in notation.strip().splitlines():
        if line.strip():
            blocks[-1].append(line)
        else:
            blocks.append([])
    return [block for block in blocks if block]


def _words(line: str) -> list[_Word]:
    words: list[_Word] = []
    for entity in line.split():
        names, relation, head, kind = [*entity.split("/"), "", "", ""][:4]
        first, *rest = names.split("_")
        relation = relation or _SMALL_WORDS[first.casefold()][1]
        words.append(_Word(first, relation, head, kind))
        words += [_Word(name, "flat", first, kind) for name in rest]
    return words


def _set_in(text: str, words: Sequence[_Word]) -> list[Span]:
    return [
        Span(len(text) + end - len(word.text), len(text) + end, word.text)
        for word, end in ((word, len(_spelled(words[: n + 1]))) for n, word in enumerate(words))
    ]


def _spelled(words: Sequence[_Word]) -> str:
    text = ""
    for before, word in zip([None, *words], words, strict=False):
        is_glued = before is None or before.text in _NO_BLANK_AFTER or word.text in _NO_BLANK_BEFORE
        text += word.text if is_glued else f" {word.text}"
    return text


def _tokens(words: Sequence[_Word], spans: Sequence[Span]) -> list[Token]:
    tokens = [
        Token(span, word.lemma, word.pos, _head(words, index), word.relation, "O")
        for index, (word, span) in enumerate(zip(words, spans, strict=True))
    ]
    return [replace(token, entity=_tag(words, index)) for index, token in enumerate(tokens)]


def _head(words: Sequence[_Word], index: int) -> int | None:
    word = words[index]
    if word.relation == "root":
        return None
    if word.head:
        same = [other for other in range(len(words)) if words[other].text == word.head and other != index]
        return min(same, key=lambda other: abs(other - index))
    if word.text == "’s":
        return index - 1
    following = range(index + 1, len(words)) if word.relation != "punct" else ()
    nouns = (other for other in following if words[other].pos in _NOMINAL and words[other].relation not in _MODIFIERS)
    return next(nouns, next(other for other in range(len(words)) if words[other].relation == "root"))


def _tag(words: Sequence[_Word], index: int) -> str:
    kind = words[index].kind
    if kind not in _ENTITIES:
        return "O"
    goes_on = index + 1 < len(words) and words[index + 1].kind == kind
    is_inside = index > 0 and words[index - 1].kind == kind
    return f"{'SBEI'[2 * is_inside + goes_on]}-{kind}"

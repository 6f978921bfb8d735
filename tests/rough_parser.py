"""A parser without models for texts that nobody tagged: words and sentences by the tables of the service, the rest by
spelling. It gets much wrong and takes next to no time; what hangs on what is at least a tree.
"""

from collections.abc import Iterator, Sequence

from service.domain.articles import Sentence, Span, Token
from service.lexicon import table
from service.parsing.parser import LONGEST_SENTENCE
from service.parsing.sentence_breaks import split_sentences

_VERBS = {"said": "say", "says": "say", "told": "tell", "won": "win", "saw": "see", "lost": "lose", "denied": "deny"}
_TAGS = {**dict.fromkeys(("the", "a", "an"), "DET"), **dict.fromkeys(("of", "to", "in", "by"), "ADP"), "that": "SCONJ"}
_RELATIONS = {"DET": "det", "ADP": "case", "SCONJ": "mark", "PUNCT": "punct"}
_BODIES = frozenset(("Council", "Institute", "Ministry", "Fund", "Board", "University"))


class RoughParser:
    """Names are what has capitals, cues are a handful of verbs, and a subject stands before its verb."""

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """See `Parser.parse`."""
        found = split_sentences([paragraph.text for paragraph in paragraphs], lambda places: [0.0] * len(places))
        return tuple(
            _sentence(text, number, [paragraphs[number].start + at for place in piece for at in place])
            for number, sentences in enumerate(found)
            for sentence in sentences
            for piece in _pieces(sentence)
        )


def _pieces(sentence: Sequence[tuple[int, int]]) -> Iterator[Sequence[tuple[int, int]]]:
    for start in range(0, len(sentence), LONGEST_SENTENCE):
        yield sentence[start : start + LONGEST_SENTENCE]


def _sentence(text: str, paragraph: int, offsets: Sequence[int]) -> Sentence:
    spans = [Span(start, end, text[start:end]) for start, end in zip(offsets[::2], offsets[1::2], strict=True)]
    tags = [_tag(span.text) for span in spans]
    verbs = [word for word, tag in enumerate(tags) if tag == "VERB"]
    root = verbs[0] if verbs else len(spans) // 2
    tokens = tuple(_token(spans, tags, word, root) for word in range(len(spans)))
    return Sentence(Span(spans[0].start, spans[-1].end, text[spans[0].start : spans[-1].end]), paragraph, tokens)


def _tag(word: str) -> str:
    lower = word.casefold()
    if not any(map(str.isalnum, word)):
        return "PUNCT"
    if lower in _VERBS or lower.endswith(("ing", "ed")):
        return "VERB"
    if lower in table("grammar/pronouns"):
        return "PRON"
    return _TAGS.get(lower) or ("PROPN" if word[0].isupper() else "NUM" if word[0].isdigit() else "NOUN")


def _token(spans: Sequence[Span], tags: Sequence[str], word: int, root: int) -> Token:
    text, tag = spans[word].text, tags[word]
    following = tags[word + 1] if word + 1 < len(tags) else ""
    head: int | None = root if word != root else None
    relation = "root" if head is None else _RELATIONS.get(tag, "conj" if word > root else "nmod")
    if head is not None and tag in ("PROPN", "NOUN") and following == tag:
        head, relation = word + 1, "compound"
    elif head is not None and following == "VERB" and tag in ("PROPN", "NOUN", "PRON"):
        head, relation = word + 1, "nsubj"
    elif head is not None and tag == "VERB":
        relation = "ccomp" if word > root else "advcl"
    return Token(
        spans[word], _VERBS.get(text.casefold(), text.casefold()), tag, head, relation, _entity(spans, tags, word)
    )


def _entity(spans: Sequence[Span], tags: Sequence[str], word: int) -> str:
    if tags[word] != "PROPN":
        return "O"
    last = word
    while last + 1 < len(tags) and tags[last + 1] == "PROPN" and last - word < 4:
        last += 1
    kind = "ORG" if spans[last].text in _BODIES or spans[last].text.isupper() else "PERSON"
    return f"{'I' if word and tags[word - 1] == 'PROPN' else 'B'}-{kind}"

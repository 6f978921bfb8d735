"""Questions to a parse. The sentences of an article are one run of words; a word's address is its place in that run."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from service.domain.articles import Sentence, Span, Token


class Parse:
    """The words of an article with their heads; it answers questions and changes nothing.

    Subtypes of relations are left out of every comparison: "nsubj" asks for "nsubj:pass", too.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = tuple(sentences)
        self.words: list[Token] = [token for sentence in sentences for token in sentence.tokens]
        self._relations = [word.relation.partition(":")[0] for word in self.words]
        self._lowers = [word.text.casefold() for word in self.words]
        self._heads: list[int | None] = []
        self._sentence_of: list[int] = []
        self._children: list[list[int]] = [[] for _ in self.words]
        self._starts: list[int] = [word.span.start for word in self.words]
        self.sentence_starts: list[int] = []
        for number, sentence in enumerate(sentences):
            base = len(self._heads)
            self.sentence_starts.append(base)
            for token in sentence.tokens:
                self._heads.append(None if token.head is None else base + token.head)
                self._sentence_of.append(number)
        for index, head in enumerate(self._heads):
            if head is not None:
                self._children[head].append(index)

    def __len__(self) -> int:
        return len(self.words)

    def head(self, index: int) -> int | None:
        """The word that governs this one; None for the root of a sentence."""
        return self._heads[index]

    def relation(self, index: int) -> str:
        """The relation to the head without its subtype."""
        return self._relations[index]

    def sentence(self, index: int) -> int:
        """The number of the word's sentence."""
        return self._sentence_of[index]

    def paragraph(self, index: int) -> int:
        """The number of the word's paragraph."""
        return self.sentences[self._sentence_of[index]].paragraph

    def sentence_words(self, sentence: int) -> range:
        """The words of a sentence."""
        start = self.sentence_starts[sentence]
        return range(start, start + len(self.sentences[sentence].tokens))

    def children(self, index: int, *relations: str) -> list[int]:
        """The words that this one governs, all or those of the relations, in order."""
        found = self._children[index]
        return [child for child in found if self._relations[child] in relations] if relations else list(found)

    def child(self, index: int, *relations: str) -> int | None:
        """The first of `children`."""
        return next(iter(self.children(index, *relations)), None)

    def ancestors(self, index: int) -> Iterator[int]:
        """The head, its head and so on to the root."""
        seen = {index}
        head = self._heads[index]
        while head is not None and head not in seen:
            yield head
            seen.add(head)
            head = self._heads[head]

    def top(self, index: int) -> int:
        """The word that stands for the whole name in its sentence: of "President Vladimir Putin", "President"."""
        while self.relation(index) == "flat" and (head := self._heads[index]) is not None and head < index:
            index = head
        return index

    def subtree(self, index: int, *, without: Sequence[int] = ()) -> list[int]:
        """The word and all that hangs on it, in order; branches in `without` are left out."""
        found, waiting, left_out = [], [index], set(without)
        while waiting:
            word = waiting.pop()
            if word in left_out:
                continue
            found.append(word)
            waiting += self._children[word]
        return sorted(found)

    def within(self, start: int, end: int) -> range:
        """The words that begin in the offsets from `start` to `end`."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def at(self, offset: int) -> int | None:
        """The word that holds the offset, or the last one before it."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 else None

    def span(self, first: int, last: int) -> Span:
        """The piece of the article from one word to another, both included."""
        start, end = self.words[first].span.start, self.words[last].span.end
        return Span(start, end, self.text[start:end])

    def lemma(self, index: int) -> str:
        """The word's dictionary form, folded."""
        return self.words[index].lemma

    def lower(self, index: int) -> str:
        """The word as the article has it, folded."""
        return self._lowers[index]

    def is_verbal(self, index: int) -> bool:
        """Whether the word is a verb or an auxiliary used as one."""
        return self.words[index].pos in ("VERB", "AUX")

    def is_nominal(self, index: int) -> bool:
        """Whether the word is a noun, a name or a pronoun."""
        return self.words[index].pos in ("NOUN", "PROPN", "PRON")

    def entities(self) -> Iterator[tuple[int, int, str]]:
        """The named entities: first word, last word, type; tags that break off are read as far as they go."""
        first: int | None = None
        kind = ""
        for index, word in enumerate(self.words):
            tag, _, name = word.entity.partition("-")
            goes_on = tag in ("I", "E") and first is not None and name == kind
            if first is not None and not goes_on:
                yield first, index - 1, kind
                first = None
            if not goes_on and tag != "O":
                first, kind = index, name
        if first is not None:
            yield first, len(self.words) - 1, kind

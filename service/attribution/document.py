"""An article laid open for the stages: its clean text, paragraphs, marked spans, parse and mentions."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from service.attribution.vocabulary.grammar import POSSESSIVES
from service.domain.articles import Article, Reported
from service.domain.quotations import Mention
from service.parsing.trees import Parse
from service.text.marked_spans import MarkedSpan


class AnnotatedArticle:
    """What every stage reads and none changes."""

    def __init__(
        self, article: Article, parse: Parse, marks: Sequence[MarkedSpan], mentions: Sequence[Mention]
    ) -> None:
        self.article = article
        self.parse = parse
        self.marks = tuple(marks)
        self.mentions = tuple(mentions)
        self._mark_starts = [marked.outer.start for marked in marks]

    def mark_at(self, offset: int) -> MarkedSpan | None:
        """The marked span (its marks included) that holds the offset."""
        index = bisect_right(self._mark_starts, offset) - 1
        if index >= 0 and offset < self.marks[index].outer.end:
            return self.marks[index]
        return None

    def marks_between(self, start: int, end: int) -> tuple[MarkedSpan, ...]:
        """The marked spans that share an offset with these, or touch them."""
        first = max(0, bisect_right(self._mark_starts, start) - 1)
        stop = bisect_right(self._mark_starts, end)
        return tuple(marked for marked in self.marks[first:stop] if marked.outer.end >= start)

    @cached_property
    def prefers_single_marks(self) -> bool:
        """Whether half of the marked spans, or more, stand between single marks."""
        return 2 * sum(marked.is_single for marked in self.marks) >= len(self.marks)

    def asks(self, sentence: int) -> bool:
        """Whether a question is quoted in the sentence, or right before: “Why?” Lee asked."""
        first, last = (self.parse.sentence_words(sentence)[end] for end in (0, -1))
        start, end = self.parse.words[first].span.start - 1, self.parse.words[last].span.end
        return any(marked.span.text.endswith("?") for marked in self.marks_between(start, end))

    def mentions_between(self, first: int, stop: int) -> tuple[Mention, ...]:
        """The mentions whose head is one of the words from `first` up to `stop`, nearly in order."""
        if not len(self.parse):
            return ()
        sentences = range(self.parse.sentence(max(0, first)), self.parse.sentence(min(stop, len(self.parse)) - 1) + 1)
        return tuple(mention for sentence in sentences for mention in self.mentions_in(sentence))

    def mentions_in(self, sentence: int) -> tuple[Mention, ...]:
        """The mentions whose head is in the sentence."""
        return self._mentions_of.get(sentence, ())

    @cached_property
    def _mentions_of(self) -> dict[int, tuple[Mention, ...]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.sentence, []).append(mention)
        return {sentence: tuple(mentions) for sentence, mentions in found.items()}

    def is_marked(self, word: int) -> bool:
        """Whether the word stands between quotation marks."""
        return word in self._marked_words

    @cached_property
    def _marked_words(self) -> frozenset[int]:
        outer = (marked.outer for marked in self.marks)
        return frozenset(word for span in outer for word in self.parse.within(span.start, span.end))

    @cached_property
    def run_at(self) -> Mapping[int, range]:
        """For each word that is reported with words between marks, as the net tells, all that is reported with it."""
        runs: list[range] = []
        for word, token in enumerate(self.parse.words):
            if token.reported is Reported.OUTSIDE:
                continue
            begins = token.reported is Reported.BEGINS or not runs or runs[-1].stop != word
            if begins or self._is_behind_headline(word):
                runs.append(range(word, word))
            runs[-1] = range(runs[-1].start, word + 1)
        return {word: run for run in runs for word in run}

    def _is_behind_headline(self, word: int) -> bool:
        """Whether the word, between no marks, is the first one below the first line: what a headline reports ends."""
        is_first = word > 0 and self.parse.paragraph(word - 1) == 0 < self.parse.paragraph(word)
        return is_first and not self.is_marked(word)

    def is_reported_with(self, word: int, words: range) -> bool:
        """Whether the word is reported together with one of these."""
        run = self.run_at.get(word)
        return run is not None and run.start < words.stop and words.start < run.stop

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """The mention by its head word; of two with one head, the name."""
        found: dict[int, Mention] = {}
        for mention in self.mentions:
            if mention.head not in found or mention.entity:
                found[mention.head] = mention
        return found

    @cached_property
    def bearer_at(self) -> dict[int, Mention]:
        """The name that a word describes: every word of a title or an apposition, to the mention by name."""
        return {
            word: mention
            for mention in sorted(self.mentions, key=lambda mention: mention.entity == "PERSON")
            for words in mention.described_by
            for word in words
        }

    @cached_property
    def _named_at(self) -> dict[int, Mention]:
        named = (mention for mention in self.mentions if mention.entity)
        return {word: mention for mention in named for word in mention.name_words}

    @cached_property
    def _person_from(self) -> dict[int, Mention]:
        """The person whose name begins at a word."""
        return {mention.name_words.start: mention for mention in self.mentions if mention.entity == "PERSON"}

    def _is_end_of(self, word: int, name: Mention) -> bool:
        """Whether the parse makes the word the end of the name."""
        return self.parse.relation(word) == "flat" and self.parse.head(word) in name.name_words

    def named(self, word: int) -> int:
        """The head word of the name that the word describes or is part of, or the word itself.

        In "said the Bureau of Weather's Ann Lee" and "Kenford SP Ann Lee said" parses make the bureau or the place the
        speaker: the name is that of Ann Lee.
        """
        bearer = self.bearer_at.get(word) or self._named_at.get(word)
        if bearer is None:
            return word
        following = bearer.name_words.stop
        person = self._person_from.get(following)
        if person is not None and bearer.entity != "PERSON" and self._is_end_of(person.head, bearer):
            return person.head
        owned = self._person_from.get(following + 1)
        is_owner = owned is not None and bearer.entity != "PERSON" and self.parse.lower(following) in POSSESSIVES
        return owned.head if owned is not None and is_owner else bearer.head

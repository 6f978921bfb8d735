"""Words that are reported with words between marks: runs, as the parser reads them, and the phrases that they fill."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from service.attribution.document import AnnotatedArticle
from service.domain.articles import Span

# A phrase of the parse, or a clause, begins and ends as a reader would; one that differs from a run in more words is
# another.
OTHERWISE = 3


class ReportedRuns:
    """The runs of an article."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._annotated = annotated
        self._run_at = annotated.run_at
        self._subtrees: dict[int, range] = {}
        # Of the words before each, how many stand between no marks.
        n_words = len(annotated.parse)
        self._loose_before = [0, *accumulate(not annotated.is_marked(word) for word in range(n_words))]

    def n_reported(self, loose: Iterable[Span], marked: Iterable[Span]) -> int:
        """How many words of the loose pieces are in a run with marked words of these."""
        runs = {self._run_at[word] for word in self._words(marked) if word in self._run_at}
        return sum(self._run_at.get(word) in runs for word in self._words(loose))

    def around(self, marked: Iterable[Span]) -> list[range]:
        """The words that are reported with marked words, in order, these among them: phrases, where the parse has them.

        Of marked words in no run nothing is stated.
        """
        found: list[range] = []
        for words in sorted((words for span in marked for words in self._phrases_of(span)), key=lambda one: one.start):
            if found and words.start <= found[-1].stop:
                found[-1] = range(found[-1].start, max(found[-1].stop, words.stop))
            else:
                found.append(words)
        return found

    def _phrases_of(self, marked: Span) -> Iterator[range]:
        """For each run of these words the phrase around them that agrees best with it; the run if none is near it."""
        words = self._annotated.parse.within(marked.start, marked.end)
        phrases = {*self._phrases(words.start, words.stop - 1)} if words else set()
        runs = {self._run_at[word] for word in words if word in self._run_at}
        for run in sorted(runs, key=lambda run: run.start):
            agreements = {phrase: self._agreement(phrase, run) for phrase in phrases}
            best = max(phrases, key=lambda phrase: (agreements[phrase], -len(phrase), phrase.start))
            yield best if agreements[best] >= self._agreement(run, run) - OTHERWISE else run

    def _phrases(self, first: int, last: int) -> Iterator[range]:
        """The words from the first to the last, and what holds them: a word above them and all that hangs on it, or
        what stands behind that word.
        """
        parse = self._annotated.parse
        for above in (first, *parse.ancestors(first), *parse.ancestors(last)):
            held = self._held(above)
            for start in {min(place, first) for place in (held.start, above, above + 1)}:
                yield range(start, last + 1)
                yield range(start, max(held.stop, last + 1))

    def _held(self, word: int) -> range:
        """From the first to the last word that hangs on this one; asked again for each piece between marks."""
        if word not in self._subtrees:
            held = self._annotated.parse.subtree(word)
            self._subtrees[word] = range(held[0], held[-1] + 1)
        return self._subtrees[word]

    def _agreement(self, words: range, run: range) -> int:
        """How many of the words between no marks are in the run, less those that are not."""
        n_shared = self._n_loose(range(max(words.start, run.start), min(words.stop, run.stop)))
        return 2 * n_shared - self._n_loose(words)

    def _n_loose(self, words: range) -> int:
        return self._loose_before[words.stop] - self._loose_before[words.start] if words else 0

    def _words(self, spans: Iterable[Span]) -> Iterator[int]:
        return (word for span in spans for word in self._annotated.parse.within(span.start, span.end))

"""Where one sentence ends and the next begins: a learned table of what the words around such a place look like."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from service.lexicon import weights, words
from service.parsing.words import find_words

_BRACKETS = {**dict.fromkeys("([{", "("), **dict.fromkeys(")]}", ")")}
_QUOTES = {**dict.fromkeys("“‘«„", "«"), **dict.fromkeys("”’»", "»")}
# Marks that open where they stick to the word after them alone, and else close.
_EITHER = frozenset(('"', "'", "''"))
_CLOSING = frozenset(")»")
_ENDS = frozenset((".", "..", "?"))
_NEVER_FIRST = _ENDS | _CLOSING | frozenset(",;:")
# Quotation marks and brackets that may stand between a full stop and the sentence's end.
_MOST_CLOSING = 3
_LENGTHS = (60, 30, 8, 4, 2)
# A nickname has fewer words between its marks: of “Bones” behind "Dr." no sentence begins.
_LONGEST_NICKNAME = 3
# Log odds of an end where none is in doubt.
_SURE = 10.0
# Log odds this near to nothing are a doubt.
_DOUBT = 2.0
# An opinion takes three times as long as all else that is read of a word. News has one in 600 words, and never one in
# 25; a text of marks alone has nothing else.
_WORDS_A_DOUBT, _FEWEST_DOUBTS = 10, 50

# Where a word begins and ends in its paragraph.
Offsets = tuple[int, int]
# For paragraphs and offsets behind words in them: the log of the odds that a sentence ends there.
Ask = Callable[[Sequence[tuple[str, int]]], Sequence[float]]


def split_sentences(paragraphs: Sequence[str], ask: Ask) -> list[list[Sequence[Offsets]]]:
    """The sentences of each paragraph, as the places of their words in it.

    Where the table is in doubt, `ask` is asked what else speaks for an end; in a text of doubts, about some of them.
    """
    passages = [Passage(text) for text in paragraphs]
    doubts = [(number, offset) for number, passage in enumerate(passages) for offset in passage.doubts()]
    del doubts[max(sum(len(passage.words) for passage in passages) // _WORDS_A_DOUBT, _FEWEST_DOUBTS) :]
    opinions: list[dict[int, float]] = [{} for _ in passages]
    for (number, offset), odds in zip(doubts, ask([(paragraphs[n], at) for n, at in doubts]), strict=True):
        opinions[number][offset] = odds
    return [passage.sentences(opinion) for passage, opinion in zip(passages, opinions, strict=True)]


class Passage:
    """The words of a paragraph, and what each looks like."""

    def __init__(self, text: str) -> None:
        self.words = words = find_words(text)
        forms = [text[start:end] for start, end in words]
        self._sticks = [end == start for (_, end), (start, _) in pairwise(words)]
        stuck = zip(forms, (False, *self._sticks), (*self._sticks, False), strict=False)
        # Neighbours for the first word and the last.
        self._kinds = ["^", *(_kind(form, before, after) for form, before, after in stuck), "$", "$"]
        self._folded = ["^", *(form.lower() for form in forms)]
        self._is_lower = [form[0].islower() for form in forms]

    def doubts(self) -> list[int]:
        """The offsets behind words where the table does not decide whether a sentence ends."""
        return [self.words[place][1] for place, weight in self._by_table if abs(weight) < _DOUBT]

    def sentences(self, opinions: Mapping[int, float]) -> list[Sequence[Offsets]]:
        """The places of the words, sentence by sentence."""
        judged = self.judge(opinions) if opinions else self._by_table
        ends = [place + 1 for place, weight in judged if weight > 0]
        return [self.words[start:end] for start, end in pairwise((0, *ends, len(self.words))) if end > start]

    @cached_property
    def _by_table(self) -> tuple[tuple[int, float], ...]:
        return tuple(self.judge({}))

    def judge(self, opinions: Mapping[int, float]) -> Iterator[tuple[int, float]]:
        """The words after which a sentence can end, and what speaks for it, in log odds; it ends where that is above 0.

        `opinions` has more log odds for some offsets behind words.
        """
        table = break_weights()
        ends: list[int] = []
        for place, length, is_quoted in self.walk(ends):
            weight = table["always"] + sum(table.get(sign, 0.0) for sign in self.signs(place, length, is_quoted))
            weight += opinions.get(self.words[place][1], 0.0)
            if not is_quoted and self._opens_speech(place):
                weight = _SURE
            if weight > 0:
                ends.append(place + 1)
            yield place, weight

    def walk(self, ends: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
        """The words after which a sentence can end, the words of the sentence so far, and whether a quotation is open.

        `ends` tells after how many words sentences end, in order; it may grow meanwhile.
        """
        start, is_quoted = 0, False
        for place, kind in enumerate(self._kinds[1:-3]):
            n_before = bisect_right(ends, place)
            if n_before and ends[n_before - 1] != start:
                start, is_quoted = ends[n_before - 1], False
            is_quoted = kind == "«" or (is_quoted and kind != "»")
            if self._can_end(place):
                yield place, place + 1 - start, is_quoted

    def signs(self, place: int, length: int, is_quoted: bool) -> Iterator[str]:
        """What the place after a word looks like, as the table's entries."""
        before, last, following, second = self._kinds[place : place + 4]
        folded = self._folded[place : place + 3]
        size = next((size for size in _LENGTHS if length >= size), 1)
        mark = self._mark(place)
        here = f"{last}{'_' if self._sticks[place] else ' '}{following}"
        yield here
        yield f"{here} size {size}"
        yield f"{before} {here}"
        yield f"{here} {second}"
        yield f"{before} {here} {second}"
        yield f"mark {mark} {here}"
        yield f"mark {mark} {following} {second} size {size}"
        yield f"quoted {is_quoted:d} {here}"
        if len(folded[1]) > 1 and folded[1].endswith("."):
            yield f"last {folded[1]}"
            yield f"last {folded[1]} {following}"
        yield f"next {folded[2]}"
        yield f"next {folded[2]} {mark}"
        yield f"words {folded[1]} {folded[2]}"
        yield f"before {folded[0]} {here}"
        if folded[2] in _function_words():
            yield f"function {here}"
            yield f"function {before} {here}"

    def _can_end(self, place: int) -> bool:
        last, following = self._kinds[place + 1], self._kinds[place + 2]
        if self._sticks[place]:
            return last in _ENDS and following in ("Aa", "AA", "I")
        return following not in _NEVER_FIRST and (last in _ENDS or not self._is_lower[place + 1])

    def _opens_speech(self, place: int) -> bool:
        """Whether quoted words begin behind a full stop, an abbreviation's as well: … at 9 p.m. “We won,” she said."""
        last, following, second = self._kinds[place + 1 : place + 4]
        if last not in (".", "A.", "a.") or following != "«" or second not in ("Aa", "AA", "I"):
            return False
        if last == ".":
            return not self._sticks[place]
        return "»" not in self._kinds[place + 4 : place + 4 + _LONGEST_NICKNAME]

    def _mark(self, place: int) -> str:
        """What the word, or the one before closing marks, looks like."""
        first = max(place - _MOST_CLOSING, 0)
        return next((self._kinds[at + 1] for at in range(place, first, -1) if self._kinds[at + 1] not in _CLOSING), ")")


def break_weights() -> dict[str, float]:
    """The learned table."""
    return weights("models/parsing/sentence_breaks")


def _function_words() -> frozenset[str]:
    return words("grammar/function_words")


def _kind(form: str, is_stuck: bool, sticks: bool) -> str:
    """What a word looks like: its letters, its full stop, or the mark that it is."""
    if form in _EITHER:
        return "«" if sticks and not is_stuck else "»"
    if form[0].isalpha():
        return _letters(form)
    if form[0].isdigit():
        return "1"
    if not form.strip("."):
        return "." if form == "." else ".."
    if not form.strip("!?."):
        return "?"
    return _BRACKETS.get(form) or _QUOTES.get(form) or {"…": "..", "``": "«", "’’": "»"}.get(form, form[:3])


def _letters(form: str) -> str:
    if form.endswith("."):
        return "A." if form[0].isupper() else "a."
    if len(form) == 1:
        return "I" if form.isupper() else "i"
    if form.isupper():
        return "AA"
    return "Aa" if form[0].isupper() else "a"

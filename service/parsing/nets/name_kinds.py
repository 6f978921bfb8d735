"""One name, one kind: a name that is read as a person's here and as a company's there is one or the other.

The last word of a person's name is his name, too: where "Sculthorpe" is a person, so is "Andry Sculthorpe".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from math import exp, log

from torch import Tensor

from service.parsing.nets.names import NEVER, name_spans

# Sentences before a name and after it in which the same words are the same name.
_REACH = 15

_PERSON = "PERSON"

_Span = tuple[int, int, str]


class KindsOfNames:
    """Gives each name the kind that is likeliest over the sentences around it."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._numbers = {tag: number for number, tag in enumerate(tags)}
        self._kinds = sorted({tag[2:] for tag in tags if tag != "O"})
        self._nothing = [0.0] * len(self._kinds)

    def __call__(self, sentences: Sequence[Sequence[str]], tags: Sequence[str], scores: Tensor) -> list[str]:
        """The tags of all words with these kinds; `scores` (words, tags) are the logarithms of probabilities."""
        words = [word for sentence in sentences for word in sentence]
        starts = [*accumulate(map(len, sentences), initial=0)]
        alike: defaultdict[str, list[_Span]] = defaultdict(list)
        surnamed: defaultdict[str, list[_Span]] = defaultdict(list)
        for span in name_spans(tags):
            start, end, kind = span
            alike[" ".join(words[start : end + 1])].append(span)
            if kind == _PERSON and start < end:
                surnamed[words[end]].append(span)
        found = list(tags)
        for name, spans in alike.items():
            *before, last = name.split(" ")
            others = [span for span in alike.get(last, ()) if span[2] == _PERSON] if before else surnamed[last]
            voters = sorted([*spans, *others])
            # Names of one kind stay as they are, whatever their sum says of other kinds.
            if len({kind for _, _, kind in voters}) > 1:
                sums = [*accumulate((self._logs(span, scores) for span in voters), _added, initial=self._nothing)]
                places = [bisect_right(starts, start) for start, _, _ in voters]
                for start, end, _ in spans:
                    kind = self._likeliest(bisect_right(starts, start), places, sums)
                    found[start : end + 1] = [f"{tag[:2]}{kind}" for tag in tags[start : end + 1]]
        return found

    def _likeliest(self, place: int, places: Sequence[int], sums: Sequence[list[float]]) -> str:
        """The kind of a name in this sentence; `sums` has what its voters say, which stand in these sentences."""
        first, last = bisect_left(places, place - _REACH), bisect_right(places, place + _REACH)
        near = [after - before for before, after in zip(sums[first], sums[last], strict=True)]
        return self._kinds[near.index(max(near))]

    def _logs(self, span: _Span, scores: Tensor) -> list[float]:
        """The logarithm of the probability of each kind, as the mean of the words has it."""
        start, end, _ = span
        rows = scores[start : end + 1].tolist()
        ways = "S" if start == end else f"B{'I' * (end - start - 1)}E"
        means = [
            sum(row[number] if (number := self._numbers.get(f"{way}-{kind}")) is not None else NEVER
                for way, row in zip(ways, rows, strict=True)) / len(rows)
            for kind in self._kinds
        ]  # fmt: skip
        most = max(means)
        total = most + log(sum(exp(mean - most) for mean in means))
        return [mean - total for mean in means]


def _added(total: list[float], logs: list[float]) -> list[float]:
    return [a + b for a, b in zip(total, logs, strict=True)]

"""Which articles are one report: reprints share the text around the quotation, too."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

from service.domain import Article, Quotation

# Some sentences on either side: as much as an outlet that shortens an agency's report leaves alone.
_AROUND = 300
_SHINGLE = 3
# As many of the smallest hashes tell the share of common text within a tenth.
_SKETCH = 32
# Two thirds of the text in common: a word changed here and there, a sentence left out.
_REPRINTED = 0.6

Context = tuple[int, ...]


# Asked once for the row and once for the comparison.
@lru_cache(maxsize=128)
def context_of(quotation: Quotation, article: Article) -> Context:
    """A sketch of the text around the quotation: two sketches have in common what the texts have."""
    start, end = quotation.parts[0].start, quotation.parts[-1].end
    sides = article.text[max(0, start - _AROUND) : start], article.text[end : end + _AROUND]
    hashes = {_hash(shingle) for side in sides for shingle in _shingles(side)}
    return tuple(sorted(hashes)[:_SKETCH])


def count_reports(contexts: Iterable[Context]) -> int:
    """How many independent reports these are, one context an article."""
    return len(set(reports_of(tuple(contexts))))


def reports_of(contexts: Sequence[Context]) -> tuple[int, ...]:
    """For each context the number of its report, counted from 0: reprints of one text have one number."""
    originals: list[Context] = []
    numbers = [0] * len(contexts)
    for index in sorted(range(len(contexts)), key=lambda index: (-len(contexts[index]), contexts[index])):
        found = (number for number, one in enumerate(originals) if _is_reprint(contexts[index], one))
        numbers[index] = next(found, len(originals))
        if numbers[index] == len(originals):
            originals.append(contexts[index])
    return tuple(numbers)


def _is_reprint(context: Context, original: Context) -> bool:
    if context == original:
        return True
    shared = set(context) & set(original)
    # Most pairs share next to nothing: there are not enough of them, wherever they stand.
    if len(shared) < _REPRINTED * _SKETCH:
        return False
    smallest = sorted({*context, *original})[:_SKETCH]
    return len(smallest) >= _SKETCH and sum(each in shared for each in smallest) >= _REPRINTED * len(smallest)


def _shingles(text: str) -> Iterable[str]:
    words = re.findall(r"\w+", text.casefold())
    return (" ".join(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1))


def _hash(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")

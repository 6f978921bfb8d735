"""Which articles are one report: reprints share the text around the quotation, too."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain

from service.domain.articles import Article, ArticleField
from service.domain.quotations import Quotation
from service.text.unified import unified

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
    """A sketch of the text around the quotation: two sketches have in common what the texts have.

    Around one of the title stand the title's other words and the first ones of the text.
    """
    start, end, content = quotation.parts[0].start, quotation.parts[-1].end, article.content(quotation.field)
    sides = [content[max(0, start - _AROUND) : start], content[end : end + _AROUND]]
    if quotation.field is ArticleField.TITLE:
        sides.append(article.text[:_AROUND])
    hashes = set(map(_hash, chain.from_iterable(map(_shingles, sides))))
    return tuple(sorted(hashes)[:_SKETCH])


def count_reports(contexts: Iterable[Context]) -> int:
    """How many independent reports these are, one context an article."""
    return len(set(reports_of(tuple(contexts))))


def reports_of(contexts: Sequence[Context]) -> tuple[int, ...]:
    """For each context the number of its report, counted from 0: reprints of one text have one number."""
    originals: list[Context] = []
    # By their hashes: of thousands of reports, few have any in common.
    holders: dict[int, list[int]] = defaultdict(list)
    numbers: dict[Context, int] = {}
    for context in sorted(set(contexts), key=lambda one: (-len(one), one)):
        shared = Counter(number for each in context for number in holders[each])
        likely = sorted(number for number, n_shared in shared.items() if n_shared >= _REPRINTED * _SKETCH)
        found = (number for number in likely if _is_reprint(context, originals[number]))
        numbers[context] = next(found, len(originals))
        if numbers[context] == len(originals):
            originals.append(context)
            for each in context:
                holders[each].append(numbers[context])
    return tuple(numbers[context] for context in contexts)


def _is_reprint(context: Context, original: Context) -> bool:
    """Whether so much of the two texts is the same, as their sketches tell."""
    smallest = sorted({*context, *original})[:_SKETCH]
    shared = set(context) & set(original)
    return len(smallest) >= _SKETCH and sum(each in shared for each in smallest) >= _REPRINTED * len(smallest)


def _shingles(text: str) -> Iterable[str]:
    words = re.findall(r"\w+", unified(text).casefold())
    return map(" ".join, zip(*(words[start:] for start in range(_SHINGLE)), strict=False))


# The texts around the quotations of one article overlap.
@lru_cache(maxsize=1024)
def _hash(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")

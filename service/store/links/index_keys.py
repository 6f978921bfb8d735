"""Keys of the indexes of names and quotations, as numbers."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Self

from service.linking.statements.blocking import Key, fragment_keys, keys_of, lone_keys, share_enough
from service.linking.statements.comparable import ComparableQuotation


def key_number(content: Iterable[str], *, kind: int = 0) -> int:
    """A number of 63 bits for a key; the lowest two are its kind."""
    digest = blake2b("\0".join(content).encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 3 << 2 | kind


@dataclass(frozen=True, slots=True)
class QuotationKeys:
    """The numbers of the keys under which a quotation is found."""

    words: Mapping[int, str | None]
    """Each key with the word behind it; None if it is a run of words."""
    lone: frozenset[int]
    """Those of words that stand alone in a fragment."""
    fragments: Mapping[int, int]
    """For each key of a word by which a fragment may be found alone, that of the fragments that have it alone."""

    @classmethod
    def of(cls, quotation: ComparableQuotation) -> Self:
        """The keys of a quotation."""
        keys = {key: _number(key) for key in keys_of(quotation)}
        fragments = {keys[key]: _number(other) for key, other in fragment_keys(keys).items()}
        lone = frozenset(keys[key] for key in lone_keys(quotation))
        return cls({number: key.word for key, number in keys.items()}, lone, fragments)

    def counting(self, counts: Container[int]) -> "QuotationKeys":
        """Those of the keys that count."""
        words = {key: word for key, word in self.words.items() if key in counts}
        return QuotationKeys(words, self.lone, {key: other for key, other in self.fragments.items() if key in counts})

    def share_enough(self, other: "QuotationKeys") -> bool:
        """Whether two quotations with these keys, of which all count, are worth comparing."""
        shared = {key: word for key, word in self.words.items() if key in other.words}
        return share_enough(shared, self.lone | other.lone)


def _number(key: Key) -> int:
    return key_number(key.content, kind=key.kind)

"""What a word means, as far as stems and synonyms tell: what a translation there and back leaves alike."""

from functools import cache, lru_cache

from service.lexicon import families
from service.linking.wording.spelling import key, stem, without_negative_prefix


@lru_cache(maxsize=65536)
def synonym_class(form: str) -> str:
    """One form for all words of a meaning; a denied word means the word itself (unfair, not fair)."""
    listed = _synonyms().get(stem(form))
    if listed:
        return listed
    plain = without_negative_prefix(form)
    return synonym_class(plain) if plain else stem(form)


@cache
def _synonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for family in families("words/synonyms"):
        first, *others = (stem(key(word)) for word in family)
        for word in (first, *others):
            # The first line that has a word keeps it: no two meanings may run together over it.
            table.setdefault(word, first)
    return table

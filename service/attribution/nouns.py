"""What a noun can stand for: a role, a group, a body, a document."""

from functools import lru_cache

from service.lexicon import words
from service.parsing.trees import Parse


@lru_cache(10_000)
def kinds_of_nouns(noun: str) -> frozenset[str]:
    """The kinds of speaker that the noun, in its dictionary form, can stand for."""
    lists = ("role_nouns", "group_nouns", "organization_nouns", "document_nouns")
    return frozenset(name.removesuffix("_nouns") for name in lists if noun in words(name))


def noun_lemma(parse: Parse, word: int) -> str:
    """The dictionary form of a noun, also where the lemma is not known to the parser's dictionary."""
    lemma = parse.lemma(word)
    if kinds_of_nouns(lemma):
        return lemma
    for ending, singular in (("women", "woman"), ("men", "man"), ("ies", "y"), ("s", "")):
        if lemma.endswith(ending) and kinds_of_nouns(shorter := lemma[: -len(ending)] + singular):
            return shorter
    return lemma


def is_role_noun(parse: Parse, word: int, *, of_body: bool = False) -> bool:
    """Whether the word is a noun for what a person (or a body) is."""
    if parse.words[word].pos not in ("NOUN", "PROPN", "ADJ", "X"):
        return False
    kinds = kinds_of_nouns(noun_lemma(parse, word))
    return "organization" in kinds if of_body else "role" in kinds

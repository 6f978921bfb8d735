"""What a noun can stand for: a role, a group, a body, a document."""

from functools import cache, lru_cache

from service.lexicon import families, words
from service.parsing.trees import Parse

_LISTS = {
    "role": "people/role_nouns",
    "group": "people/group_nouns",
    "organization": "organizations/nouns",
    "document": "documents/nouns",
}
# "ex-member", "vice-chair", "chairman-elect": the same noun, at another time or rank.
_BEFORE_ROLE = ("ex-", "co-", "vice-", "deputy-", "then-", "former-")
_AFTER_ROLE = ("-elect", "-designate", "-general", "-in-chief")
# What an occupation ends with: an ornithologist, a lexicographer, a statistician.
_OCCUPATIONS = ("ologist", "ographer", "ician", "onomist", "iatrist", "therapist", "keeper")


@lru_cache(10_000)
def kinds_of_nouns(noun: str) -> frozenset[str]:
    """The kinds of speaker that the noun, in its dictionary form, can stand for."""
    kinds = frozenset(kind for kind, name in _LISTS.items() if noun in words(name))
    if kinds or not noun:
        return kinds
    core = noun
    for prefix in _BEFORE_ROLE:
        core = core.removeprefix(prefix)
    for suffix in _AFTER_ROLE:
        core = core.removesuffix(suffix)
    is_role = core in words("people/role_nouns") or core.endswith(_OCCUPATIONS)
    return frozenset(("role",)) if is_role else kinds


def may_be_taken_up(description: str, noun: str) -> bool:
    """Whether the noun can stand for a speaker, or the description is in capitals, which can stand for a position."""
    return description.isupper() or bool(kinds_of_nouns(noun))


def noun_lemma(parse: Parse, word: int) -> str:
    """The dictionary form of a noun, also where the lemma is not known to the parser's dictionary."""
    # A noun that the tagger takes for a verb keeps its form: "an old saying".
    return _singular(parse.lower(word) if parse.words[word].pos == "VERB" else parse.lemma(word))


@lru_cache(10_000)
def _singular(lemma: str) -> str:
    if kinds_of_nouns(lemma):
        return lemma
    for ending, singular in (("women", "woman"), ("men", "man"), ("ies", "y"), ("es", ""), ("e", ""), ("s", "")):
        if lemma.endswith(ending) and kinds_of_nouns(shorter := lemma[: -len(ending)] + singular):
            return shorter
    return lemma


def is_plural(parse: Parse, word: int) -> bool:
    """Whether the noun stands for several."""
    lower = parse.lower(word)
    return lower != noun_lemma(parse, word) and lower.endswith(("s", "en"))


def is_role_noun(parse: Parse, word: int, *, of_body: bool = False) -> bool:
    """Whether the word is a noun for what a person (or a body) is."""
    if parse.words[word].pos not in ("NOUN", "PROPN", "ADJ", "X"):
        return False
    kinds = kinds_of_nouns(noun_lemma(parse, word))
    return "organization" in kinds if of_body else "role" in kinds


def is_honorific(parse: Parse, word: int) -> bool:
    """Whether the word is a title that goes before a name, full stop or not."""
    return parse.lower(word).rstrip(".") in words("names/titles")


def is_agent(parse: Parse, word: int) -> bool:
    """Whether the word is who acts in the passive: "directed by Lee"."""
    by = parse.child(word, "case")
    return parse.relation(word) == "obl" and by is not None and parse.lower(by) == "by"


def is_bracketed(parse: Parse, word: int) -> bool:
    """Whether the word stands alone in brackets, as a short form does: "Chief Executive Officer (CEO)"."""
    is_inside = 0 < word < len(parse) - 1
    return is_inside and parse.words[word - 1].text == "(" and parse.words[word + 1].text == ")"


def nouns_of_title(parse: Parse, word: int) -> frozenset[str]:
    """The nouns for somebody whose name the word stands before, full stop or not: of "Sen.", "senator"."""
    return _nouns_of_titles().get(parse.lower(word).rstrip("."), frozenset())


@cache
def _nouns_of_titles() -> dict[str, frozenset[str]]:
    return {title: frozenset(nouns) for title, *nouns in families("offices/of_titles")}

"""Whether a description can be of somebody in the article: by the post, the noun, and the words that tell which."""

from itertools import takewhile

from service.attribution.coreference.entities import Entry
from service.attribution.vocabulary.nouns import is_plural, kinds_of_nouns, noun_lemma
from service.domain.quotations import Affiliation, Mention, SpeakerKind
from service.lexicon import words
from service.parsing.trees import Parse
from service.text.names import name_words

DEFINITE = frozenset(("the", "this", "that", "his", "her", "their", "its"))
# Words before a noun that tell no other post.
_LOOSELY_BEFORE = DEFINITE | {"a", "an", "senior", "top", "new", "former", "then", "veteran", "current", "same"}
# Nouns that can take up any body, and those that say no more than that it does business.
_ANY_BODY = frozenset(("agency", "group", "organisation", "organization"))
_BUSINESSES = frozenset(("bank", "brand", "company", "corporation", "firm", "group", "network", "startup", "studio"))


def can_be(entry: Entry, mention: Mention, noun: str, *, is_definite: bool) -> bool:
    """Whether the description, whose noun this is, can be of the entry; told in the same words, it always can."""
    if mention.name.casefold() in entry.described_as:
        return True
    if entry.title is not None and noun in words("parts_of_works"):
        return True
    if not is_definite or not kinds_of_nouns(noun):
        return False
    if noun in words("authored_documents") and noun in entry.nouns:
        return True
    if entry.kind is SpeakerKind.PERSON:
        return any(_fits_post(mention, noun, post) for post in entry.affiliations if post.role)
    if entry.kind is SpeakerKind.ORGANIZATION and entry.is_named:
        return noun in _heads(entry) or _may_be_called(entry, noun)
    return noun in entry.nouns and not _tells_another(entry, mention, noun)


def is_as_many(parse: Parse, entry: Entry, noun: str, *, is_several: bool) -> bool:
    """Whether both are one, or both are several: "the official" is none of "the officials"."""
    if is_several:
        return not entry.is_somebody
    if entry.is_named:
        return True
    same = [each.head for each in entry.mentions if noun_lemma(parse, each.head) == noun]
    return not same or not all(is_plural(parse, word) for word in same)


def n_words_told(entry: Entry, mention: Mention) -> int:
    """How many words of the description the posts tell, so that "the Japanese minister" finds the right minister."""
    told = {word for post in entry.affiliations for word in name_words(f"{post.role or ''} {post.organization or ''}")}
    return len(told.intersection(name_words(mention.name)))


def _fits_post(mention: Mention, noun: str, post: Affiliation) -> bool:
    """Whether the description can be of the post: "the minister", "the foreign minister", no "prime minister"."""
    role = (post.role or "").casefold().split()
    others = {*role, *(post.organization or "").casefold().split()} - {noun}
    more = _words_before(mention.name, noun)
    return noun in role and (
        not more or not others or bool(others & {*mention.name.casefold().split()} - {"of", "the"})
    )


def _heads(entry: Entry) -> set[str]:
    """The words that say what a body is: the last of its name, and the last before "of": "Department of Roads"."""
    parts = (part for form in entry.forms for part in (form, form.partition(" of ")[0], form.partition(" for ")[0]))
    return {words_of_name[-1] for part in parts if (words_of_name := name_words(part))}


def _may_be_called(entry: Entry, noun: str) -> bool:
    """Whether a general noun may take up the named body: "the company" no ministry, "the group" any."""
    kinds = words("organization_nouns") | words("place_nouns")
    told = _heads(entry) & (kinds - _BUSINESSES)
    return noun in words("generic_bodies") and entry.mentions[0].entity == "ORG" and (noun in _ANY_BODY or not told)


def _tells_another(entry: Entry, mention: Mention, noun: str) -> bool:
    """Whether the words before the noun part the two: "the Japanese government" is not "the Chinese government"."""
    own = _words_before(mention.name, noun)
    others = {word for name in entry.described_as for word in _words_before(name, noun)}
    return bool(own) and bool(others) and not own & others


def _words_before(description: str, noun: str) -> set[str]:
    """The words before the noun, singular or plural as it may be, that say which one it is."""
    before = takewhile(lambda word: not word.startswith(noun[:-1]), description.casefold().split())
    return set(before) - _LOOSELY_BEFORE

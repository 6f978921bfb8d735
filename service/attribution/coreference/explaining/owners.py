"""Whose somebody is: the boy's father is not the boy, and the man's lawyer not the man."""

from collections.abc import Iterator

from service.attribution.coreference.entities import Entity
from service.attribution.vocabulary.nouns import is_plural, is_role_noun, kinds_of_nouns, noun_lemma
from service.domain.quotations import Mention, MentionKind
from service.parsing.trees import Parse

# Mentions of an entity that are looked at; a book has thousands.
_MOST_MENTIONS = 20
_LEADING_TO = frozenset(("of", "for"))


def belongs_to(parse: Parse, entity: Entity, noun: str) -> bool:
    """Whether a description of the entity has the noun for whose it is: "the boy's father", "a lawyer for the man"."""
    return any(noun in _owners(parse, mention) for mention in entity.mentions[:_MOST_MENTIONS])


def _owners(parse: Parse, mention: Mention) -> Iterator[str]:
    """The nouns for those to whom somebody is what the mention calls them."""
    described = [word for run in mention.described_by for word in run]
    for word in (mention.head, *described) if mention.kind is MentionKind.DESCRIPTION else described:
        if is_role_noun(parse, word):
            yield from (noun_lemma(parse, each) for each in parse.children(word) if _is_whose(parse, each))


def _is_whose(parse: Parse, word: int) -> bool:
    """Whether the word is a single owner: the head of the journalists may be a journalist, a post is its author's."""
    if is_plural(parse, word) or "document" in kinds_of_nouns(noun_lemma(parse, word)):
        return False
    if parse.words[word].relation == "nmod:poss":
        return True
    case = parse.child(word, "case")
    return parse.relation(word) == "nmod" and case is not None and parse.lower(case) in _LEADING_TO

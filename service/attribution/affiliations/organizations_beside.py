"""Organizations that stand beside a name without a word for what they are to its bearer.

As in "Lee’s Harbour Party".
"""

from collections.abc import Iterator

from service.attribution.affiliations.prepositional_objects import read_object
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import POSSESSIVES
from service.domain.quotations import Affiliation, Mention, MentionKind
from service.parsing.trees import Parse


def find_organizations_beside(annotated: AnnotatedArticle, mention: Mention) -> Iterator[Affiliation]:
    """The organization that is said to be the named person’s own."""
    parse = annotated.parse
    if mention.kind is not MentionKind.NAME or mention.entity != "PERSON":
        return
    if words := _owned(parse, mention):
        name = parse.span(words.start, words.stop - 1)
        yield Affiliation(annotated.article.id, name, None, name.text)


def _owned(parse: Parse, mention: Mention) -> range:
    after = mention.name_words.stop
    stop = parse.sentence_words(mention.sentence).stop
    if after + 1 >= stop or not _is_possessive(parse, after):
        return range(0)
    found = read_object(parse, after + 1, stop)
    is_next = found.is_named and found.words.start == after + 1
    return found.words if is_next and parse.words[after + 1].entity == "B-ORG" else range(0)


def _is_possessive(parse: Parse, word: int) -> bool:
    """After a name in "s" the apostrophe stands alone, which elsewhere closes a quotation."""
    mark = parse.lower(word)
    return mark in POSSESSIVES and (mark.endswith("s") or parse.lower(word - 1).endswith("s"))

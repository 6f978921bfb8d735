"""Organizations that somebody works at or is part of: "Lee teaches at the University of …", "part of the board"."""

from collections.abc import Iterator

from service.attribution.affiliations.organization_names import is_organization_noun
from service.attribution.affiliations.prepositional_objects import PrepositionalObject, read_object
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.domain.quotations import Affiliation, Mention
from service.lexicon import table, words
from service.parsing.trees import Parse

# In the table, for an organization that is the verb's object.
_OBJECT = "-"
# Whoever does this is at the top.
_HEADING = ("chair", "direct", "head", "lead", "manage", "run")


def find_employers(annotated: AnnotatedArticle, mention: Mention) -> Iterator[Affiliation]:
    """The organizations of verbs whose subject the mention is, or of "part of"; none where quoted words say it."""
    parse = annotated.parse
    if annotated.is_marked(mention.head):
        return
    works = ((verb, first) for verb in _verbs_of(parse, mention) for first in _organization_starts(parse, verb))
    for word, first in (*works, *_memberships(parse, mention)):
        found = read_object(parse, first, parse.sentence_words(mention.sentence).stop)
        # "who chairs the parish council", whatever it is called; but "who leads a team"
        is_headed = parse.lemma(word) in _HEADING and parse.lower(first) == "the"
        if _is_organization(parse, found) and (found.is_named or first != word + 1 or is_headed):
            last = found.words.stop - 1
            name = parse.span(found.words.start, last).text
            yield Affiliation(annotated.article.id, parse.span(word, last), None, name)


def _memberships(parse: Parse, mention: Mention) -> Iterator[tuple[int, int]]:
    """The "part" and where its whole begins: "Lee, part of the … Committee", "Lee, who was part of the … team"."""
    head = parse.head(mention.head)
    said = [head] if parse.relation(mention.head) == "nsubj" and head is not None else []
    for word in (*said, *parse.children(mention.head, "appos", "acl")):
        if parse.lower(word) == "part" and word + 1 < len(parse) and parse.lower(word + 1) == "of":
            yield word, word + 2


def _is_organization(parse: Parse, found: PrepositionalObject) -> bool:
    if found.is_named:
        is_institution = "organization" in kinds_of_nouns(noun_lemma(parse, found.words[-1]))
        is_place = parse.words[found.words[-1]].entity.endswith("LOC")
        return any(parse.words[word].entity.endswith("ORG") for word in found.words) or (is_institution and is_place)
    return (
        bool(found.words)
        and is_organization_noun(parse, found.words[-1])
        and noun_lemma(parse, found.words[-1]) not in words("places/nouns")
    )


def _verbs_of(parse: Parse, mention: Mention) -> Iterator[int]:
    """The verb of the mention's clause and of its relative clauses, each with those joined to it."""
    head = parse.head(mention.head)
    # "Chef Ann Lee, who runs …": the parse may hang the clause on what she is.
    is_described = head is not None and any(head in words_of for words_of in mention.described_by)
    verbs = [
        *parse.children(mention.head, "acl"),
        *(parse.children(head, "acl") if head is not None and is_described else ()),
    ]
    if parse.relation(mention.head) == "nsubj" and head is not None:
        verbs.append(head)
    for verb in verbs:
        yield from (word for word in (verb, *parse.children(verb, "conj")) if parse.words[word].pos == "VERB")


def _organization_starts(parse: Parse, verb: int) -> Iterator[int]:
    """The words at which an organization may begin."""
    ways = table("organizations/employing_verbs").get(parse.lemma(verb), "").split()
    for branch in parse.children(verb, "obl", "obj"):
        case = parse.child(branch, "case")
        if case is None and _OBJECT in ways and parse.relation(branch) == "obj" and branch > verb:
            yield verb + 1
        if case is not None and case > verb and parse.lower(case) in ways:
            yield case + 1

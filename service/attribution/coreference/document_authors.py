"""Who wrote a document that speaks for its author: a letter, a post, a statement."""

from collections.abc import Iterator

from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import noun_lemma
from service.attribution.vocabulary.reporting_verbs import reporting_verbs, verb_lemma
from service.lexicon import words


def authors_of(annotated: AnnotatedArticle, document: int) -> Iterator[int]:
    """Words for the author: "Lee’s letter", "a letter from Lee", "a letter sent by Lee", "Lee wrote a letter", …"""
    parse = annotated.parse
    if noun_lemma(parse, document) not in words("documents/authored"):
        return
    for child in parse.children(document, "nmod"):
        by = any(parse.lower(case) in ("from", "by") for case in parse.children(child, "case"))
        if by or parse.words[child].relation == "nmod:poss":
            yield child
    for verb in parse.children(document, "acl"):
        if parse.lemma(verb) in words("documents/publishing_verbs"):
            yield from (word for word in parse.children(verb, "obl") if _is_agent(annotated, word))
    if parse.lower(document) in words("documents/issued"):
        # Before "post" the name of an organization says where it stands.
        yield from (word for word in parse.children(document, "compound") if parse.words[word].entity.endswith("ORG"))
    head = parse.head(document)
    if head is None:
        return
    if parse.lower(head) in ("author", "writer") and parse.relation(document) == "nmod":
        yield head
    written = parse.relation(document) == "obj" and parse.lemma(head) in words("documents/publishing_verbs")
    said_in = parse.relation(document) == "obl" and verb_lemma(parse, head) in reporting_verbs()
    if parse.is_verbal(head) and (written or said_in):
        yield from (word for word in parse.children(head, "nsubj") if not annotated.is_marked(word))


def _is_agent(annotated: AnnotatedArticle, word: int) -> bool:
    by = annotated.parse.child(word, "case")
    return by is not None and annotated.parse.lower(by) == "by"

"""Who speaks together: the mentions that a conjunction joins to the one that a clause names."""

from collections.abc import Iterator

from service.attribution.document import AnnotatedArticle
from service.attribution.mentions.speaking_words import is_after_according
from service.attribution.reporting.source_mentions import mention_of
from service.attribution.vocabulary.nouns import is_plural
from service.domain.quotations import Mention, MentionKind
from service.parsing.trees import Parse

# Words from one of several positions to the name that has them.
_LONGEST_ROW, _OF_POSITIONS = 10, ("NOUN", "PROPN", "ADJ", "ADV", "NUM")
_WORDS_OF_TIME = frozenset(("now", "then", "later", "formerly", "previously", "currently", "once"))


def joint_mentions(annotated: AnnotatedArticle, mention: Mention) -> tuple[Mention, ...]:
    """The mention and those who speak with it: "Ann Poole, president of the union, and Tom Reed said"."""
    parse = annotated.parse
    if mention.kind is MentionKind.PRONOUN:
        return (mention,)
    found = [mention]
    heads = {mention.head, parse.top(mention.head), *(words.start for words in mention.described_by)}
    above = parse.head(mention.head)
    if above is not None and parse.relation(mention.head) == "appos" and is_plural(parse, above):
        # "The parties, Delta, Harbour and Kent said": a parse joins the others to the noun.
        heads.add(above)
    for head in sorted(heads):
        for child in _joined(annotated, head):
            joined = mention_of(annotated, annotated.named(child))
            if joined is None or joined.kind is MentionKind.PRONOUN or child < mention.head:
                continue
            if _tells_of_same(annotated, joined) or _is_in_row(annotated, joined) or _begins_before(parse, child):
                continue
            if not annotated.is_marked(child) and not mention.span.overlaps(joined.span):
                found.append(joined)
    return tuple(_named_rather(found, annotated))


def _joined(annotated: AnnotatedArticle, head: int) -> Iterator[int]:
    """The words joined to this one; those joined to a name among them count, too: "Ann, Bo and Tom".

    Whom a parse joins across the verb is another's: in "Ann said she and Tom agree", Tom speaks with nobody.
    """
    verb, joined = annotated.parse.head(head), annotated.parse.children(head, "conj")
    if _stands_after_according(annotated.parse, head):
        # "According to Ann Lee, the plan is ready": without a word that joins it, the plan says nothing.
        last = max((child for child in joined if annotated.parse.children(child, "cc")), default=-1)
        joined = [child for child in joined if child <= last]
    for child in joined:
        if verb is not None and head < verb < child:
            continue
        yield child
        name = mention_of(annotated, annotated.named(child))
        if name is not None and name.entity == "PERSON":
            yield from _joined(annotated, child)


def _stands_after_according(parse: Parse, head: int) -> bool:
    """Whether "according to" leads to the word, or to the noun that it explains."""
    above = parse.head(head)
    return is_after_according(parse, head) or (above is not None and is_after_according(parse, above))


def _begins_before(parse: Parse, joined: int) -> bool:
    """Whether something of the word stands before its "and", which is inside a name then: "of the Dockers’ and Carters’
    Union".
    """
    conjunction = parse.child(joined, "cc")
    if conjunction is None or parse.words[joined].entity.endswith("PERSON"):
        return False
    return any(parse.words[word].pos != "PUNCT" for word in parse.subtree(joined) if word < conjunction)


def _tells_of_same(annotated: AnnotatedArticle, described: Mention) -> bool:
    """Whether a word of time leads to one position more of the one described: "once the mayor and now the governor"."""
    first = annotated.parse.within(described.span.start, described.span.end).start
    opening = (annotated.parse.lower(word) for word in (first - 1, first) if word >= 0)
    return described.kind is MentionKind.DESCRIPTION and any(word in _WORDS_OF_TIME for word in opening)


def _is_in_row(annotated: AnnotatedArticle, described: Mention) -> bool:
    """Whether it is one of the bare positions of the name that follows: "author, broadcaster and former MP Ann Lee"."""
    parse, head = annotated.parse, described.head
    if described.kind is not MentionKind.DESCRIPTION or parse.children(head, "det", "nmod:poss", "nummod"):
        return False
    if head == 0 or parse.lower(head - 1) not in (",", "and") or is_plural(parse, head):
        return False
    for word in range(head + 1, min(head + _LONGEST_ROW, len(parse))):
        name = annotated.mention_at.get(word)
        if name is not None and name.entity == "PERSON":
            return name.name_words.start == word
        if parse.words[word].pos not in _OF_POSITIONS and parse.lower(word) not in (",", "and", "-"):
            return False
    return False


def _named_rather(mentions: list[Mention], annotated: AnnotatedArticle) -> list[Mention]:
    """Of "his wife, Julie" only Julie: a description right before a name stands for it."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        if before is not None and before.kind is MentionKind.DESCRIPTION and mention.kind is MentionKind.NAME:
            gap = annotated.parse.text[before.span.end : mention.span.start]
            if gap.strip() == "," and len(kept) > 1:
                kept.pop()
        kept.append(mention)
    return kept

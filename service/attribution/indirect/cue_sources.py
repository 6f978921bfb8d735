"""Who holds what a cue reports, by a verb, a noun ("Lee's claim that …") or an adjective ("Lee is sure that …")."""

from dataclasses import dataclass

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.source_mentions import mention_of, relative_pronoun
from service.attribution.reporting.sources import find_source, noun_after_according
from service.attribution.vocabulary.grammar import AFTERTHOUGHTS
from service.domain.articles import Span
from service.domain.quotations import Mention, MentionKind
from service.lexicon import words
from service.parsing.trees import Parse

# Who is on no list of mentions is often a verb to the parser, which brings more. Mentions that leave this out as well
# cost speakers (of the labelled training articles: 80.39 to 80.34 % right).
_MORE_AFTERTHOUGHTS = ("case", "ccomp", "obj", "obl", "xcomp")
_LONGEST_DESCRIPTION = 6


@dataclass(frozen=True, slots=True)
class CueSource:
    """Who holds it, and by what the text says so: the way from the cue to the `mention`.

    `place` is the nearest word for them: the mention, or the "who" of a relative clause. `is_listed` is false for
    mentions of nobody who can be identified ("I", "you", "the data").
    """

    mention: Mention
    way: str
    place: Span
    is_listed: bool


def find_cue_source(annotated: AnnotatedArticle, cue: int) -> CueSource | None:
    """Who holds what the word reports, None if nobody is named."""
    source, way = _source(annotated, cue)
    if source is None:
        return None
    named = annotated.named(source)
    listed = mention_of(annotated, named)
    mention = listed or _unlisted(annotated.parse, named)
    if mention is None:
        return None
    return CueSource(mention, way, relative_pronoun(annotated.parse, cue) or mention.span, listed is not None)


def _source(annotated: AnnotatedArticle, cue: int) -> tuple[int | None, str]:
    """The head word of the holder, and the way to it."""
    parse = annotated.parse
    if parse.lower(cue) == "according":
        return noun_after_according(parse, cue), "according to"
    if parse.is_verbal(cue):
        source = find_source(annotated, cue)
        return (source, "verb") if source is not None else (_first(parse, cue, "nsubj:pass"), "passive")
    if parse.words[cue].pos == "ADJ":
        return parse.child(cue, "nsubj"), "adjective"
    return _source_of_noun(annotated, cue)


def _source_of_noun(annotated: AnnotatedArticle, noun: int) -> tuple[int | None, str]:
    """By "Lee's claim", "a claim by Lee", "Lee made the claim" or "it was his claim"."""
    parse = annotated.parse
    owner = _first(parse, noun, "nmod:poss")
    if owner is not None:
        return owner, "possessive"
    for child in parse.children(noun, "nmod"):
        if any(parse.lower(case) in ("by", "from") for case in parse.children(child, "case")):
            return child, "by"
    head = parse.head(noun)
    if head is not None and parse.is_verbal(head) and parse.relation(noun) in ("obj", "obl", "xcomp"):
        # "Japan needs no reminder": who gets it does not say it.
        receives = parse.lemma(head) in words("reporting/receiving_verbs")
        return (None, "") if receives else (find_source(annotated, head), "verb above")
    return (parse.child(noun, "nsubj"), "noun") if parse.child(noun, "cop") is not None else (None, "")


def _first(parse: Parse, word: int, relation: str) -> int | None:
    return next((child for child in parse.children(word) if parse.words[child].relation == relation), None)


def _unlisted(parse: Parse, word: int) -> Mention | None:
    """The words around a noun or a pronoun that the list of mentions leaves out."""
    if not parse.is_nominal(word):
        return None
    branch = parse.subtree(word, without=parse.children(word, *AFTERTHOUGHTS, *_MORE_AFTERTHOUGHTS))
    first, last = max(branch[0], word - _LONGEST_DESCRIPTION), min(branch[-1], word + _LONGEST_DESCRIPTION)
    span = parse.span(first, last)
    kind = MentionKind.PRONOUN if parse.words[word].pos == "PRON" else MentionKind.DESCRIPTION
    return Mention(span=span, kind=kind, name=span.text, entity="", sentence=parse.sentence(word), head=word)

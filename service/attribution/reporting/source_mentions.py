"""The mention that the head word of a source stands for, and the "who" that may stand for it beside the cue."""

from collections.abc import Sequence

from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import RELATIVE_PRONOUNS, SHARES_SUBJECT
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.domain.articles import Span
from service.domain.quotations import Mention
from service.lexicon import words
from service.parsing.trees import Parse

_FARTHEST_NAME = 6


def mention_of(annotated: AnnotatedArticle, source: int) -> Mention | None:
    """The mention with this head word, or the name that hangs on it, or the mention that the word is part of."""
    parse = annotated.parse
    found = annotated.mention_at.get(source)
    for child in parse.children(source, "flat", "compound", "appos"):
        named = annotated.mention_at.get(child)
        is_name = named is not None and named.entity and (found is None or not found.entity)
        if named is not None and child < source and found is not None and _is_of(parse, source, named):
            # "U.S. and South Korean officials", "a Holt aide": whose they are is not who they are.
            continue
        if is_name and abs(child - source) <= _FARTHEST_NAME:
            return named
    if found is not None:
        return found
    sentence = parse.sentence_words(parse.sentence(source))
    around = annotated.mentions_between(sentence.start, sentence.stop)
    return next((m for m in around if source in parse.within(m.span.start, m.span.end)), None)


def _is_of(parse: Parse, noun: int, name: Mention) -> bool:
    """Whether the noun is for people of whatever stands before it, a work, or a body there: "Delta press office"."""
    lemma = noun_lemma(parse, noun)
    kinds = kinds_of_nouns(lemma)
    if name.entity == "PERSON" and parse.relation(name.head) != "compound":
        return False
    is_part = bool(kinds & {"role", "group"}) or lemma in words("organizations/parts")
    # "A Canvix survey" is a work of its own, "a Canvix statement" speaks for Canvix, "the Post reports" says who does.
    is_work = kinds == {"document"} and lemma not in words("documents/authored") and parse.words[noun].pos != "VERB"
    return is_part or is_work or (name.entity == "LOC" and "organization" in kinds)


def mentions_of(annotated: AnnotatedArticle, sources: Sequence[int]) -> tuple[Mention, ...]:
    """The mentions that these head words stand for; those that stand for none are left out."""
    found = (mention_of(annotated, annotated.named(source)) for source in sources)
    return tuple(mention for mention in found if mention is not None)


def relative_pronoun(parse: Parse, cue: int) -> Span | None:
    """The "who" before a verb of a relative clause, also of "who left and said"."""
    for word in (cue, *parse.ancestors(cue)):
        subject = parse.child(word, "nsubj")
        if subject is not None:
            is_relative = subject < word and parse.lower(subject) in RELATIVE_PRONOUNS
            return parse.span(subject, subject) if is_relative else None
        if parse.relation(word) not in SHARES_SUBJECT:
            return None
    return None

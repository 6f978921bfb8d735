"""Verbs that a parse joins to a reported clause, though they are the speaker's: "said it leaked and denied a fire"."""

from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.reporting_verbs import reporting_verbs, verb_lemma
from service.parsing.trees import Parse

_PERFECT = frozenset(("had", "has", "have"))


def verb_above_report(parse: Parse, verb: int) -> int | None:
    """The verb of the reporting clause that this one is coordinated with; None where the parse may be right.

    A verb that reports goes on with one that reports: "Lee said that Ray had won, and called it a shame".
    """
    reported = parse.head(verb)
    if reported is None or parse.relation(verb) != "conj" or parse.relation(reported) != "ccomp":
        return None
    above = parse.head(reported)
    if shares_auxiliary(parse, reported, verb):
        return None
    if above is None or not above < reported < verb or parse.children(verb, "nsubj", "aux", "cop"):
        return None
    reports = (verb_lemma(parse, word) in reporting_verbs() for word in (verb, above))
    return above if all(reports) else None


def shares_auxiliary(parse: Parse, reported: int, verb: int) -> bool:
    """Whether both verbs have one "had", with no comma between: "Lee said that a guard had come and shouted “…”"."""
    conjunction = parse.child(verb, "cc")
    has_perfect = any(parse.lower(word) in _PERFECT for word in parse.children(reported, "aux"))
    is_bare = (
        conjunction is not None and parse.lower(conjunction - 1) != "," and not parse.children(verb, "aux", "nsubj")
    )
    return has_perfect and is_bare and parse.lower(verb).endswith(("ed", "en"))


def second_verbs(parse: Parse, reported: int) -> list[int]:
    """The verbs that the parse joins to the reported clause of this verb and that are the reporting clause's."""
    return [verb for verb in parse.children(reported, "conj") if verb_above_report(parse, verb) is not None]


def is_closed_off(annotated: AnnotatedArticle, verb: int, first: int) -> bool:
    """Whether a semicolon parts words from a verb before them, whatever the parse: “…,” said Lee; “…,” said Reed."""
    between = range(verb + 1, first)
    return any(annotated.parse.words[word].text == ";" and not annotated.is_marked(word) for word in between)

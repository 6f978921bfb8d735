"""Verbs that a parse joins to the reported clause, though they are the speaker's: "said it would rain, and left"."""

from service.parsing.trees import Parse


def verb_above_report(parse: Parse, verb: int) -> int | None:
    """The verb of the reporting clause that this one is coordinated with; None where the parse may be right.

    In "Lee said it would be late, and threatened to leave" a bare past cannot go on with "would be".
    """
    reported = parse.head(verb)
    if reported is None or parse.relation(verb) != "conj" or parse.relation(reported) != "ccomp":
        return None
    above = parse.head(reported)
    if above is None or not above < reported < verb or parse.children(verb, "nsubj", "aux", "cop"):
        return None
    is_bare = parse.lower(reported) == parse.lemma(reported) or parse.lower(reported).endswith("ing")
    has_auxiliary = any(child < reported for child in parse.children(reported, "aux"))
    return above if is_bare and has_auxiliary and _is_past(parse, verb) and _is_past(parse, above) else None


def second_verbs(parse: Parse, reported: int) -> list[int]:
    """The verbs that the parse joins to the reported clause of this verb and that are the reporting clause's."""
    return [verb for verb in parse.children(reported, "conj") if verb_above_report(parse, verb) is not None]


def _is_past(parse: Parse, verb: int) -> bool:
    form, lemma = parse.lower(verb), parse.lemma(verb)
    return form != lemma and not form.endswith(("ing", "s"))

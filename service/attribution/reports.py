"""Whether a clause without quotation marks reports somebody's words or thoughts.

Evidence as in `speech.py`: named functions, learnt weights, the sum is the logit of the probability.
"""

import math
from collections.abc import Callable
from functools import cache

from service.attribution.cues import Pattern, ReportingClause
from service.attribution.reading import Reading
from service.domain import MentionKind
from service.lexicon import lines

ReportFunction = Callable[[Reading, ReportingClause], float]


def always(reading: Reading, clause: ReportingClause) -> float:
    """Every clause with a reporting verb."""
    return 1.0


def likely_verb(reading: Reading, clause: ReportingClause) -> float:
    """The verb is often a cue, as a logit."""
    share = min(max(clause.likelihood, 0.02), 0.98)
    return math.log(share / (1 - share)) / 2


def that_follows(reading: Reading, clause: ReportingClause) -> float:
    """The word "that" opens the reported clause."""
    if clause.content is None:
        return 0.0
    before = clause.content[0] - 1
    return float(before > clause.verb and reading.parse.lower(before) == "that")


def clausal_complement(reading: Reading, clause: ReportingClause) -> float:
    """The verb has a clause as its complement."""
    return float(bool(reading.parse.children(clause.verb, "ccomp")))


def infinitive_complement(reading: Reading, clause: ReportingClause) -> float:
    """The verb has an infinitive as its complement."""
    return float(bool(reading.parse.children(clause.verb, "xcomp")))


def object_only(reading: Reading, clause: ReportingClause) -> float:
    """The verb has an object and no clause."""
    parse = reading.parse
    return float(
        bool(parse.children(clause.verb, "obj")) and not parse.children(clause.verb, "ccomp", "xcomp", "parataxis")
    )


def no_object(reading: Reading, clause: ReportingClause) -> float:
    """The verb has neither object nor clause."""
    return float(not reading.parse.children(clause.verb, "obj", "ccomp", "xcomp", "parataxis"))


def put_behind(reading: Reading, clause: ReportingClause) -> float:
    """The clause stands behind what it reports."""
    return float(clause.content is not None and clause.content[0] < clause.verb)


def has_verb_inside(reading: Reading, clause: ReportingClause) -> float:
    """The reported words hold a verb."""
    if clause.content is None:
        return 0.0
    return float(any(reading.parse.is_verbal(word) for word in range(*clause.content)))


def long_content(reading: Reading, clause: ReportingClause) -> float:
    """Many words are reported."""
    return 0.0 if clause.content is None else math.log(clause.content[1] - clause.content[0]) / 3


def according_to(reading: Reading, clause: ReportingClause) -> float:
    """Introduced by "according to"."""
    return float(clause.pattern is Pattern.ACCORDING_TO)


def speaks_as_person(reading: Reading, clause: ReportingClause) -> float:
    """The speaker is a person by name or pronoun."""
    mention = None if clause.source is None else reading.mention_at.get(clause.source)
    return float(mention is not None and (mention.entity == "PERSON" or mention.name in ("he", "she", "they")))


def speaks_as_body(reading: Reading, clause: ReportingClause) -> float:
    """The speaker is a body or a place by name."""
    mention = None if clause.source is None else reading.mention_at.get(clause.source)
    return float(mention is not None and mention.entity in ("ORG", "LOC", "NORP"))


def speaks_as_described(reading: Reading, clause: ReportingClause) -> float:
    """The speaker is described, not named."""
    mention = None if clause.source is None else reading.mention_at.get(clause.source)
    return float(mention is not None and mention.kind is MentionKind.DESCRIPTION)


def unknown_speaker(reading: Reading, clause: ReportingClause) -> float:
    """The speaker is no mention of anybody."""
    return float(clause.source is None or clause.source not in reading.mention_at)


def negated(reading: Reading, clause: ReportingClause) -> float:
    """The verb is negated."""
    return float(
        any(reading.parse.lower(c) in ("not", "n't", "n’t", "never") for c in reading.parse.children(clause.verb))
    )


def modal(reading: Reading, clause: ReportingClause) -> float:
    """The verb has a modal ("would say")."""
    return float(any(reading.parse.lower(c) in _MODALS for c in reading.parse.children(clause.verb, "aux")))


def participle(reading: Reading, clause: ReportingClause) -> float:
    """The verb is a participle in -ing."""
    return float(reading.parse.lower(clause.verb).endswith("ing"))


def infinitive(reading: Reading, clause: ReportingClause) -> float:
    """The verb is an infinitive with "to"."""
    return float(any(reading.parse.lower(c) == "to" for c in reading.parse.children(clause.verb, "mark")))


def main_verb(reading: Reading, clause: ReportingClause) -> float:
    """The verb is the main one of its sentence."""
    return float(reading.parse.head(clause.verb) is None)


def in_relative_clause(reading: Reading, clause: ReportingClause) -> float:
    """The verb stands in a relative clause."""
    return float(reading.parse.relation(clause.verb) == "acl")


_MODALS = frozenset(
    ["will", "would", "can", "could", "may", "might", "shall", "should", "must", "’ll", "'ll", "’d", "'d"]
)

REPORT_EVIDENCE: tuple[ReportFunction, ...] = (
    always,
    likely_verb,
    that_follows,
    clausal_complement,
    infinitive_complement,
    object_only,
    no_object,
    put_behind,
    has_verb_inside,
    long_content,
    according_to,
    speaks_as_person,
    speaks_as_body,
    speaks_as_described,
    unknown_speaker,
    negated,
    modal,
    participle,
    infinitive,
    main_verb,
    in_relative_clause,
)


def report_probability(reading: Reading, clause: ReportingClause) -> float:
    """The probability that the clause reports its content as somebody's words or thoughts."""
    weights = _weights()
    logit = sum(weights[rule.__name__] * rule(reading, clause) for rule in REPORT_EVIDENCE)
    return 1 / (1 + math.exp(-logit))


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in (line.split() for line in lines("report_weights"))}

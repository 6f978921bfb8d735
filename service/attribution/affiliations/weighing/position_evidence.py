"""What speaks for and against a noun naming a position of a speaker: each function names what it sees.

Each name has a learnt weight; to add a reason, add a function and learn the weights again.
"""

import math
from collections.abc import Callable, Iterator
from functools import cache

from service.attribution.affiliations.weighing.position_candidates import distance
from service.attribution.affiliations.weighing.position_context import PositionContext
from service.attribution.affiliations.weighing.word_patterns import (
    FUNCTION_TAGS,
    parse_path,
    pattern_between,
    word_symbol,
)
from service.attribution.vocabulary.grammar import POSSESSIVES
from service.attribution.vocabulary.nouns import is_plural
from service.domain.quotations import MentionKind
from service.lexicon import weights
from service.parsing.trees import Parse

PositionEvidence = Callable[[PositionContext], Iterator[str]]


def kind_of_mention(context: PositionContext) -> Iterator[str]:
    """Whether the speaker is named, described or meant by a pronoun."""
    yield context.mention.kind + (f"|{context.mention.entity}" if context.mention.entity else "")


def kind_of_noun(context: PositionContext) -> Iterator[str]:
    """What the noun can stand for."""
    yield context.noun_class


def noun_itself(context: PositionContext) -> Iterator[str]:
    """Which noun it is, and on which side of the mention it stands."""
    yield context.noun
    yield f"{context.noun}|{context.side}"


def order_of_mention(context: PositionContext) -> Iterator[str]:
    """Whether this is the first mention by name, and whether by the full name: there people are introduced."""
    mention = context.mention
    is_first = mention.span == context.own.first_name
    is_full = len(mention.name_words) > 1
    yield f"first|{is_first}"
    yield f"first|{is_first}|{context.pattern}"
    yield f"full|{is_full}|{mention.kind}|{context.side}"
    yield f"full|{is_full}|{mention.kind}|{context.pattern}"


def noun_of_description(context: PositionContext) -> Iterator[str]:
    """Whether the article also calls the speaker by this noun alone: "the minister"."""
    nouns = context.own.nouns
    if nouns:
        yield f"{context.noun in nouns}|{context.mention.kind}|{context.side}"


def row_between(context: PositionContext) -> Iterator[str]:
    """The words between the mention and the noun."""
    pattern, kind = context.pattern, context.noun_class
    yield pattern
    yield f"{pattern}|{kind}"
    yield f"{pattern}|{context.mention.kind}|{kind}"
    yield f"{pattern}|{context.parse.relation(context.word)}"


def way_through_parse(context: PositionContext) -> Iterator[str]:
    """The relations between the noun and the mention."""
    path = parse_path(context.parse, context.word, context.mention.head)
    yield path
    yield f"{path}|{context.noun_class}"


def form_of_noun(context: PositionContext) -> Iterator[str]:
    """Its part of speech, relation, entity, capital and number."""
    token = context.parse.words[context.word]
    yield token.pos
    yield context.parse.relation(context.word)
    yield token.entity[:1] + token.entity.rpartition("-")[2]
    yield f"capital|{token.text[0].isupper()}"
    yield f"plural|{is_plural(context.parse, context.word)}|{context.mention.kind}"


def words_around(context: PositionContext) -> Iterator[str]:
    """The words right before and after the noun."""
    parse, word = context.parse, context.word
    side = context.side
    following = _beside(parse, word + 1)
    yield f"next|{following}"
    yield f"next|{following}|{side}"
    yield f"before|{_beside(parse, word - 1)}"
    determiner = parse.child(word, "det")
    yield f"article|{'' if determiner is None else parse.lower(determiner)}|{side}"
    if (case := parse.child(word, "case")) is not None:
        yield f"case|{parse.lower(case)}"
    if (copula := parse.child(word, "cop")) is not None:
        yield f"copula|{parse.lower(copula)}"


def possession(context: PositionContext) -> Iterator[str]:
    """Whose the noun is; and whether it owns what follows: "the suspect’s lawyer" makes nobody a suspect."""
    parse, word = context.parse, context.word
    for child in parse.children(word, "nmod"):
        if parse.words[child].relation == "nmod:poss":
            yield f"of|{word_symbol(parse, child)}"
    if word + 1 < len(parse) and parse.lower(word + 1) in POSSESSIVES and context.pattern != "inside":
        yield "owner"


def other_person(context: PositionContext) -> Iterator[str]:
    """Whether the noun is nearer to somebody else."""
    parse, word = context.parse, context.word
    if not context.others:
        return
    distances = [distance(parse, other, word) for other in context.others]
    other = context.others[distances.index(min(distances))]
    if min(distances) < distance(parse, context.mention, word):
        yield "nearer"
        yield f"nearer|{pattern_between(parse, other.name_words, word)}"
        yield f"nearer|{context.pattern}"
    else:
        yield "farther"


def quoted(context: PositionContext) -> Iterator[str]:
    """Whether the noun stands between quotation marks."""
    if context.annotated.is_marked(context.word):
        yield str(context.mention.kind is MentionKind.PRONOUN)


POSITION_EVIDENCE: tuple[PositionEvidence, ...] = (
    kind_of_mention,
    kind_of_noun,
    noun_itself,
    order_of_mention,
    noun_of_description,
    row_between,
    way_through_parse,
    form_of_noun,
    words_around,
    possession,
    other_person,
    quoted,
)


def evidence_of(context: PositionContext) -> tuple[str, ...]:
    """The names of all that is seen."""
    return tuple(f"{rule.__name__}={seen}" for rule in POSITION_EVIDENCE for seen in rule(context))


def probability_of(context: PositionContext) -> float:
    """How likely the noun names a position of the speaker."""
    always, rows = _learnt()
    logit = always + sum([table[seen] for rule, table in rows for seen in rule(context) if seen in table])
    return 1 / (1 + math.exp(-logit))


@cache
def _learnt() -> tuple[float, tuple[tuple[PositionEvidence, dict[str, float]], ...]]:
    """The weight that always counts, and each rule with those of what it sees."""
    tables: dict[str, dict[str, float]] = {rule.__name__: {} for rule in POSITION_EVIDENCE}
    learnt = weights("models/attribution/position_weights")
    for name, weight in learnt.items():
        rule, _, seen = name.partition("=")
        if rule in tables:
            tables[rule][seen] = weight
    return learnt["always"], tuple((rule, tables[rule.__name__]) for rule in POSITION_EVIDENCE)


def _beside(parse: Parse, word: int) -> str:
    """A word in short; a function word as it stands, even in a name."""
    if not 0 <= word < len(parse):
        return ""
    return parse.lower(word) if parse.words[word].pos in FUNCTION_TAGS else word_symbol(parse, word)

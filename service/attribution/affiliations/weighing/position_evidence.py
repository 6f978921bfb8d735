"""What speaks for and against a noun naming a position of a speaker: each function names what it sees.

Each name has a learnt weight; to add a reason, add a function and learn the weights again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from service.attribution.affiliations.weighing.position_candidates import PositionCandidate, distance
from service.attribution.affiliations.weighing.word_patterns import (
    FUNCTION_TAGS,
    mention_words,
    noun_class,
    parse_path,
    pattern_between,
    word_symbol,
)
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import POSSESSIVES
from service.attribution.vocabulary.nouns import is_plural, noun_lemma
from service.domain.quotations import Mention, MentionKind
from service.parsing.trees import Parse


# Without slots: half of the evidence asks for the pattern.
@dataclass(frozen=True)
class PositionContext:
    """A candidate in its article, with all mentions of the speaker and the other people named in its sentence."""

    annotated: AnnotatedArticle
    candidate: PositionCandidate
    own: tuple[Mention, ...]
    others: tuple[Mention, ...]

    @property
    def parse(self) -> Parse:
        """The parse of the article."""
        return self.annotated.parse

    @property
    def word(self) -> int:
        """The noun."""
        return self.candidate.word

    @property
    def mention(self) -> Mention:
        """The mention of the speaker that is nearest to the noun."""
        return self.candidate.mention

    @cached_property
    def pattern(self) -> str:
        """What stands between the two."""
        return pattern_between(self.parse, mention_words(self.parse, self.mention), self.word)

    @property
    def side(self) -> str:
        """On which side of the mention the noun stands: "before", "after" or "inside"."""
        return self.pattern.partition(":")[0]


PositionEvidence = Callable[[PositionContext], Iterator[str]]


def kind_of_mention(context: PositionContext) -> Iterator[str]:
    """Whether the speaker is named, described or meant by a pronoun."""
    yield context.mention.kind + (f"|{context.mention.entity}" if context.mention.entity else "")


def kind_of_noun(context: PositionContext) -> Iterator[str]:
    """What the noun can stand for."""
    yield noun_class(context.parse, context.word)


def noun_itself(context: PositionContext) -> Iterator[str]:
    """Which noun it is, and on which side of the mention it stands."""
    noun = noun_lemma(context.parse, context.word)
    yield noun
    yield f"{noun}|{context.side}"


def order_of_mention(context: PositionContext) -> Iterator[str]:
    """Whether this is the first mention by name, and whether by the full name: there people are introduced."""
    mention = context.mention
    named = (own.span for own in context.own if own.kind is MentionKind.NAME)
    is_first = mention.span == min(named, key=lambda span: span.start, default=None)
    is_full = len(mention.name_words) > 1
    yield f"first|{is_first}"
    yield f"first|{is_first}|{context.pattern}"
    yield f"full|{is_full}|{mention.kind}|{context.side}"
    yield f"full|{is_full}|{mention.kind}|{context.pattern}"


def noun_of_description(context: PositionContext) -> Iterator[str]:
    """Whether the article also calls the speaker by this noun alone: "the minister"."""
    parse = context.parse
    nouns = {noun_lemma(parse, own.head) for own in context.own if own.kind is MentionKind.DESCRIPTION}
    if nouns:
        yield f"{noun_lemma(parse, context.word) in nouns}|{context.mention.kind}|{context.side}"


def row_between(context: PositionContext) -> Iterator[str]:
    """The words between the mention and the noun."""
    pattern, kind = context.pattern, noun_class(context.parse, context.word)
    yield pattern
    yield f"{pattern}|{kind}"
    yield f"{pattern}|{context.mention.kind}|{kind}"
    yield f"{pattern}|{context.parse.relation(context.word)}"


def way_through_parse(context: PositionContext) -> Iterator[str]:
    """The relations between the noun and the mention."""
    path = parse_path(context.parse, context.word, context.mention.head).name
    yield path
    yield f"{path}|{noun_class(context.parse, context.word)}"


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
    other = min(context.others, key=lambda other: distance(parse, other, word))
    if distance(parse, other, word) < distance(parse, context.mention, word):
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


def _beside(parse: Parse, word: int) -> str:
    """A word in short; a function word as it stands, even in a name."""
    if not 0 <= word < len(parse):
        return ""
    return parse.lower(word) if parse.words[word].pos in FUNCTION_TAGS else word_symbol(parse, word)

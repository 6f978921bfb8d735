"""A quoted passage as the entities of the article see it: the likeliest mention, and whom each mention stands for."""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import islice

from service.attribution.coreference.article_facts import ArticleFacts
from service.attribution.coreference.entities import Entity
from service.attribution.direct.context import Candidate, QuotationContext, QuotedPassage
from service.attribution.direct.quoted_passages import opens_line
from service.domain.quotations import Mention, MentionKind
from service.text.names import name_words

# The entities nearest to the passage that are weighed besides those with a mention beside it.
_MOST_ENTITIES = 40
# Of the training articles' quotations that a clause governs, the part whose speaker is the clause's source.
_GOVERNED = 0.97
# Words of a heading, and those that a line may hold after a heading's closing mark.
_LONGEST_HEADING, _LONGEST_REST = 14, 6


class Situation(StrEnum):
    """How the text names the speaker, by the likeliest mention; each situation has weights of its own."""

    HEADING = "heading"
    FULL_NAME = "full_name"
    SHORT_NAME = "short_name"
    ORGANIZATION = "organization"
    PRONOUN = "pronoun"
    PLURAL = "plural"
    DESCRIPTION = "description"
    NO_CLAUSE = "no_clause"
    """Somebody is mentioned in the sentence, and by no reporting clause."""
    CARRIED_ON = "carried_on"
    """Nobody is mentioned in the sentence."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Who spoke before the passage and who is likely to speak after it; paragraphs are counted from the passage."""

    before: Entity | None = None
    paragraphs_since: int | None = None
    after: Entity | None = None
    paragraphs_until: int | None = None
    times: Mapping[Entity, int] = field(default_factory=dict)
    """How often each has spoken so far."""


class EntityContext:
    """What the evidence about entities looks at."""

    def __init__(
        self,
        facts: ArticleFacts,
        quotation: QuotationContext,
        turns: Turns,
        scores: Sequence[float],
        governed: Candidate | None = None,
    ) -> None:
        self.facts = facts
        self.quotation = quotation
        self.parse = quotation.parse
        self.turns = turns
        self.governed = governed
        self.shares = _shares(quotation, scores, governed)
        self.best: dict[Entity, tuple[float, Candidate]] = {}
        """The share of all mentions of an entity in the choice among mentions, and the likeliest of them."""
        likeliest: dict[Entity, float] = {}
        for share, candidate in zip(self.shares, quotation.candidates, strict=True):
            entity = facts.resolver.entity(candidate.mention)
            if entity is not None:
                total, best = self.best.get(entity, (0.0, candidate))
                best = candidate if share > likeliest.get(entity, 0.0) else best
                likeliest[entity] = max(share, likeliest.get(entity, 0.0))
                self.best[entity] = (total + share, best)

    @cached_property
    def top(self) -> Candidate | None:
        """The likeliest mention."""
        shares = self.shares
        return self.quotation.candidates[max(range(len(shares)), key=shares.__getitem__)] if shares else None

    @cached_property
    def owner(self) -> Entity | None:
        """Whom the likeliest mention stands for."""
        return None if self.top is None else self.facts.resolver.entity(self.top.mention)

    @cached_property
    def situation(self) -> Situation:
        """How the likeliest mention names the speaker."""
        if self._is_heading():
            return Situation.HEADING
        if self.top is None:
            return Situation.CARRIED_ON
        speaks_here = self.top.clause is not None and self.quotation.paragraphs_off(self.top.mention) == 0
        if not speaks_here:
            is_beside = self.top.mention.sentence in self.quotation.sentences
            return Situation.NO_CLAUSE if is_beside else Situation.CARRIED_ON
        return _way_of_naming(self.top.mention)

    def _is_heading(self) -> bool:
        """Whether the passage is a line of its own and no sentence."""
        passage, text = self.quotation.passage, self.parse.text
        if not opens_line(text, passage.start) or len(self.quotation.words_inside) > _LONGEST_HEADING:
            return False
        end_of_line = text.find("\n", passage.end)
        rest = text[passage.end : len(text) if end_of_line < 0 else end_of_line].strip()
        is_open = passage.marks[-1].span.text[-1:] not in tuple(".,?!…") and rest[-1:] not in tuple(".?!,")
        return is_open and len(rest.split()) <= _LONGEST_REST

    @cached_property
    def place(self) -> int:
        """The word from which the text looks back: the likeliest mention, or the passage where nobody is mentioned."""
        is_carried = self.top is None or self.situation in (Situation.CARRIED_ON, Situation.HEADING)
        return self.quotation.first if self.top is None or is_carried else self.top.mention.head

    @cached_property
    def described(self) -> Mention | None:
        """The likeliest mention where it is a description in a reporting clause."""
        return self.top.mention if self.top is not None and self.situation is Situation.DESCRIPTION else None

    @cached_property
    def pronoun(self) -> Mention | None:
        """The likeliest mention where it is "he" or "she" in a reporting clause."""
        return self.top.mention if self.top is not None and self.situation is Situation.PRONOUN else None

    @cached_property
    def people_before(self) -> tuple[Entity, ...]:
        """The people mentioned before the place, the last one first."""
        return self.facts.people_before(self.place)

    @cached_property
    def organizations_before(self) -> tuple[Entity, ...]:
        """The organizations mentioned before the place, the last one first."""
        return self.facts.organizations_before(self.place)

    @cached_property
    def subject_before(self) -> Entity | None:
        """The subject of the main clause in the sentence before the place."""
        return self.facts.subject_before(self.place)

    @cached_property
    def last_source(self) -> tuple[int, Entity] | None:
        """The last reporting verb before the passage, and its speaker; that of the likeliest mention does not count."""
        own = None if self.top is None or self.top.clause is None else self.top.clause.verb
        index = bisect_left(self.facts.source_verbs, self.quotation.first)
        while index > 0 and self.facts.source_verbs[index - 1] == own:
            index -= 1
        return self.facts.sources[index - 1] if index else None

    @cached_property
    def singled_out(self) -> frozenset[Entity | None]:
        """Who is the one of the article whom some row asks for: the last to speak, to be mentioned, to be named."""
        return frozenset(
            (
                self.turns.before,
                self.turns.after,
                self.owner,
                self.subject_before,
                None if self.last_source is None else self.last_source[1],
                self.facts.person_named_after(self.quotation.last_paragraph),
                *self.people_before[:1],
                *self.organizations_before[:1],
            )
        )

    def spoke_last(self, entity: Entity) -> bool:
        """Whether the last reporting verb before the passage is the entity's."""
        return self.last_source is not None and self.last_source[1] is entity

    @cached_property
    def marked_words(self) -> frozenset[str]:
        """The words of the passage, folded."""
        passage: QuotedPassage = self.quotation.passage
        return frozenset(self.parse.lower(word).rstrip("’'") for word in self.parse.within(passage.start, passage.end))

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Everyone with a mention beside the passage, and everyone named or quoted elsewhere, the nearest of them."""
        here = list(self.best)
        others = (
            each
            for each in self.facts.nearest(self.quotation.first)
            if each not in self.best and (each.is_named or each in self.turns.times)
        )
        more = islice(others, max(0, _MOST_ENTITIES - len(here)))
        return (*(each for each in here if self.facts.mentioned[each]), *more)


def _shares(quotation: QuotationContext, scores: Sequence[float], governed: Candidate | None) -> tuple[float, ...]:
    """The probability of each candidate; the one that the governing clause names is nearly certain."""
    highest = max(scores, default=0.0)
    weights = [math.exp(score - highest) for score in scores]
    shares = [weight / sum(weights) for weight in weights]
    if governed is None:
        return tuple(shares)
    return tuple(
        _GOVERNED + (1 - _GOVERNED) * share if candidate == governed else (1 - _GOVERNED) * share
        for share, candidate in zip(shares, quotation.candidates, strict=True)
    )


def _way_of_naming(mention: Mention) -> Situation:
    if mention.kind is MentionKind.PRONOUN:
        return Situation.PRONOUN if mention.name in ("he", "she", "his", "her") else Situation.PLURAL
    if mention.kind is MentionKind.DESCRIPTION:
        return Situation.DESCRIPTION
    if mention.entity != "PERSON":
        return Situation.ORGANIZATION
    return Situation.FULL_NAME if len(name_words(mention.name)) > 1 else Situation.SHORT_NAME

"""For each quoted passage the entity that said them, or nobody: the table of evidence weighs all together."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.attribution.coreference.article_facts import ArticleFacts
from service.attribution.coreference.entities import Entity
from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.direct.context import Candidate, PreviousSpeaker, QuotationContext, QuotedPassage
from service.attribution.direct.entities.entity_context import EntityContext, Situation, Turns
from service.attribution.direct.entities.entity_table import (
    ENTITY_EVIDENCE,
    EntityTable,
    entity_strengths,
    entity_weights,
    nobody_strengths,
    nobody_weights,
)
from service.attribution.direct.evidence_table import MentionTable
from service.attribution.direct.governed_mentions import governed_mention
from service.attribution.direct.narrators import Narrator
from service.attribution.direct.quoted_passages import find_passages
from service.attribution.direct.rules import forms_of_speech
from service.attribution.direct.rules.exclusions import possible_speakers
from service.attribution.direct.rules.titles import is_term, is_title
from service.attribution.direct.speech import SPEECH_THRESHOLD, SURE_SPEECH, speech_probability
from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import Pattern, ReportingClause
from service.attribution.reporting.governance import Governance
from service.domain.quotations import MentionKind

# What a label or “…,” she said makes of words, however short; too few are so short to measure how surely. What
# somebody is called by the way does not tell who speaks next, and stays below what does.
_SPEECH_BY_FORM, _JUDGED, _TITLE = 0.9, 0.65, 0.1
# That the words are speech, and that and whose they are, has to be as likely as this before somebody is named. Over the
# folds of the training articles this names as many right speakers as a bound on speech alone, and an eighth fewer
# wrong ones, for speech or for no speech.
_LEAST_SPEECH, _LEAST_NAMED = 0.5, 0.4
# Evidence that moved the score less is not reported.
_LEAST_REPORTED = 0.3
_MOST_REPORTED = 6
# Runs ahead in which the next speaker is looked for.
_PASSAGES_AHEAD = 2
# Where the text names the speaker by one of these, that word is the mention, whoever it stands for.
_BY_REFERENCE = (Situation.PRONOUN, Situation.PLURAL, Situation.DESCRIPTION)


@dataclass(frozen=True, slots=True)
class RankedSpeaker:
    """What was found for a passage: speech or not, and the likeliest entity with its probability, None without any.

    `probability` is of the entity as the speaker, against all others and nobody. `candidate` is the mention that
    names the speaker.
    """

    passage: QuotedPassage
    speech: float
    candidate: Candidate | None
    entity: Entity | None
    probability: float
    evidence: tuple[str, ...]
    governance: Governance | None = None

    @property
    def is_speech(self) -> bool:
        """Whether the marked words are somebody's."""
        return self.speech >= SPEECH_THRESHOLD

    @property
    def is_surely_speech(self) -> bool:
        """Whether the marked words are so likely somebody's that they tell who may speak next."""
        return self.speech >= SURE_SPEECH

    @property
    def may_be_named(self) -> bool:
        """Whether it is likely enough that the words are somebody's, and this one's, to say so."""
        return self.speech >= _LEAST_SPEECH and self.speech * self.probability >= _LEAST_NAMED


@dataclass(frozen=True, slots=True)
class Guess:
    """What mentions alone say of a passage, before entities are weighed."""

    quotation: QuotationContext
    speech: float
    scores: tuple[float, ...]
    """How much the evidence speaks for each mention."""
    mention: Candidate | None
    entity: Entity | None
    governed: Candidate | None = None
    """The mention that the governing clause names, or the label."""
    borders: tuple[float, float] = (0.0, 1.0)
    """What the form alone leaves of the probability that the words are speech."""

    @property
    def passage(self) -> QuotedPassage:
        """The marked words."""
        return self.quotation.passage

    @property
    def is_speech(self) -> bool:
        """Whether the marked words are so likely somebody's that they tell who may speak next."""
        return self.speech >= SURE_SPEECH

    def context(self, facts: ArticleFacts, history: "History", number: int) -> EntityContext:
        """The passage, the guess of this number, as the entities see it, after what was decided so far."""
        quotation = self.quotation.after(history.earlier)
        scores = self.scores if quotation is self.quotation else MentionTable().scores(quotation)
        return EntityContext(facts, quotation, history.turns(number), scores, self.governed)


def judge_passages(
    annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], resolver: CoreferenceResolver
) -> Iterator[RankedSpeaker]:
    """The ranked speaker of each passage, in reading order: who spoke last is evidence for who speaks next."""
    facts = ArticleFacts(annotated, clauses, resolver)
    guesses = tuple(guess_speakers(annotated, clauses, resolver))
    history, table, narrator = History(guesses), EntityTable(), Narrator()
    for number, guess in enumerate(guesses):
        context = guess.context(facts, history, number)
        is_same = context.quotation is guess.quotation
        speech = guess.speech if is_same else _speech(context.quotation, guess.borders)
        if (author := narrator.says(context.quotation)) is not None:
            yield RankedSpeaker(guess.passage, speech, author, None, speech, (), context.quotation.governance)
            continue
        ranked = _ranked(context, speech, table)
        if ranked.is_surely_speech and ranked.candidate is not None and ranked.entity is not None:
            history.add(guess.passage, ranked.candidate, ranked.entity)
        yield ranked


def guess_speakers(
    annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], resolver: CoreferenceResolver
) -> Iterator[Guess]:
    """The likeliest mention of each passage, by what stands beside it alone."""
    table = MentionTable()
    earlier: PreviousSpeaker | None = None
    for passage in find_passages(annotated.marks, annotated.parse.text):
        if not annotated.parse.within(passage.start, passage.end):
            # The parser found no word in it.
            continue
        quotation = QuotationContext(annotated, clauses, passage, earlier)
        scores = table.scores(quotation)
        likeliest = quotation.candidates[max(range(len(scores)), key=scores.__getitem__)] if scores else None
        governance = quotation.governance
        label = owner = moved = None
        if governance is None:
            label, owner = forms_of_speech.labelled(quotation), forms_of_speech.who_has_words(quotation)
            moved = forms_of_speech.who_moved(quotation) or forms_of_speech.who_leads_in(quotation)
        governed = label or owner or moved if governance is None else governed_mention(quotation, governance, likeliest)
        is_formal = label is not None or owner is not None or forms_of_speech.is_answer(quotation, governance)
        by_form = _SPEECH_BY_FORM if is_formal else _JUDGED * forms_of_speech.is_judgement(quotation, governance)
        borders = (by_form, _TITLE if is_title(quotation) or is_term(quotation) else 1.0)
        speech = _speech(quotation, borders)
        candidate = governed or likeliest
        entity = None if candidate is None else resolver.entity(candidate.mention)
        guess = Guess(quotation, speech, scores, candidate, entity, governed, borders)
        if guess.is_speech and candidate is not None:
            earlier = PreviousSpeaker(passage, candidate.mention)
        yield guess


def _speech(quotation: QuotationContext, borders: tuple[float, float]) -> float:
    return min(max(speech_probability(quotation), borders[0]), borders[1])


class History:
    """Who was quoted so far, and who is likely to be quoted next."""

    def __init__(self, guesses: Sequence[Guess]) -> None:
        self._guesses = guesses
        self.earlier: PreviousSpeaker | None = None
        self._before: Entity | None = None
        self._times: Counter[Entity] = Counter()

    def add(self, passage: QuotedPassage, candidate: Candidate, entity: Entity) -> None:
        """Adds a speaker."""
        self.earlier, self._before = PreviousSpeaker(passage, candidate.mention), entity
        self._times[entity] += 1

    def turns(self, number: int) -> Turns:
        """The speakers around the passage of this number."""
        passage = self._guesses[number].passage
        ahead = self._guesses[number + 1 : number + 1 + _PASSAGES_AHEAD]
        after = next((g for g in ahead if g.is_speech and g.mention is not None and g.mention.clause is not None), None)
        since = None if self.earlier is None else passage.marks[0].paragraph - self.earlier.passage.marks[-1].paragraph
        return Turns(
            before=self._before,
            paragraphs_since=since,
            after=None if after is None else after.entity,
            paragraphs_until=None if after is None else after.passage.marks[0].paragraph - passage.marks[-1].paragraph,
            times=dict(self._times),
        )


def _ranked(context: EntityContext, speech: float, table: EntityTable) -> RankedSpeaker:
    passage, situation = context.quotation.passage, context.situation
    governance = context.quotation.governance
    entities = _weighed(context)
    if governance is not None and (governance.names_nobody or governance.is_unsaid):
        return RankedSpeaker(passage, speech, None, None, 0.0, (), governance)
    if not entities:
        return RankedSpeaker(passage, speech, context.top, None, 0.0, (), governance)
    scores = [table.score(context, entity) for entity in entities]
    best = max(range(len(scores)), key=scores.__getitem__)
    of_nobody = _score(nobody_weights(situation), nobody_strengths(context, speech))
    total = sum(math.exp(score - scores[best]) for score in [*scores, of_nobody])
    candidate = _mention(context, entities[best])
    entity = None if candidate is None else entities[best]
    reported = ("clause_governs",) if _is_governed_by_name(context) else _reported(context, entities[best])
    return RankedSpeaker(passage, speech, candidate, entity, 1 / total, reported, governance)


def _weighed(context: EntityContext) -> tuple[Entity, ...]:
    """Who may have spoken: whom the governing clause names, and nobody else; without such a name everyone near."""
    if _is_governed_by_name(context) and context.owner is not None:
        return (context.owner,)
    return possible_speakers(context, context.entities)


def _is_governed_by_name(context: EntityContext) -> bool:
    """Whether a clause that governs the words names somebody who is known, or describes one whose name is beside."""
    if context.governed is None or context.owner is None:
        return False
    mention, governance = context.governed.mention, context.quotation.governance
    is_author = governance is not None and governance.clause.pattern is Pattern.NOUN
    is_described = is_author and mention.kind is MentionKind.DESCRIPTION
    return bool(mention.entity) or is_described or context.facts.resolver.is_explained(mention)


def _score(weights: Sequence[float], strengths: Sequence[float]) -> float:
    return sum([weight * strength for weight, strength in zip(weights, strengths, strict=True)])


def _mention(context: EntityContext, entity: Entity) -> Candidate | None:
    """The mention by which the text names the entity here; the likeliest one where the entity has none beside."""
    if context.top is None or entity not in context.best:
        return context.top
    best = context.best[entity][1]
    is_here = best.mention.sentence == context.top.mention.sentence and context.top is not context.governed
    return context.top if context.situation in _BY_REFERENCE and not is_here else best


def _reported(context: EntityContext, entity: Entity) -> tuple[str, ...]:
    """The names of the rows that spoke most for the entity, the strongest first."""
    rows = zip(ENTITY_EVIDENCE, entity_weights(context.situation), entity_strengths(context, entity), strict=True)
    spoke = sorted(((weight * strength, rule.__name__) for rule, weight, strength in rows), reverse=True)
    return tuple(name for strength, name in spoke[:_MOST_REPORTED] if strength >= _LEAST_REPORTED)

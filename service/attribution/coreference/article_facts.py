"""What a whole article says of each entity in it: where it is mentioned, how often it speaks, who it is said to be."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from service.attribution.coreference.entities import Entity
from service.attribution.coreference.families.namesakes import surnames_of
from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import ReportingClause
from service.domain.quotations import MentionKind, SpeakerKind
from service.text.names import name_words

# Paragraphs after a quotation in which a person who is named there first may be its speaker.
_NAMED_SOON = 2
# People before a place that are looked at, and mentions on either side among which they are: as many as an article of
# ten thousand words has, so that a book takes no longer a page than a page.
_MOST_BEFORE, _FARTHEST = 6, 1_000


def last_before(words: Sequence[int], word: int) -> int | None:
    """The last of the words, which are in order, before this one."""
    index = bisect_left(words, word)
    return words[index - 1] if index else None


def first_after(words: Sequence[int], word: int) -> int | None:
    """The first of the words, which are in order, after this one."""
    index = bisect_right(words, word)
    return words[index] if index < len(words) else None


class ArticleFacts:
    """Looked up once for an article; head words stand for mentions, and marked ones are left out."""

    def __init__(
        self, annotated: AnnotatedArticle, clauses: Iterable[ReportingClause], resolver: CoreferenceResolver
    ) -> None:
        self.annotated = annotated
        self.parse = annotated.parse
        self.resolver = resolver
        self.entities = tuple(resolver.entities)
        self.sources = tuple(
            (clause.verb, entity)
            for clause in clauses
            if clause.source is not None
            and (mention := annotated.mention_at.get(clause.source)) is not None
            and (entity := resolver.entity(mention)) is not None
        )
        """The verbs of the reporting clauses, in order, each with who speaks by it."""

    @cached_property
    def mentioned(self) -> dict[Entity, tuple[int, ...]]:
        """Where each entity is mentioned, by name or otherwise."""
        return {entity: self._heads(entity, named=False) for entity in self.entities}

    @cached_property
    def named(self) -> dict[Entity, tuple[int, ...]]:
        """Where each entity is named."""
        return {entity: self._heads(entity, named=True) for entity in self.entities}

    def _heads(self, entity: Entity, *, named: bool) -> tuple[int, ...]:
        return tuple(
            sorted(
                mention.head
                for mention in entity.mentions
                if not self.annotated.is_marked(mention.head) and (mention.kind is MentionKind.NAME or not named)
            )
        )

    @cached_property
    def speaks_at(self) -> dict[Entity, tuple[int, ...]]:
        """The reporting verbs of each entity that has any."""
        found: dict[Entity, list[int]] = {}
        for verb, entity in self.sources:
            found.setdefault(entity, []).append(verb)
        return {entity: tuple(verbs) for entity, verbs in found.items()}

    @cached_property
    def position_words(self) -> dict[Entity, frozenset[str]]:
        """The words of each entity's positions and organizations."""
        return {
            entity: frozenset(
                word
                for post in entity.affiliations
                for word in name_words(f"{post.role or ''} {post.organization or ''}")
            )
            for entity in self.entities
        }

    @cached_property
    def _people_named(self) -> tuple[tuple[int, Entity], ...]:
        people = [entity for entity in self.entities if entity.kind is SpeakerKind.PERSON]
        return tuple(
            sorted(((word, entity) for entity in people for word in self.named[entity]), key=lambda pair: pair[0])
        )

    def person_named_after(self, paragraph: int) -> Entity | None:
        """The person who is named first in the paragraphs right after this one."""
        index = bisect_right(self._paragraphs_of_people, paragraph)
        is_soon = index < len(self._people_named) and self._paragraphs_of_people[index] <= paragraph + _NAMED_SOON
        return self._people_named[index][1] if is_soon else None

    @cached_property
    def _paragraphs_of_people(self) -> tuple[int, ...]:
        return tuple(self.parse.paragraph(word) for word, _ in self._people_named)

    def people_before(self, word: int) -> tuple[Entity, ...]:
        """The people mentioned before the word, the last one first."""
        return _last_mentioned(self._people_mentioned, word)

    def organizations_before(self, word: int) -> tuple[Entity, ...]:
        """The organizations mentioned before the word, by name or by a noun for what they are, the last one first."""
        return _last_mentioned(self._organizations_mentioned, word)

    @cached_property
    def _people_mentioned(self) -> tuple[tuple[int, Entity], ...]:
        return self._mentions_of(each for each in self.entities if each.is_one_person)

    @cached_property
    def _organizations_mentioned(self) -> tuple[tuple[int, Entity], ...]:
        return self._mentions_of(each for each in self.entities if _is_organization(each))

    @cached_property
    def _all_mentioned(self) -> tuple[tuple[int, Entity], ...]:
        return self._mentions_of(self.entities)

    def _mentions_of(self, entities: Iterable[Entity]) -> tuple[tuple[int, Entity], ...]:
        """Where they are mentioned, in order; of two with one head word, the entity that comes later first."""
        pairs = ((word, entity) for entity in reversed(tuple(entities)) for word in self.mentioned[entity])
        return tuple(sorted(pairs, key=_word))

    def nearest(self, word: int) -> tuple[Entity, ...]:
        """The entities mentioned around the word, the nearest first."""
        index = bisect_left(self._all_mentioned, word, key=_word)
        distances: dict[Entity, int] = {}
        for head, entity in self._all_mentioned[max(0, index - _FARTHEST) : index + _FARTHEST]:
            distance = abs(head - word)
            if distance < distances.get(entity, distance + 1):
                distances[entity] = distance
        return tuple(sorted(distances, key=lambda entity: (distances[entity], self._numbers[entity])))

    @cached_property
    def _numbers(self) -> dict[Entity, int]:
        return {entity: number for number, entity in enumerate(self.entities)}

    @cached_property
    def surnames(self) -> dict[Entity, frozenset[str]]:
        """The last words of each entity's names."""
        return {entity: surnames_of(entity) for entity in self.entities}

    @cached_property
    def source_verbs(self) -> tuple[int, ...]:
        """The verbs of `sources`."""
        return tuple(verb for verb, _ in self.sources)

    def subject_before(self, word: int) -> Entity | None:
        """The subject of the main clause that last had one, before the word's sentence and in reach."""
        index = bisect_left(self._subjects, self.parse.sentence(word), key=_word)
        if index == 0:
            return None
        sentence, entity = self._subjects[index - 1]
        start = self.parse.sentence_words(sentence).start
        return entity if self.parse.paragraph(word) - self.parse.paragraph(start) <= 1 else None

    @cached_property
    def _subjects(self) -> tuple[tuple[int, Entity], ...]:
        """The sentences whose main clause has a known subject, with it, in order."""
        found: dict[int, Entity] = {}
        for entity in self.entities:
            for mention in entity.mentions:
                if not self.annotated.is_marked(mention.head) and self._is_main_subject(mention.head):
                    found[mention.sentence] = entity
        return tuple(sorted(found.items(), key=_word))

    def _is_main_subject(self, word: int) -> bool:
        top = self.parse.top(word)
        verb = self.parse.head(top)
        return self.parse.relation(top) == "nsubj" and verb is not None and self.parse.relation(verb) == "root"


def _word(pair: tuple[int, Entity]) -> int:
    return pair[0]


def _last_mentioned(mentioned: Sequence[tuple[int, Entity]], word: int) -> tuple[Entity, ...]:
    """Those mentioned before the word, each once, the last one first."""
    index = bisect_left(mentioned, word, key=_word)
    found: dict[Entity, None] = {}
    for _, entity in mentioned[max(0, index - _FARTHEST) : index][::-1]:
        found[entity] = None
        if len(found) == _MOST_BEFORE:
            break
    return tuple(found)


def _is_organization(entity: Entity) -> bool:
    return entity.kind is SpeakerKind.ORGANIZATION and (not entity.is_named or entity.mentions[0].entity == "ORG")

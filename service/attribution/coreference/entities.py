"""Everyone in an article who could speak, each with all mentions. Two people of one surname are kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.attribution.coreference.generations import find_generations
from service.attribution.coreference.short_names import bracket_before, short_for, short_names_in_brackets
from service.attribution.coreference.stated_gender import stated_gender, title_gender
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import is_plural, kinds_of_nouns, noun_lemma
from service.domain.quotations import Affiliation, Mention, MentionKind, SpeakerKind
from service.text.names import fullest, is_acronym, is_short_form, misspells, name_words, same_full_name


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody in the article; mentions are added while coreference is resolved, and never after."""

    kind: SpeakerKind
    mentions: list[Mention] = field(default_factory=list)
    gender: str | None = None
    stated_gender: str | None = None
    """The gender that a title, a noun or the given name tells, and no pronoun."""
    affiliations: list[Affiliation] = field(default_factory=list)
    described_as: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    """The nouns of the descriptions, in their dictionary forms."""
    title: str | None = None
    """The title of a work, as it stands between quotation marks."""
    generation: str | None = None
    """What is printed after the name to tell a father and a son of one name apart: "Sr."."""

    @property
    def forms(self) -> list[str]:
        """The names and descriptions by which the article calls this one, each once, in order."""
        named = [m.name for m in self.mentions if m.kind is MentionKind.NAME]
        described = [m.name for m in self.mentions if m.kind is MentionKind.DESCRIPTION]
        return list(dict.fromkeys(named or described))

    @property
    def name(self) -> str:
        """The fullest form of the name; of somebody unnamed, the first description."""
        if self.title is not None:
            return self.title
        if self.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION) and self.is_named:
            name = fullest(self.forms)
            return name if self.generation is None or name.endswith(self.generation) else f"{name} {self.generation}"
        return self.forms[0] if self.forms else ""

    @property
    def is_somebody(self) -> bool:
        """Whether the entry is, or may be, one person."""
        return self.kind in (SpeakerKind.PERSON, SpeakerKind.UNNAMED)

    @property
    def is_one_person(self) -> bool:
        """Whether the entry is one person for certain: by name, or by a noun for what people are."""
        known = any("role" in kinds_of_nouns(noun) for noun in self.nouns)
        return self.kind is SpeakerKind.PERSON or (self.kind is SpeakerKind.UNNAMED and known)

    @property
    def is_known(self) -> bool:
        """Whether a name or a noun on the lists tells that the entry can speak."""
        return self.is_named or any(kinds_of_nouns(noun) for noun in self.nouns)

    @property
    def is_named(self) -> bool:
        """Whether a mention is a name."""
        return any(mention.kind is MentionKind.NAME for mention in self.mentions)


def name_entities(annotated: AnnotatedArticle) -> list[Entity]:
    """The entries that have a name, with their mentions by name."""
    named = [mention for mention in annotated.mentions if mention.kind is MentionKind.NAME]
    short = short_names_in_brackets(annotated, named)
    people = [m for m in named if m.entity == "PERSON" and name_words(m.name) not in short]
    entities = _people(annotated, people)
    others: list[Mention] = []
    for mention in named:
        is_short = name_words(mention.name) in short
        if mention.entity == "PERSON" and not is_short:
            continue
        person = None if is_short else _person_by_surname(entities, mention)
        if person is not None:
            person.mentions.append(mention)
        else:
            others.append(mention)
    organizations = _organizations(annotated, others)
    for entity in entities:
        entity.mentions.sort(key=lambda mention: mention.span.start)
        entity.gender = entity.stated_gender = stated_gender(annotated, entity.mentions)
    return entities + organizations


def _people(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> list[Entity]:
    full = [mention for mention in mentions if len(name_words(mention.name)) > 1]
    short = [mention for mention in mentions if len(name_words(mention.name)) <= 1]
    entities: list[Entity] = []
    # A name is compared with all others once, however often it occurs.
    by_name: dict[tuple[str, ...], list[Entity]] = {}
    generations = find_generations(annotated, full)
    # Longest first, so that "Kim Jong" finds "Kim Jong Un".
    for mention in (*sorted(full, key=lambda m: (-len(name_words(m.name)), m.span.start)), *short):
        name = name_words(mention.name)
        if name not in by_name:
            by_name[name] = (_bearers if len(name) > 1 else _short_bearers)(entities, mention.name)
        fitting = by_name[name]
        if mention in generations:
            fitting = [each for each in fitting if each.generation == generations[mention]]
        elif len(fitting) > 1:
            fitting = _of_gender(annotated, fitting, mention)
        entity = _nearest(fitting, mention)
        if entity is None:
            entity = Entity(SpeakerKind.PERSON, generation=generations.get(mention))
            entities.append(entity)
            by_name[name] = [*by_name[name], entity]
        entity.mentions.append(mention)
    return entities


def _of_gender(annotated: AnnotatedArticle, entities: list[Entity], mention: Mention) -> list[Entity]:
    """Those whom the title before a surname can be of: "Mr Lee" is not Ann Lee, if Bo Lee is there, too."""
    gender = title_gender(annotated, mention)
    if gender is None:
        return entities
    return [each for each in entities if stated_gender(annotated, each.mentions) in (None, gender)] or entities


def _bearers(entities: Sequence[Entity], name: str) -> list[Entity]:
    """The person of a name in full, none if nobody bears it."""
    return [entity for entity in entities if _same_person(name, entity)][:1]


def _short_bearers(entities: Sequence[Entity], name: str) -> list[Entity]:
    """The people whose names a short form can stand for."""
    fitting = [entity for entity in entities if any(_is_short(name, form) for form in entity.forms)]
    return fitting or [entity for entity in entities if any(misspells(name, form) for form in entity.forms)]


def _same_person(name: str, entity: Entity) -> bool:
    words = name_words(name)
    return any(same_full_name(words, name_words(form)) or is_short_form(name, form) for form in entity.forms)


def _is_short(name: str, form: str) -> bool:
    return name_words(name) == name_words(form) or is_short_form(name, form)


def _nearest(entities: Sequence[Entity], mention: Mention) -> Entity | None:
    """Of several who fit, the one last named in full before the mention, else the first named after it."""
    if not entities:
        return None

    def closeness(entity: Entity) -> tuple[bool, int]:
        full = [m for m in entity.mentions if len(name_words(m.name)) > 1] or entity.mentions
        before = [m.span.start for m in full if m.span.start < mention.span.start]
        return (True, max(before)) if before else (False, -min(m.span.start for m in full))

    return max(entities, key=closeness)


def _person_by_surname(people: Sequence[Entity], mention: Mention) -> Entity | None:
    """The person whose surname the recognizer took for a place or a body."""
    words = name_words(mention.name)
    if len(words) != 1 or mention.entity == "NORP" or mention.name.isupper():
        return None
    fitting = [e for e in people if any(len(name_words(f)) > 1 and words[0] in name_words(f)[-1:] for f in e.forms)]
    return _nearest(fitting, mention)


def _organizations(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> list[Entity]:
    entities: list[Entity] = []
    by_end: dict[int, Entity] = {}
    by_name: dict[tuple[str, ...], Entity] = {}
    for mention in mentions:
        entity = by_end.get(bracket_before(annotated, mention)) or by_name.get(name_words(mention.name))
        entity = entity or next(
            (e for e in entities if any(_same_organization(mention.name, form) for form in e.forms)), None
        )
        entity = entity or short_for(annotated, mention, entities)
        if entity is None:
            entity = Entity(_kind_of_organization(mention))
            entities.append(entity)
        by_name.setdefault(name_words(mention.name), entity)
        entity.mentions.append(mention)
        by_end[mention.name_words.stop] = entity
    return entities


def _same_organization(name: str, other: str) -> bool:
    return name_words(name) == name_words(other) or is_acronym(name, other) or is_acronym(other, name)


def _kind_of_organization(mention: Mention) -> SpeakerKind:
    last = mention.name.split()[-1].casefold() if mention.name else ""
    kinds = kinds_of_nouns(last)
    if "document" in kinds and "organization" not in kinds:
        return SpeakerKind.DOCUMENT
    if mention.entity == "NORP":
        return SpeakerKind.GROUP
    return SpeakerKind.ORGANIZATION


def kind_of_description(annotated: AnnotatedArticle, mention: Mention) -> SpeakerKind:
    """What a described speaker is, by the head noun."""
    noun = noun_lemma(annotated.parse, mention.head)
    kinds = kinds_of_nouns(noun)
    several = is_plural(annotated.parse, mention.head)
    if "group" in kinds or ("role" in kinds and several):
        return SpeakerKind.GROUP
    if "role" in kinds:
        return SpeakerKind.UNNAMED
    if "document" in kinds:
        return SpeakerKind.DOCUMENT
    if "organization" in kinds:
        return SpeakerKind.ORGANIZATION
    return SpeakerKind.GROUP if several else SpeakerKind.UNNAMED

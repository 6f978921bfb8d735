"""Everyone in an article who could speak, each with all mentions. Two people of one surname are kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.attribution.coreference.families.bearers import likely_bearers
from service.attribution.coreference.families.generations import find_generations
from service.attribution.coreference.genders.stated_gender import (
    StatedGenders,
    gender_of_name,
    stated_gender,
    title_gender,
)
from service.attribution.coreference.name_places import NamePlaces, may_be_surname, surname_starts
from service.attribution.coreference.short_names import (
    OrganizationNames,
    bracket_before,
    short_for,
    short_names_in_brackets,
)
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import is_plural, kinds_of_nouns, noun_lemma
from service.domain.quotations import Affiliation, Mention, MentionKind, SpeakerKind
from service.text.names import bare, fuller_description, fullest, is_short_form, misspells, name_words, same_full_name

# People whose names a new one is compared with. A list of thousands of names would take time that grows with its
# square; of people beyond these, only names that are repeated letter for letter are one.
MOST_PEOPLE = 100


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
    nouns_of_one: set[str] = field(default_factory=set)
    """Those of them that stand there in the singular."""
    nouns_of_several: set[str] = field(default_factory=set)
    """And in the plural."""
    nouns_of_titles: set[str] = field(default_factory=set)
    """The nouns for somebody with a title that stands before the name: "senator" for "Sen. Ann Lee"."""
    title: str | None = None
    """The title of a work, as it stands between quotation marks."""
    generation: str | None = None
    """What is printed after the name to tell a father and a son of one name apart: "Sr."."""
    _forms: dict[MentionKind, dict[str, None]] = field(default_factory=dict)
    _n_read: int = 0
    """The mentions whose forms are known: each is read once, however often the forms are asked for."""

    @property
    def forms(self) -> list[str]:
        """The names and descriptions by which the article calls this one, each once, in order."""
        for mention in self.mentions[self._n_read :]:
            self._forms.setdefault(mention.kind, {})[mention.name] = None
        self._n_read = len(self.mentions)
        return list(self._forms.get(MentionKind.NAME) or self._forms.get(MentionKind.DESCRIPTION) or ())

    def sort_mentions(self) -> None:
        """Put the mentions in the order of the text."""
        self.mentions.sort(key=lambda mention: mention.span.start)
        self._forms.clear()
        self._n_read = 0

    @property
    def name(self) -> str:
        """The fullest form of the name; of somebody unnamed, the first description."""
        if self.title is not None:
            return self.title
        if self.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION) and self.is_named:
            name = fullest(self.forms)
            return name if self.generation is None or name.endswith(self.generation) else f"{name} {self.generation}"
        return fuller_description(self.forms) if self.forms else ""

    @property
    def is_somebody(self) -> bool:
        """Whether the entry is, or may be, one person."""
        return self.kind in (SpeakerKind.PERSON, SpeakerKind.UNNAMED)

    @property
    def is_one_person(self) -> bool:
        """Whether the entry is one person for certain: by name, or by a noun for what people are."""
        if self.kind is not SpeakerKind.UNNAMED:
            return self.kind is SpeakerKind.PERSON
        return any("role" in kinds_of_nouns(noun) for noun in self.nouns)

    @property
    def is_known(self) -> bool:
        """Whether a name or a noun on the lists tells that the entry can speak."""
        return self.is_named or any(kinds_of_nouns(noun) for noun in self.nouns)

    @property
    def is_named(self) -> bool:
        """Whether a mention is a name; names are known before anything that takes them up."""
        return bool(self.mentions) and self.mentions[0].kind is MentionKind.NAME


def name_entities(annotated: AnnotatedArticle) -> list[Entity]:
    """The entries that have a name, with their mentions by name."""
    named = [mention for mention in annotated.mentions if mention.kind is MentionKind.NAME]
    short = short_names_in_brackets(annotated, named)
    people = [m for m in named if m.entity == "PERSON" and name_words(m.name) not in short]
    entities, places = _people(annotated, people)
    bearers = _by_surname(entities)
    others: list[Mention] = []
    for mention in named:
        is_short = name_words(mention.name) in short
        if mention.entity == "PERSON" and not is_short:
            continue
        is_surname = not is_short and may_be_surname(annotated.parse, mention)
        person = places.nearest(bearers.get(name_words(mention.name), ()), mention) if is_surname else None
        if person is not None:
            person.mentions.append(mention)
        else:
            others.append(mention)
    organizations = _organizations(annotated, others)
    _mark_families(entities, organizations)
    for entity in entities:
        entity.sort_mentions()
        entity.stated_gender = stated_gender(annotated, entity.mentions)
        entity.gender = entity.stated_gender or gender_of_name(entity.mentions)
    return entities + organizations


def _mark_families(people: Sequence[Entity], organizations: Sequence[Entity]) -> None:
    """Makes groups of "the Bentons", whom the recognizer took for a body."""
    families = {f"{name_words(form)[-1]}s" for entity in people for form in entity.forms if name_words(form)}
    for entity in organizations:
        if families.intersection(name_words(entity.name)[-1:]):
            entity.kind = SpeakerKind.GROUP


def _people(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> tuple[list[Entity], NamePlaces[Entity]]:
    full = [mention for mention in mentions if len(name_words(mention.name)) > 1]
    short = [mention for mention in mentions if len(name_words(mention.name)) <= 1]
    entities: list[Entity] = []
    places: NamePlaces[Entity] = NamePlaces()
    # A name is compared with all others once, however often it occurs.
    by_name: dict[tuple[str, ...], list[Entity]] = {}
    generations, genders = find_generations(annotated, full), StatedGenders[Entity](annotated)
    # Longest first, so that "Kim Jong" finds "Kim Jong Un".
    for mention in (*sorted(full, key=lambda m: (-len(name_words(m.name)), m.span.start)), *short):
        name = name_words(mention.name)
        if name not in by_name:
            known = entities if len(entities) <= MOST_PEOPLE else ()
            by_name[name] = (_bearers if len(name) > 1 else _short_bearers)(known, mention.name)
        fitting = by_name[name]
        if mention in generations:
            fitting = [each for each in fitting if each.generation == generations[mention]]
        else:
            gender = title_gender(annotated, mention)
            if gender is not None:
                # "Mrs Lee" is not Mark Lee, whether his wife has a name of her own or not.
                fitting = [each for each in fitting if genders.of(each, each.mentions) in (None, gender)]
            fitting = list(likely_bearers(annotated, mention, fitting))
        entity = places.nearest(fitting, mention)
        if entity is None:
            entity = Entity(SpeakerKind.PERSON, generation=generations.get(mention))
            entities.append(entity)
            by_name[name] = [*by_name[name], entity]
        entity.mentions.append(mention)
        places.add(entity, mention)
    return entities, places


def _bearers(entities: Sequence[Entity], name: str) -> list[Entity]:
    """The person of a name in full, none if nobody bears it."""
    return [entity for entity in entities if _same_person(name, entity)][:1]


def _short_bearers(entities: Sequence[Entity], name: str) -> list[Entity]:
    """The people whose names a short form can stand for."""
    fitting = [entity for entity in entities if any(_is_short(name, form) for form in entity.forms)]
    # "Reed" is Ann Reed, and not the account "Team-Reed".
    alone = [entity for entity in fitting if any(bare(name) in bare(form).split() for form in entity.forms)]
    return alone or fitting or [entity for entity in entities if any(misspells(name, form) for form in entity.forms)]


def _same_person(name: str, entity: Entity) -> bool:
    words = name_words(name)
    return any(same_full_name(words, name_words(form)) or is_short_form(name, form) for form in entity.forms)


def _is_short(name: str, form: str) -> bool:
    return name_words(name) == name_words(form) or is_short_form(name, form)


def _by_surname(people: Sequence[Entity]) -> dict[tuple[str, ...], list[Entity]]:
    """The people of each surname, and of each with the particles before it."""
    found: dict[tuple[str, ...], list[Entity]] = {}
    for entity in people:
        names = (name_words(form) for form in entity.forms)
        for surname in dict.fromkeys(name[place:] for name in names for place in surname_starts(name)):
            found.setdefault(surname, []).append(entity)
    return found


def _organizations(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> list[Entity]:
    entities: list[Entity] = []
    by_end: dict[int, Entity] = {}
    by_name: dict[tuple[str, ...], Entity] = {}
    names: OrganizationNames[Entity] = OrganizationNames()
    for mention in mentions:
        words = name_words(mention.name)
        entity = by_end.get(bracket_before(annotated, mention)) or by_name.get(words)
        entity = entity or names.of_acronym(mention.name)
        entity = entity or short_for(annotated, mention, names.holding(words))
        if entity is None:
            entity = Entity(_kind_of_organization(mention))
            entities.append(entity)
        by_name.setdefault(words, entity)
        names.add(entity, mention.name)
        entity.mentions.append(mention)
        by_end[mention.name_words.stop] = entity
    return entities


def _kind_of_organization(mention: Mention) -> SpeakerKind:
    kinds = kinds_of_nouns(mention.name.split()[-1].casefold() if mention.name else "")
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

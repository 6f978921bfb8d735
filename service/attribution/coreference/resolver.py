"""Everyone in the article, and who each mention stands for; mentions are resolved in reading order."""

from collections.abc import Sequence
from dataclasses import replace

from service.attribution.affiliations.affiliations import described_position, find_affiliations
from service.attribution.coreference.descriptions import resolve_description, spoken_for
from service.attribution.coreference.document_authors import authors_of
from service.attribution.coreference.entities import Entity, kind_of_description, name_entities
from service.attribution.coreference.genders.pronoun_genders import set_genders_by_pronouns
from service.attribution.coreference.mention_history import MentionHistory
from service.attribution.coreference.named_after_lead import named_after_lead
from service.attribution.coreference.named_later import explaining_name, name_before, named_later
from service.attribution.coreference.pronouns import find_antecedent
from service.attribution.coreference.work_titles import find_title
from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import ReportingClause
from service.attribution.vocabulary.genders import gendered
from service.attribution.vocabulary.nouns import is_plural, kinds_of_nouns, noun_lemma, nouns_of_title
from service.attribution.vocabulary.one_of_several import is_one_of_several
from service.domain.quotations import Mention, MentionKind, SpeakerKind
from service.lexicon import words

# Places that say what somebody is, as many as an article has of its main figure many times over: every description is
# compared with them.
_MOST_AFFILIATIONS = 300


class CoreferenceResolver:
    """Everyone in the article who could speak, and who each mention stands for."""

    def __init__(self, annotated: AnnotatedArticle, clauses: Sequence[ReportingClause]) -> None:
        self._reading = annotated
        self.entities = name_entities(annotated)
        self._of: dict[Mention, Entity] = {mention: entity for entity in self.entities for mention in entity.mentions}
        self._works: dict[str, Entity] = {}
        self._explained: set[Mention] = set()
        for entity in self.entities:
            for mention in entity.mentions:
                self._describe(entity, mention)
                if mention.name_words.start > 0:
                    entity.nouns_of_titles |= nouns_of_title(annotated.parse, mention.name_words.start - 1)
        sources = frozenset(clause.source for clause in clauses if clause.source is not None)
        set_genders_by_pronouns(annotated, sources, self._of)
        history = MentionHistory(annotated, sources, self._of)
        for mention in sorted(annotated.mentions, key=self._place):
            found = self._of.get(mention) or self._resolved(mention, history)
            if found is not None:
                history.follow(mention, found)
        for pairs in (named_later(annotated, self.entities), named_after_lead(annotated, self.entities, sources)):
            for described, person in tuple(pairs):
                self.entities.remove(described)
                for mention in described.mentions:
                    self._add(person, mention)

    def entity(self, mention: Mention) -> Entity | None:
        """Who the mention stands for; None for a pronoun without an antecedent."""
        return self._of.get(mention)

    def is_explained(self, mention: Mention) -> bool:
        """Whether a name beside the description tells whom it is of: "the mayor of Delta, Ann Lee"."""
        return mention in self._explained

    def _place(self, mention: Mention) -> tuple[int, int]:
        """Where the mention is read: a document right after its author, as in "In a statement, the bank said …"."""
        parse = self._reading.parse
        authors = () if mention.kind is not MentionKind.DESCRIPTION else authors_of(self._reading, mention.head)
        later = [word for word in authors if word > mention.head and parse.sentence(word) == mention.sentence]
        return max([mention.span.start, *(parse.words[word].span.start for word in later)]), len(later)

    def _resolved(self, mention: Mention, history: MentionHistory) -> Entity | None:
        if mention.kind is MentionKind.PRONOUN:
            entity = find_antecedent(history, mention)
        else:
            entity = self._named(mention)
            if entity is not None:
                self._explained.add(mention)
            entity = entity or self._described(mention, history)
        if entity is not None:
            self._add(entity, mention)
        return entity

    def _named(self, mention: Mention) -> Entity | None:
        """The bearer of the name that the description stands beside."""
        bearer = self._reading.bearer_at.get(mention.head) or explaining_name(self._reading, mention)
        bearer = bearer or name_before(self._reading, mention)
        kinds = kinds_of_nouns(noun_lemma(self._reading.parse, mention.head))
        if bearer is None or (bearer.entity == "PERSON" and kinds and "role" not in kinds):
            # In "director of police Lee" the police are not Lee.
            return None
        if bearer.entity == "PERSON" and self._are_others(mention, bearer):
            return None
        return self._of.get(bearer)

    def _are_others(self, mention: Mention, name: Mention) -> bool:
        """Whether the description is of several in a list with one name: "Ann Lee, village chiefs and imams".

        Not so in "Ann Lee, one of the authors", "Ann Lee and Bob Ray, authors of the report".
        """
        parse = self._reading.parse
        if not is_plural(parse, mention.head) or parse.child(mention.head, "case") is not None:
            return False
        joined = (name.head, parse.top(name.head))
        beside = [each for word in joined for each in (parse.head(word), *parse.children(word, "conj"))]
        if mention.head < name.head:
            # "councillors Ann Lee and Bob Ray", where parses join Bob to the councillors
            beside += parse.children(mention.head, "conj")
        return not any(each is not None and parse.words[each].entity.endswith("PERSON") for each in beside)

    def _described(self, mention: Mention, history: MentionHistory) -> Entity:
        """The antecedent of the description, or somebody new; a work with a title is always identified by its title."""
        kind = kind_of_description(self._reading, mention)
        title = find_title(self._reading, mention) if kind is SpeakerKind.DOCUMENT else None
        if title is not None:
            known = self._works.get(title)
        else:
            known = None if self._is_one_more(mention) else resolve_description(history, mention)
        if known is not None:
            return known
        entity = Entity(kind, title=title)
        self.entities.append(entity)
        if kind is SpeakerKind.UNNAMED and (organization := spoken_for(history, mention)) is not None:
            position = described_position(self._reading, mention)
            entity.affiliations.append(replace(position, organization=position.organization or organization))
        if title is not None:
            self._works[title] = entity
        return entity

    def _is_one_more(self, mention: Mention) -> bool:
        """Whether it brings in somebody new each time: "another fan said", "said another", "a third said"."""
        parse = self._reading.parse
        first = parse.lower(parse.within(mention.span.start, mention.span.end).start)
        noun = noun_lemma(parse, mention.head)
        is_work = "document" in kinds_of_nouns(noun) or noun in words("documents/parts_of_works")
        return (first == "another" and not is_work) or (first != "the" and is_one_of_several(parse, mention.head))

    def _add(self, entity: Entity, mention: Mention) -> None:
        entity.mentions.append(mention)
        self._of[mention] = entity
        if mention.kind is MentionKind.DESCRIPTION:
            entity.described_as.add(mention.name.casefold())
            noun = noun_lemma(self._reading.parse, mention.head)
            entity.nouns.add(noun)
            is_several = is_plural(self._reading.parse, mention.head)
            (entity.nouns_of_several if is_several else entity.nouns_of_one).add(noun)
        self._describe(entity, mention)
        if mention.kind is not MentionKind.PRONOUN or not self._reading.is_marked(mention.head):
            entity.gender = entity.gender or _gender_of(self._reading, mention)

    def _describe(self, entity: Entity, mention: Mention) -> None:
        if mention.kind is MentionKind.DESCRIPTION and self._says_nothing(entity, mention):
            return
        if mention.kind is MentionKind.PRONOUN and self._reading.is_marked(mention.head):
            # "She is a great athlete," says her mother: whom a speaker means is beyond the rules for pronouns.
            return
        is_about = entity.is_somebody or mention.kind is MentionKind.NAME
        if is_about and len(entity.affiliations) < _MOST_AFFILIATIONS:
            entity.affiliations += find_affiliations(self._reading, mention, of_body=not entity.is_somebody)
        if entity.kind is SpeakerKind.UNNAMED and mention.kind is MentionKind.DESCRIPTION and not entity.affiliations:
            entity.affiliations.append(described_position(self._reading, mention))

    def _says_nothing(self, entity: Entity, mention: Mention) -> bool:
        """Whether the description is not a position ("a woman"), or a general noun for somebody with a known one."""
        noun = noun_lemma(self._reading.parse, mention.head)
        is_bare = mention.name.casefold() in words("people/generic") and bool(entity.affiliations)
        if entity.kind is SpeakerKind.PERSON:
            return is_bare or (noun in words("people/without_position") and noun in words("people/generic"))
        is_postless = noun in words("people/without_position") or "document" in kinds_of_nouns(noun)
        return is_bare or (entity.kind is SpeakerKind.UNNAMED and is_postless)


def _gender_of(annotated: AnnotatedArticle, mention: Mention) -> str | None:
    if mention.kind is MentionKind.PRONOUN:
        gender = gendered("grammar/pronouns")[mention.name]
        return gender if gender in ("m", "f") else None
    return gendered("people/gendered_nouns").get(noun_lemma(annotated.parse, mention.head))

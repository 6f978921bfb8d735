"""Everyone in the article, and who each mention stands for; mentions are resolved in reading order."""

from collections.abc import Sequence
from dataclasses import replace

from service.attribution.affiliations.affiliations import described_post, find_affiliations
from service.attribution.coreference.descriptions import spoken_for, take_up
from service.attribution.coreference.document_authors import authors_of
from service.attribution.coreference.entities import Entry, kind_of_description, name_entries
from service.attribution.coreference.mention_history import Trail
from service.attribution.coreference.pronouns import find_antecedent
from service.attribution.coreference.work_titles import find_title
from service.attribution.document import Reading
from service.attribution.reporting.clauses import ReportingClause
from service.attribution.vocabulary.genders import gendered
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.domain.quotations import Mention, MentionKind, SpeakerKind
from service.lexicon import words


class Roster:
    """Everyone in the article who could speak, and who each mention stands for."""

    def __init__(self, reading: Reading, clauses: Sequence[ReportingClause]) -> None:
        self._reading = reading
        self.entries = name_entries(reading)
        self._of: dict[Mention, Entry] = {mention: entry for entry in self.entries for mention in entry.mentions}
        self._works: dict[str, Entry] = {}
        for entry in self.entries:
            for mention in entry.mentions:
                self._describe(entry, mention)
        trail = Trail(reading, frozenset(clause.source for clause in clauses if clause.source is not None), self._of)
        for mention in sorted(reading.mentions, key=self._place):
            found = self._of.get(mention) or self._resolved(mention, trail)
            if found is not None:
                trail.follow(mention, found)

    def entry(self, mention: Mention) -> Entry | None:
        """Who the mention stands for; None for a pronoun without an antecedent."""
        return self._of.get(mention)

    def _place(self, mention: Mention) -> tuple[int, int]:
        """Where the mention is read: a document right after its author, as in "In a statement, the bank said …"."""
        parse = self._reading.parse
        authors = () if mention.kind is not MentionKind.DESCRIPTION else authors_of(self._reading, mention.head)
        later = [word for word in authors if word > mention.head and parse.sentence(word) == mention.sentence]
        return max([mention.span.start, *(parse.words[word].span.start for word in later)]), len(later)

    def _resolved(self, mention: Mention, trail: Trail) -> Entry | None:
        if mention.kind is MentionKind.PRONOUN:
            entry = find_antecedent(trail, mention)
        else:
            entry = self._named(mention) or self._described(mention, trail)
        if entry is not None:
            self._add(entry, mention)
        return entry

    def _named(self, mention: Mention) -> Entry | None:
        """The bearer of the name that the description stands beside."""
        bearer = self._reading.bearer_at.get(mention.head)
        kinds = kinds_of_nouns(noun_lemma(self._reading.parse, mention.head))
        if bearer is None or (bearer.entity == "PERSON" and kinds and "role" not in kinds):
            # In "director of police Lee" the police are not Lee.
            return None
        return self._of.get(bearer)

    def _described(self, mention: Mention, trail: Trail) -> Entry:
        """Whoever the description takes up, or somebody new; a work with a title is always told by its title."""
        kind = kind_of_description(self._reading, mention)
        title = find_title(self._reading, mention) if kind is SpeakerKind.DOCUMENT else None
        known = self._works.get(title) if title is not None else take_up(trail, mention)
        if known is not None:
            return known
        entry = Entry(kind, title=title)
        self.entries.append(entry)
        if kind is SpeakerKind.UNNAMED and (body := spoken_for(trail, mention)) is not None:
            post = described_post(self._reading, mention)
            entry.affiliations.append(replace(post, organization=post.organization or body))
        if title is not None:
            self._works[title] = entry
        return entry

    def _add(self, entry: Entry, mention: Mention) -> None:
        entry.mentions.append(mention)
        self._of[mention] = entry
        if mention.kind is MentionKind.DESCRIPTION:
            entry.described_as.add(mention.name.casefold())
            entry.nouns.add(noun_lemma(self._reading.parse, mention.head))
        self._describe(entry, mention)
        entry.gender = entry.gender or _gender_of(self._reading, mention)

    def _describe(self, entry: Entry, mention: Mention) -> None:
        if mention.kind is MentionKind.DESCRIPTION and self._says_nothing(entry, mention):
            return
        if mention.kind is MentionKind.PRONOUN and self._reading.is_marked(mention.head):
            # "She is a great athlete," says her mother: whom a speaker means is beyond the rules for pronouns.
            return
        if entry.is_somebody or mention.kind is MentionKind.NAME:
            entry.affiliations += find_affiliations(self._reading, mention, of_body=not entry.is_somebody)
        if entry.kind is SpeakerKind.UNNAMED and mention.kind is MentionKind.DESCRIPTION and not entry.affiliations:
            entry.affiliations.append(described_post(self._reading, mention))

    def _says_nothing(self, entry: Entry, mention: Mention) -> bool:
        """Whether the description is no post ("a woman"), or a general noun for one whose post is told."""
        noun = noun_lemma(self._reading.parse, mention.head)
        is_bare = mention.name.casefold() in words("generic_people") and bool(entry.affiliations)
        if entry.kind is SpeakerKind.PERSON:
            return is_bare or noun in words("postless_people") & words("generic_people")
        is_postless = noun in words("postless_people") or "document" in kinds_of_nouns(noun)
        return is_bare or (entry.kind is SpeakerKind.UNNAMED and is_postless)


def _gender_of(reading: Reading, mention: Mention) -> str | None:
    if mention.kind is MentionKind.PRONOUN:
        told = gendered("pronouns")[mention.name]
        return told if told in ("m", "f") else None
    return gendered("gendered_nouns").get(noun_lemma(reading.parse, mention.head))

"""Pronouns and descriptions to those they stand for, in reading order."""

import math
from collections.abc import Sequence

from service.attribution.affiliations import find_affiliations
from service.attribution.cues import ReportingClause
from service.attribution.nouns import kinds_of_nouns, noun_lemma
from service.attribution.reading import Reading
from service.attribution.roster import Entry, gendered, kind_of_description, name_entries
from service.domain import Affiliation, Mention, MentionKind, SpeakerKind
from service.lexicon import words
from service.text.names import name_words

# Weights of what makes an antecedent likely, after Lappin and Leass (1994), chosen on labelled articles.
_DISTANCE, _A_PARAGRAPH_AWAY = -1.2, -0.3
_SUBJECT, _SPOKE, _NAMED, _GENDER_TOLD, _MARKED, _POSSESSIVE = 1.0, 1.0, 0.6, 0.6, -2.0, -0.4
_FARTHEST_PARAGRAPH, _FAR = 8, 4
_DEFINITE = frozenset(("the", "this", "that", "his", "her", "their", "its"))


class Roster:
    """Everyone in the article who could speak, and who each mention stands for."""

    def __init__(self, reading: Reading, clauses: Sequence[ReportingClause]) -> None:
        self._reading = reading
        self._sources = {clause.source for clause in clauses}
        self.entries = name_entries(reading)
        self._gender_told = {id(entry): entry.gender for entry in self.entries}
        self._of: dict[Mention, Entry] = {mention: entry for entry in self.entries for mention in entry.mentions}
        self.affiliations: dict[int, list[Affiliation]] = {}
        for entry in self.entries:
            self._describe(entry, entry.mentions)
        for mention in reading.mentions:
            if mention not in self._of and (found := self._resolved(mention)) is not None:
                self._add(found, mention)

    def entry(self, mention: Mention) -> Entry | None:
        """Who the mention stands for; None for a pronoun without an antecedent."""
        return self._of.get(mention)

    def _add(self, entry: Entry, mention: Mention) -> None:
        entry.mentions.append(mention)
        self._of[mention] = entry
        self._describe(entry, [mention])
        told = _gender_of(self._reading, mention)
        if entry.gender is None and told is not None:
            entry.gender = told

    def _describe(self, entry: Entry, mentions: Sequence[Mention]) -> None:
        is_person = entry.kind in (SpeakerKind.PERSON, SpeakerKind.UNNAMED)
        found = self.affiliations.setdefault(id(entry), [])
        for mention in mentions:
            if is_person or mention.kind is MentionKind.NAME:
                found += find_affiliations(self._reading, mention, of_body=not is_person)

    def _resolved(self, mention: Mention) -> Entry | None:
        if mention.kind is MentionKind.PRONOUN:
            return self._antecedent(mention)
        bearer = self._reading.bearer_at.get(mention.head)
        if bearer is not None and bearer in self._of:
            return self._of[bearer]
        author = self._author(mention)
        if author is not None:
            return author
        entry = self._described_before(mention) or self._somebody_before(mention)
        if entry is None:
            entry = Entry(kind_of_description(self._reading, mention))
            self.entries.append(entry)
        return entry

    def _antecedent(self, pronoun: Mention) -> Entry | None:
        scored = [
            (score, -entry.mentions[-1].span.start, entry)
            for entry in self.entries
            if self._agrees(entry, pronoun) and (score := self._salience(entry, pronoun)) is not None
        ]
        return max(scored, key=lambda row: row[:2])[2] if scored else None

    def _agrees(self, entry: Entry, pronoun: Mention) -> bool:
        stands_for = gendered("pronouns")[pronoun.name]
        if stands_for in ("m", "f"):
            return self._is_somebody(entry) and entry.gender in (None, stands_for)
        if stands_for == "group":
            return entry.kind in (SpeakerKind.GROUP, SpeakerKind.ORGANIZATION)
        return entry.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)

    def _is_somebody(self, entry: Entry) -> bool:
        """Whether the entry is one person: by name, or by a noun for what people are."""
        if entry.kind is not SpeakerKind.UNNAMED:
            return entry.kind is SpeakerKind.PERSON
        parse = self._reading.parse
        return any(
            m.kind is MentionKind.DESCRIPTION and "role" in kinds_of_nouns(noun_lemma(parse, m.head))
            for m in entry.mentions
        )

    def _salience(self, entry: Entry, pronoun: Mention) -> float | None:
        """How present the entry is where the pronoun stands; None where it cannot be meant."""
        before = [m for m in entry.mentions if m.span.start < pronoun.span.start and not self._bound(m, pronoun)]
        scores = [score for m in before if (score := self._presence(m, pronoun)) is not None]
        if not scores:
            return None
        # A gender that only pronouns told would make every guess the ground of the next.
        told = self._gender_told.get(id(entry))
        return max(scores) + _GENDER_TOLD * (told is not None and told == gendered("pronouns")[pronoun.name])

    def _presence(self, mention: Mention, pronoun: Mention) -> float | None:
        parse = self._reading.parse
        paragraphs = parse.paragraph(pronoun.head) - parse.paragraph(mention.head)
        is_marked = self._reading.is_marked(mention.head)
        if paragraphs > _FARTHEST_PARAGRAPH or (is_marked and not mention.entity):
            return None
        sentences = pronoun.sentence - mention.sentence
        score = _DISTANCE * math.log1p(sentences) + _A_PARAGRAPH_AWAY * min(paragraphs, _FAR)
        spoke = mention.head in self._sources
        score += _SUBJECT * (spoke or parse.relation(parse.top(mention.head)) == "nsubj") + _SPOKE * spoke
        score += _NAMED * (mention.entity == "PERSON")
        score += _MARKED * is_marked
        score += _POSSESSIVE * (parse.words[mention.head].relation == "nmod:poss")
        return score

    def _bound(self, mention: Mention, pronoun: Mention) -> bool:
        """Whether both hang on one verb, so that they cannot be the same ("he told Lee")."""
        parse = self._reading.parse
        head = parse.head(pronoun.head)
        return (
            head is not None
            and parse.relation(pronoun.head) == "nsubj"
            and (parse.head(mention.head) == head and parse.relation(mention.head) in ("obj", "iobj", "obl"))
        )

    def _author(self, mention: Mention) -> Entry | None:
        """The one whose letter, post or statement is mentioned: "a letter from Lee", "Lee’s statement"."""
        parse = self._reading.parse
        if noun_lemma(parse, mention.head) not in words("authored_documents"):
            return None
        for child in parse.children(mention.head, "nmod"):
            is_owner = parse.words[child].relation == "nmod:poss"
            if is_owner or any(parse.lower(case) in ("from", "by") for case in parse.children(child, "case")):
                name = self._reading.mention_at.get(self._reading.named(child))
                if name is not None and name in self._of:
                    return self._of[name]
        return None

    def _somebody_before(self, mention: Mention) -> Entry | None:
        """Who spoke last without a name, where a general noun takes them up: "the official", "the man"."""
        parse = self._reading.parse
        first = parse.within(mention.span.start, mention.span.end).start
        if parse.lower(first) not in _DEFINITE or parse.lower(mention.head) not in words("generic_people"):
            return None
        spoke = [
            (m.span.start, entry)
            for entry in self.entries
            if entry.kind is SpeakerKind.UNNAMED and self._is_somebody(entry)
            for m in entry.mentions
            if m.head in self._sources and m.span.start < mention.span.start
        ]
        return max(spoke, key=lambda row: row[0])[1] if spoke else None

    def _described_before(self, mention: Mention) -> Entry | None:
        """The entry that a description takes up: by its role, or by the same noun."""
        parse = self._reading.parse
        noun = noun_lemma(parse, mention.head)
        first = parse.within(mention.span.start, mention.span.end).start
        is_definite = parse.lower(first) in _DEFINITE or noun in words("spokespeople")
        found: list[tuple[int, Entry]] = []
        for entry in self.entries:
            earlier = [m.span.start for m in entry.mentions if m.span.start < mention.span.start]
            if earlier and self._may_be(entry, mention, noun, is_definite=is_definite):
                found.append((max(earlier), entry))
        return max(found, key=lambda row: row[0])[1] if found else None

    def _may_be(self, entry: Entry, mention: Mention, noun: str, *, is_definite: bool) -> bool:
        if any(
            m.kind is MentionKind.DESCRIPTION and m.name.casefold() == mention.name.casefold() for m in entry.mentions
        ):
            return True
        if not is_definite or not kinds_of_nouns(noun):
            return False
        if entry.kind is SpeakerKind.PERSON:
            return any(noun in name_words(a.role) for a in self.affiliations[id(entry)] if a.role)
        if entry.kind is SpeakerKind.ORGANIZATION and entry.is_named:
            last_words = {name_words(form)[-1] for form in entry.forms if name_words(form)}
            return noun in last_words or (noun in words("generic_bodies") and entry.mentions[0].entity == "ORG")
        return any(
            m.kind is MentionKind.DESCRIPTION and noun_lemma(self._reading.parse, m.head) == noun
            for m in entry.mentions
        )


def _gender_of(reading: Reading, mention: Mention) -> str | None:
    if mention.kind is MentionKind.PRONOUN:
        told = gendered("pronouns")[mention.name]
        return told if told in ("m", "f") else None
    return gendered("gendered_nouns").get(noun_lemma(reading.parse, mention.head))

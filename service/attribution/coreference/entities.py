"""Everyone in an article who could speak, each with all mentions. Two people of one surname are kept apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from service.attribution.document import Reading
from service.attribution.vocabulary.genders import gendered
from service.attribution.vocabulary.nouns import is_plural, kinds_of_nouns, noun_lemma
from service.domain.quotations import Affiliation, Mention, MentionKind, SpeakerKind
from service.text.names import fullest, is_acronym, is_short_form, misspells, name_words, same_full_name

# Words around a name in which its title stands ("Ms.", "spokeswoman").
_TITLE_REACH = 3


@dataclass(slots=True, eq=False)
class Entry:
    """Somebody in the article; mentions are added while the roster is made, and never after."""

    kind: SpeakerKind
    mentions: list[Mention] = field(default_factory=list)
    gender: str | None = None
    told_gender: str | None = None
    """The gender that a title, a noun or the given name tells, and no pronoun."""
    affiliations: list[Affiliation] = field(default_factory=list)
    described_as: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    """The nouns of the descriptions, in their dictionary forms."""
    title: str | None = None
    """The title of a work, as it stands between quotation marks."""

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
            return fullest(self.forms)
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


def name_entries(reading: Reading) -> list[Entry]:
    """The entries that have a name, with their mentions by name."""
    named = [mention for mention in reading.mentions if mention.kind is MentionKind.NAME]
    people = [mention for mention in named if mention.entity == "PERSON"]
    entries = _people(people)
    others: list[Mention] = []
    for mention in named:
        if mention.entity == "PERSON":
            continue
        person = _person_by_surname(entries, mention)
        if person is not None:
            person.mentions.append(mention)
        else:
            others.append(mention)
    bodies = _bodies(reading, others)
    for entry in entries:
        entry.mentions.sort(key=lambda mention: mention.span.start)
        entry.gender = entry.told_gender = _gender(reading, entry)
    return entries + bodies


def _people(mentions: Sequence[Mention]) -> list[Entry]:
    full = [mention for mention in mentions if len(name_words(mention.name)) > 1]
    short = [mention for mention in mentions if len(name_words(mention.name)) <= 1]
    entries: list[Entry] = []
    # A name is held against all others once, however often it comes.
    by_name: dict[tuple[str, ...], list[Entry]] = {}
    # Longest first, so that "Kim Jong" finds "Kim Jong Un".
    for mention in (*sorted(full, key=lambda m: (-len(name_words(m.name)), m.span.start)), *short):
        name = name_words(mention.name)
        if name not in by_name:
            by_name[name] = (_bearers if len(name) > 1 else _short_bearers)(entries, mention.name)
        entry = _nearest(by_name[name], mention)
        if entry is None:
            entry = Entry(SpeakerKind.PERSON)
            entries.append(entry)
            by_name[name] = [entry]
        entry.mentions.append(mention)
    return entries


def _bearers(entries: Sequence[Entry], name: str) -> list[Entry]:
    """The person of a name in full, none where nobody bears it."""
    return [entry for entry in entries if _same_person(name, entry)][:1]


def _short_bearers(entries: Sequence[Entry], name: str) -> list[Entry]:
    """The people whose names a short form can stand for."""
    fitting = [entry for entry in entries if any(_is_short(name, form) for form in entry.forms)]
    return fitting or [entry for entry in entries if any(misspells(name, form) for form in entry.forms)]


def _same_person(name: str, entry: Entry) -> bool:
    words = name_words(name)
    return any(same_full_name(words, name_words(form)) or is_short_form(name, form) for form in entry.forms)


def _is_short(name: str, form: str) -> bool:
    return name_words(name) == name_words(form) or is_short_form(name, form)


def _nearest(entries: Sequence[Entry], mention: Mention) -> Entry | None:
    """Of several who fit, the one last named in full before the mention, else the first named after it."""
    if not entries:
        return None

    def closeness(entry: Entry) -> tuple[bool, int]:
        full = [m for m in entry.mentions if len(name_words(m.name)) > 1] or entry.mentions
        before = [m.span.start for m in full if m.span.start < mention.span.start]
        return (True, max(before)) if before else (False, -min(m.span.start for m in full))

    return max(entries, key=closeness)


def _person_by_surname(people: Sequence[Entry], mention: Mention) -> Entry | None:
    """The person whose surname the recognizer took for a place or a body."""
    words = name_words(mention.name)
    if len(words) != 1 or mention.entity == "NORP" or mention.name.isupper():
        return None
    fitting = [e for e in people if any(len(name_words(f)) > 1 and words[0] in name_words(f)[-1:] for f in e.forms)]
    return _nearest(fitting, mention)


def _bodies(reading: Reading, mentions: Sequence[Mention]) -> list[Entry]:
    entries: list[Entry] = []
    by_end: dict[int, Entry] = {}
    by_name: dict[tuple[str, ...], Entry] = {}
    for mention in mentions:
        entry = by_end.get(_bracket_before(reading, mention)) or by_name.get(name_words(mention.name))
        entry = entry or next((e for e in entries if any(_same_body(mention.name, form) for form in e.forms)), None)
        if entry is None:
            entry = Entry(_kind_of_body(mention))
            entries.append(entry)
        by_name.setdefault(name_words(mention.name), entry)
        entry.mentions.append(mention)
        by_end[mention.name_words.stop] = entry
    return entries


def _bracket_before(reading: Reading, mention: Mention) -> int:
    """The word of the bracket that opens right before the name: "Northern Electric Company (Noreco)"."""
    bracket = mention.name_words.start - 1
    return bracket if bracket >= 0 and reading.parse.words[bracket].text == "(" else -1


def _same_body(name: str, other: str) -> bool:
    return name_words(name) == name_words(other) or is_acronym(name, other) or is_acronym(other, name)


def _kind_of_body(mention: Mention) -> SpeakerKind:
    last = mention.name.split()[-1].casefold() if mention.name else ""
    kinds = kinds_of_nouns(last)
    if "document" in kinds and "organization" not in kinds:
        return SpeakerKind.DOCUMENT
    if mention.entity == "NORP":
        return SpeakerKind.GROUP
    return SpeakerKind.ORGANIZATION


def _gender(reading: Reading, entry: Entry) -> str | None:
    """What titles and nouns beside the names tell, else what the given name tells."""
    votes: Counter[str] = Counter()
    genders = gendered("gendered_nouns")
    parse = reading.parse
    for mention in entry.mentions:
        words = parse.within(mention.span.start, mention.span.end)
        for word in range(max(0, words.start - _TITLE_REACH), min(len(parse), words.stop + _TITLE_REACH + 1)):
            told = genders.get(noun_lemma(parse, word)) or genders.get(parse.lower(word).rstrip("."))
            near = word in words or parse.head(word) in words or any(parse.head(w) == word for w in words)
            if told and near:
                votes[told] += 1
    if votes:
        return votes.most_common(1)[0][0]
    given = gendered("given_names")
    for form in sorted(entry.forms, key=lambda form: -len(form)):
        for name in name_words(form)[:-1] or name_words(form):
            if name in given:
                return given[name]
    return None


def kind_of_description(reading: Reading, mention: Mention) -> SpeakerKind:
    """What a described speaker is, by the head noun."""
    noun = noun_lemma(reading.parse, mention.head)
    kinds = kinds_of_nouns(noun)
    several = is_plural(reading.parse, mention.head)
    if "group" in kinds or ("role" in kinds and several):
        return SpeakerKind.GROUP
    if "role" in kinds:
        return SpeakerKind.UNNAMED
    if "document" in kinds:
        return SpeakerKind.DOCUMENT
    if "organization" in kinds:
        return SpeakerKind.ORGANIZATION
    return SpeakerKind.GROUP if several else SpeakerKind.UNNAMED

"""The organization named after the noun of a position, and where the role ends: "director of research at the Bank"."""

from dataclasses import dataclass
from enum import Enum

from service.attribution.affiliations.organization_names import TO_BODY, is_organization_noun
from service.attribution.affiliations.prepositional_objects import (
    DETERMINERS,
    PrepositionalObject,
    named_run,
    read_object,
)
from service.attribution.vocabulary.nouns import is_honorific, is_plural, noun_lemma
from service.lexicon import words
from service.parsing.trees import Parse

_HOME = frozenset(("based", "living", "residing"))
_EMPLOYED = frozenset(("employed", "teaching", "working")) | _HOME
_VERSED = frozenset(("specialising", "specializing", "focusing", "researching", "studying"))
_WORKPLACE = ("at", "with", "from")
_SUBJECT = ("of", "for", "in", "on")
# Offices whose "of" or "for" names what they are in charge of: "Minister of Trade"; not so "party secretary".
_IN_CHARGE = frozenset(("minister", "undersecretary", "secretary"))
_OFFICERS = frozenset(("general", "executive", "first", "permanent", "party"))
_MOST_PHRASES = 5


class _Part(Enum):
    """What a prepositional phrase is to a position."""

    ROLE = "role"
    ORGANIZATION = "organization"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class OrganizationAfter:
    """The organization after a noun, if one is named, and where the role ends."""

    organization: range | None
    role_end: int
    replaces_before: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A preposition with its object, after a role whose noun is `noun`; `stop` ends the whole description."""

    parse: Parse
    noun: int
    role: range
    preposition: str
    object: PrepositionalObject
    is_home: bool
    stop: int

    @property
    def office(self) -> str:
        """The noun in its dictionary form, without "co-" and the like."""
        return noun_lemma(self.parse, self.noun).rpartition("-")[2]

    @property
    def entity(self) -> str:
        """The kind of entity that the object begins with."""
        return self.parse.words[self.object.words.start].entity.rpartition("-")[2]

    @property
    def is_person(self) -> bool:
        """Whether the object is somebody by name."""
        return self.object.is_named and all(
            self.parse.words[word].entity.endswith("PERSON") for word in self.object.words
        )

    @property
    def next_word(self) -> str:
        """The word after the object."""
        end = self.object.words.stop
        return self.parse.lower(end) if end < self.stop else ""


def right_after(parse: Parse, word: int, stop: int) -> range | None:
    """The organization that follows without a preposition: "spokeswoman Harbour Bank", "director, Harbour Bank"."""
    if word < stop and parse.words[word].text[0].isupper() and parse.words[word].entity.endswith(("ORG", "LOC")):
        return named_run(parse, word, stop)
    if word + 1 >= stop or parse.words[word].text != "," or not parse.words[word + 1].text[0].isupper():
        return None
    name = named_run(parse, word + 1, stop)
    is_last = name.stop >= stop or parse.words[name.stop].pos == "PUNCT"
    is_person = parse.words[name.stop - 1].entity.endswith("PERSON") or is_honorific(parse, name.start)
    return name if is_last and not is_person else None


def read_after(parse: Parse, role: range, noun: int, stop: int, before: range | None) -> OrganizationAfter:
    """The organization between a role and `stop`; `before` is one that is named before the noun."""
    end = word = role.stop
    is_home = False
    for _ in range(_MOST_PHRASES):
        word, lives_there = _past_participle(parse, word, stop)
        is_home = is_home or lives_there
        if word >= stop or parse.lower(word) not in TO_BODY or _tells_day(parse, word + 1, stop):
            break
        found = read_object(parse, word + 1, stop)
        if not found.words:
            break
        phrase = _Phrase(parse, noun, range(role.start, end), parse.lower(word), found, is_home, stop)
        if before is not None and phrase.preposition == "at" and found.is_named and not phrase.is_person:
            return OrganizationAfter(found.words, end, replaces_before=True)
        part = _part(phrase, has_organization=before is not None)
        if part is not _Part.ROLE:
            is_organization = part is _Part.ORGANIZATION
            return OrganizationAfter(_with_members(phrase) if is_organization else None, end)
        word = end = found.words.stop
    return OrganizationAfter(None, end)


def _past_participle(parse: Parse, word: int, stop: int) -> tuple[int, bool]:
    """The preposition in "a poet based in Delta", "an analyst specializing in law at …", and whether it leads home."""
    if word + 1 >= stop:
        return word, False
    if parse.lower(word) in _EMPLOYED:
        return word + 1, parse.lower(word) in _HOME
    if parse.lower(word) in _VERSED:
        return next((at for at in range(word, stop) if parse.lower(at) in _WORKPLACE), stop), False
    return word, False


def _tells_day(parse: Parse, word: int, stop: int) -> bool:
    return word < stop and parse.words[word].entity.endswith("DATE")


def _part(phrase: _Phrase, *, has_organization: bool) -> _Part:
    """What the phrase is to the position."""
    if phrase.is_person:
        speaks_for = noun_lemma(phrase.parse, phrase.noun) in words("people/spokespeople")
        return _Part.ORGANIZATION if speaks_for and not has_organization else _Part.NEITHER
    is_topic = phrase.preposition == "on" and phrase.object.is_named and phrase.entity != "ORG"
    if _is_subject(phrase) or _is_charge(phrase) or is_topic or phrase.preposition == "to":
        # "expert on Muslim media"; "ambassador to Japan" belongs to whoever sent them.
        return _Part.ROLE
    if has_organization:
        is_place = phrase.object.is_named and phrase.entity == "LOC"
        return _Part.ROLE if _is_field(phrase) and not is_place else _Part.NEITHER
    if phrase.object.is_named:
        return _Part.NEITHER if _is_residence(phrase) else _Part.ORGANIZATION
    return _plain_part(phrase)


def _is_subject(phrase: _Phrase) -> bool:
    """Whether the organization comes later: "professor of law at …", "leader of the Board at …"."""
    if phrase.preposition not in _SUBJECT:
        return False
    last = phrase.object.words.stop - 1
    if phrase.preposition == "of" and phrase.parse.span(phrase.object.words.start, last).text == "state":
        return True
    if phrase.object.is_named and phrase.entity in ("ORG", "LOC"):
        is_plain_name = len(phrase.object.words) == 1 and is_organization_noun(phrase.parse, last)
        return is_plain_name and phrase.preposition == "of" and phrase.next_word in ("at", "of")
    return phrase.next_word in _WORKPLACE


def _is_charge(phrase: _Phrase) -> bool:
    """Whether a minister is in charge of it: "Minister of Trade", not "Minister of Kenya"."""
    is_of = phrase.object.is_named and phrase.preposition in ("of", "for") and phrase.entity != "LOC"
    if not is_of or phrase.office not in _IN_CHARGE:
        return False
    if phrase.entity == "ORG" and phrase.office == "secretary" and phrase.parse.words[phrase.noun].text.islower():
        # "board secretary of the Harbour Bank"
        return False
    return not any(phrase.parse.lower(word) in _OFFICERS for word in phrase.role)


def _is_residence(phrase: _Phrase) -> bool:
    """Whether it is only where somebody lives: "a student from Malawi", "a teacher based in Nairobi"."""
    if phrase.entity not in ("LOC", "NORP") or not (phrase.preposition == "from" or phrase.is_home):
        return False
    is_of_place = noun_lemma(phrase.parse, phrase.object.words.stop - 1) in words("places/nouns")
    return not is_of_place and phrase.office not in words("offices/state_offices")


def _plain_part(phrase: _Phrase) -> _Part:
    """What a common noun is: "owner of the hotel", "technician at the plant", "mother of four"."""
    if phrase.is_home:
        return _Part.NEITHER
    if phrase.preposition == "at":
        return _Part.ORGANIZATION
    if is_organization_noun(phrase.parse, phrase.object.words.stop - 1):
        return _Part.ROLE if _is_named_later(phrase) else _Part.ORGANIZATION
    if _is_led(phrase):
        return _Part.ORGANIZATION
    return _Part.ROLE if _is_field(phrase) else _Part.NEITHER


def _is_field(phrase: _Phrase) -> bool:
    """Whether it can be a field: "head of research", "expert in law"; not so "owner for an extension"."""
    if any(phrase.parse.words[word].entity.endswith("PERSON") for word in phrase.object.words):
        # "brother of the late senator Ann Hunter"
        return False
    if phrase.object.is_named or phrase.preposition in ("of", "on"):
        return phrase.preposition in _SUBJECT
    if phrase.preposition == "in":
        return phrase.office in words("positions/learned")
    return phrase.preposition == "for" and phrase.office in _IN_CHARGE


def _is_led(phrase: _Phrase) -> bool:
    """Whether it is one single thing that somebody runs: "owner of the hotel", not "director of campaigns"."""
    last = phrase.object.words.stop - 1
    has_article = phrase.parse.lower(phrase.object.words.start - 1) in DETERMINERS
    is_thing = phrase.parse.words[last].pos == "NOUN" and not is_plural(phrase.parse, last)
    return phrase.preposition == "of" and has_article and is_thing and phrase.office in words("positions/running")


def _is_named_later(phrase: _Phrase) -> bool:
    """As in "director of agricultural services in the Wilaya of El Oued"."""
    if phrase.next_word not in ("of", "in", "at", "for"):
        return False
    later = read_object(phrase.parse, phrase.object.words.stop + 1, phrase.stop)
    is_date = bool(later.words) and phrase.parse.words[later.words.start].entity.endswith("DATE")
    return later.is_named and not is_date


def _with_members(phrase: _Phrase) -> range:
    """The organization with what it consists of ("a group of young farmers"), or what it is a part of."""
    parse, found = phrase.parse, phrase.object
    end = found.words.stop
    if found.is_named:
        return found.words
    if phrase.next_word == "of":
        members = read_object(parse, end + 1, phrase.stop)
        end = members.words.stop if members.words and not members.is_named else end
    if end < phrase.stop and parse.lower(end) == "at":
        # "department of physics at the Harbour University"
        whole = read_object(parse, end + 1, phrase.stop)
        if whole.is_named:
            return whole.words
    return range(found.words.start, end)

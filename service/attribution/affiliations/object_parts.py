"""What the object of a preposition is to a position: a part of the role, its organization, or neither."""

from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

from service.attribution.affiliations.implied.named_organizations import institution_of
from service.attribution.affiliations.organization_names import IN_CHARGE, is_named_as_body, is_organization_noun
from service.attribution.affiliations.prepositional_objects import DETERMINERS, PrepositionalObject, read_object
from service.attribution.vocabulary.grammar import CONJUNCTIONS, POSSESSIVES
from service.attribution.vocabulary.nouns import is_plural, is_role_noun, noun_lemma
from service.lexicon import words
from service.parsing.trees import Parse

# Prepositions of a place of work.
WORKPLACE = ("at", "with", "from")
_SUBJECT = ("of", "for", "in", "on")
# "at the same time", "at the age of 40"
_TIMES = frozenset(("age", "beginning", "end", "moment", "start", "time"))
# Whom these serve is whom they belong to: "aide to Governor Lee".
_SERVING = frozenset(("adviser", "advisor", "aide", "assistant", "chief", "counsel", "secretary", "speechwriter"))
_OWNERS = frozenset(("his", "her", "its", "their"))
_OFFICERS = frozenset(("general", "executive", "first", "permanent", "party", "prime"))


class Part(Enum):
    """What a prepositional phrase is to a position."""

    ROLE = "role"
    ORGANIZATION = "organization"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class PositionPhrase:
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
    def is_charged(self) -> bool:
        """Whether what follows names the charge of the office: "Minister of Trade"."""
        return self.office in IN_CHARGE

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
    def is_served(self) -> bool:
        """Whether the object is somebody, by title and name, whom the office serves: "aide to President Ann Lee"."""
        *titles, last = self.object.words
        is_titled = bool(titles) and is_role_noun(self.parse, titles[0])
        is_named = self.object.is_named and self.parse.words[last].entity.endswith("PERSON")
        return is_titled and is_named and self.preposition in ("to", "for") and self.office in _SERVING

    @property
    def next_word(self) -> str:
        """The word after the object."""
        end = self.object.words.stop
        return self.parse.lower(end) if end < self.stop else ""


def part_of_position(phrase: PositionPhrase, *, has_organization: bool) -> Part:
    """What the phrase is to the position."""
    if phrase.is_served and not has_organization:
        return Part.ORGANIZATION
    if phrase.is_person and phrase.preposition == "of" and phrase.office in words("offices/of_bodies"):
        # "abbot of Debra Selam", "secretary of Delta Unnayan": what the recognizer takes for somebody is the body
        return Part.NEITHER if has_organization else Part.ORGANIZATION
    if phrase.is_person:
        speaks_for = noun_lemma(phrase.parse, phrase.noun) in words("people/spokespeople")
        return Part.ORGANIZATION if speaks_for and not has_organization else Part.NEITHER
    if phrase.object.is_named and phrase.office in words("people/relatives"):
        # "son of the banker Ann Lee" is nobody's by position
        return Part.NEITHER
    is_topic = phrase.preposition == "on" and phrase.object.is_named and phrase.entity != "ORG"
    is_field = _is_charge(phrase) or _is_of_thing(phrase) or _is_field_of_title(phrase)
    if _is_subject(phrase) or is_field or is_topic or phrase.preposition == "to":
        # "expert on Muslim media"; "ambassador to Japan" belongs to whoever sent them.
        return Part.ROLE
    if has_organization:
        is_place = phrase.object.is_named and phrase.entity == "LOC"
        return Part.ROLE if _is_field(phrase) and not is_place else Part.NEITHER
    if phrase.object.is_named:
        return Part.NEITHER if _is_residence(phrase) else Part.ORGANIZATION
    return _plain_part(phrase)


def _is_subject(phrase: PositionPhrase) -> bool:
    """Whether the organization comes later: "professor of law at …", "leader of the Board at …"."""
    if phrase.preposition not in _SUBJECT:
        return False
    if phrase.preposition == "of" and phrase.parse.lower(phrase.role[-1]) == "charge":
        # "adviser in charge of the Delta Archives"
        return True
    last = phrase.object.words.stop - 1
    if phrase.preposition == "of" and phrase.parse.span(phrase.object.words.start, last).text.casefold() == "state":
        return True
    if phrase.object.is_named and phrase.entity == "LOC" and phrase.next_word == "at" and phrase.preposition != "in":
        # "chief economist for Africa at the Harbour Bank", "head of the Asia programme at Delta Institute"
        return True
    if phrase.object.is_named and phrase.entity in ("ORG", "LOC"):
        is_plain_name = len(phrase.object.words) == 1 and is_organization_noun(phrase.parse, last)
        return is_plain_name and phrase.preposition == "of" and phrase.next_word in ("at", "of")
    if phrase.preposition == "in" and phrase.next_word == "with" and not phrase.object.is_named:
        # "the minister in a meeting with growers", "in connection with a fire"
        return phrase.office in words("positions/learned") and not _has_article(phrase)
    return phrase.next_word in WORKPLACE


def _is_of_thing(phrase: PositionPhrase) -> bool:
    """Whether the role is nothing without it: "recipient of the Harbour Prize", not "survivor of the School"."""
    is_of = phrase.object.is_named and phrase.preposition in _SUBJECT
    is_organization = phrase.entity == "ORG" or is_organization_noun(phrase.parse, phrase.object.words.stop - 1)
    return is_of and not is_organization and phrase.office in words("positions/of_things")


def _is_charge(phrase: PositionPhrase) -> bool:
    """Whether a minister is in charge of it: "Minister of Trade", not "Minister of Kenya"."""
    is_of = phrase.object.is_named and phrase.preposition in ("of", "for") and phrase.entity != "LOC"
    if not is_of or phrase.office not in IN_CHARGE:
        return False
    is_of_body = phrase.entity == "ORG" and phrase.office == "secretary"
    is_one_body = _has_article(phrase) and is_named_as_body(phrase.parse, phrase.object.words)
    if is_of_body and (is_one_body or phrase.parse.words[phrase.noun].text.islower()):
        # "board secretary of the Harbour Bank", "Secretary of the HB"
        return False
    own = takewhile(lambda word: word not in CONJUNCTIONS, map(phrase.parse.lower, reversed(phrase.role)))
    return _OFFICERS.isdisjoint(own)  # in "Attorney-General and Minister" the general is another


def _is_field_of_title(phrase: PositionPhrase) -> bool:
    """Whether a title goes on with its field: "Head of Balance Sheet Management", "Director of Sales"."""
    parse, words_of_object = phrase.parse, phrase.object.words
    is_noun = len(words_of_object) > 1 or parse.words[words_of_object[0]].pos == "NOUN"
    is_title = parse.words[phrase.noun].text[0].isupper() and phrase.object.is_named and is_noun
    is_nobody = all(parse.words[word].entity == "O" for word in words_of_object)
    return (
        is_title and is_nobody and phrase.preposition == "of" and not is_organization_noun(parse, words_of_object[-1])
    )


def _is_residence(phrase: PositionPhrase) -> bool:
    """Whether it is only where somebody lives: "a student from Malawi", "a teacher based in Nairobi"."""
    is_home = phrase.is_home or phrase.preposition == "from" or _is_practised_in(phrase)
    last = phrase.object.words[-1]
    if phrase.entity not in ("LOC", "NORP") or not is_home or phrase.parse.words[last].entity.endswith("ORG"):
        return False  # "from Delta’s Harbour University"
    is_of_place = noun_lemma(phrase.parse, last) in words("places/nouns")
    return not is_of_place and phrase.office not in words("offices/state_offices")


def _is_practised_in(phrase: PositionPhrase) -> bool:
    """As in "a teacher in Nairobi"; a "resident in Nairobi" is nothing without it, and a newspaper’s home is its."""
    is_body = is_organization_noun(phrase.parse, phrase.noun)
    if phrase.preposition != "in" or is_plural(phrase.parse, phrase.noun) or is_body:
        return False
    return phrase.office not in words("places/residents") | words("positions/running")


def _plain_part(phrase: PositionPhrase) -> Part:
    """What a common noun is: "owner of the hotel", "technician at the plant", "mother of four"."""
    if phrase.is_home:
        return Part.NEITHER
    if phrase.preposition == "at":
        is_time = any(phrase.parse.lower(word) in _TIMES for word in phrase.object.words)
        return Part.NEITHER if is_time else Part.ORGANIZATION
    last = phrase.object.words.stop - 1
    # "owner of hotels" belongs to none of them.
    is_several = is_plural(phrase.parse, last) and not _has_article(phrase)
    if is_organization_noun(phrase.parse, last) and not is_several:
        if is_of_place(phrase):
            return Part.ORGANIZATION
        is_complete = phrase.next_word == "in" and _is_led(phrase)  # "owner of a bakery in Delta"
        return Part.ROLE if _is_named_later(phrase) and not is_complete else Part.ORGANIZATION
    if _is_led(phrase) or (_has_article(phrase) and institution_of(phrase.parse, (phrase.parse.lower(last),))):
        return Part.ORGANIZATION
    return Part.ROLE if _is_field(phrase) else Part.NEITHER


def _is_field(phrase: PositionPhrase) -> bool:
    """Whether it can be a field: "head of research", "expert in law"; not so "owner for an extension"."""
    if any(phrase.parse.words[word].entity.endswith("PERSON") for word in phrase.object.words):
        # "brother of the late senator Ann Hunter"
        return False
    if phrase.preposition == "on" and phrase.parse.lower(phrase.object.words.start - 1) in _OWNERS:
        # "a reporter on her way"
        return False
    if phrase.object.is_named or phrase.preposition in ("of", "on"):
        return phrase.preposition in _SUBJECT
    if phrase.preposition == "in":
        return phrase.office in words("positions/learned")
    return phrase.preposition == "for" and phrase.office in IN_CHARGE


def _is_led(phrase: PositionPhrase) -> bool:
    """Whether it is one single thing that somebody runs: "owner of the hotel", not "director of campaigns"."""
    last = phrase.object.words.stop - 1
    is_thing = phrase.parse.words[last].pos == "NOUN" and not is_plural(phrase.parse, last)
    return (
        phrase.preposition == "of" and _has_article(phrase) and is_thing and phrase.office in words("positions/running")
    )


def _has_article(phrase: PositionPhrase) -> bool:
    return phrase.parse.lower(phrase.object.words.start - 1) in DETERMINERS


def _is_named_later(phrase: PositionPhrase) -> bool:
    """As in "director of agricultural services in the Wilaya of El Oued"."""
    if phrase.next_word not in ("of", "in", "at", "for") or _is_owned(phrase):
        return False
    later = read_object(phrase.parse, phrase.object.words.stop + 1, phrase.stop)
    is_date = bool(later.words) and phrase.parse.words[later.words.start].entity.endswith("DATE")
    return later.is_named and not is_date


def is_of_place(phrase: PositionPhrase) -> bool:
    """Whether a place tells which one it is: "of the diocese of Delta"."""
    if phrase.next_word != "of" or _is_owned(phrase):
        return False
    place = read_object(phrase.parse, phrase.object.words.stop + 1, phrase.stop)
    return place.is_named and phrase.parse.words[place.words.start].entity.endswith("LOC")


def _is_owned(phrase: PositionPhrase) -> bool:
    """Whether its owner already tells which one it is: "of the foreign ministry’s department of trade"."""
    return any(phrase.parse.lower(word) in POSSESSIVES for word in phrase.object.words)

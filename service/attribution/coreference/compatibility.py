"""Whether a description can be of somebody in the article: by the post, the noun, and the words that tell which."""

import re
from functools import cache, lru_cache
from itertools import takewhile

from service.attribution.affiliations.implied.named_organizations import countries_in
from service.attribution.coreference.entities import Entity
from service.attribution.coreference.explaining.other_bodies import belongs_to_another
from service.attribution.vocabulary.nouns import kinds_of_nouns, may_be_taken_up
from service.attribution.vocabulary.other_ranks import BELOW, only_beside_office, only_in_other_rank
from service.domain.quotations import Affiliation, Mention, SpeakerKind
from service.lexicon import families, words
from service.text.acronyms import is_acronym, shortens_office
from service.text.names import name_words

DEFINITE = frozenset(("the", "this", "that", "his", "her", "their", "its"))
_NEW = frozenset(("a", "an", "another"))
# Words before a noun that do not change the position.
_LOOSELY_BEFORE = DEFINITE | {"a", "an", "senior", "top", "new", "former", "then", "veteran", "current", "same"}
_FOR_A_TIME = frozenset(("acting", "interim"))
_ABROAD = re.compile(r"\b(?:to|for|in)\b")
_OF_TEAMS = frozenset(("captain", "coach", "manager", "member", "player"))
_OWNED = re.compile(r"([^'’]+)['’]s? (.+)")
_OF_PLACES = frozenset(("ambassador", "captain", "coach", "governor", "king", "leader", "premier", "queen"))
# What follows "of", a name among it: "mayor of Kent".
_OF = re.compile(r"\bof (?:the )?(?=(\w.*))")
_COUNTERPART = "counterpart"
_CHAIR = re.compile(r"\bchair(?:man|woman|person)\b")


def can_be(entity: Entity, mention: Mention, noun: str, *, is_definite: bool) -> bool:
    """Whether the description with this noun can refer to the entity; in the same words as before, it always can."""
    if _folded(mention.name) in entity.described_as:
        # "Reader Ann Lee liked it. A reader wrote …": two people.
        return entity.kind is not SpeakerKind.PERSON or mention.span.text.split()[0].casefold() not in _NEW
    if entity.title is not None and noun in words("documents/parts_of_works"):
        return True
    if opens_with_owner(mention) and not is_definite:
        positions = entity.affiliations if entity.kind is SpeakerKind.PERSON else ()
        return any(is_position_at_owner(mention, each) for each in positions)
    if not is_definite or not may_be_taken_up(mention.name, noun):
        return False
    if noun in words("documents/authored") and noun in entity.nouns:
        return True
    if is_of_another_country(entity, mention, noun):
        return False
    if entity.kind is SpeakerKind.PERSON:
        if "role" not in kinds_of_nouns(noun) and not mention.name.isupper():
            # "The council" is not the clerk of the council.
            return False
        is_office = noun in words("offices/state_offices") - _OF_TEAMS
        if is_office and _COUNTERPART in entity.nouns and _is_of_country(entity, mention):
            # "her Kenyan counterpart Ann Lee", "the Kenyan minister"
            return True
        if only_beside_office(entity.affiliations, mention.name, noun):
            return False
        has_title = noun in entity.nouns_of_titles and not _words_before(mention.name, noun)
        return has_title or any(_fits_position(mention, noun, each) for each in entity.affiliations if each.role)
    if entity.kind is SpeakerKind.ORGANIZATION and entity.is_named:
        may_be = is_called(entity, noun) or _may_be_called(entity, mention, noun)
        return may_be and not belongs_to_another(mention, noun, entity.forms)
    return noun in entity.nouns and not _tells_another(entity, mention, noun)


def opens_with_owner(mention: Mention) -> bool:
    """Whether the description opens with whose it is: "Delta’s finance minister"."""
    return role_behind_owner(mention) is not None


def role_behind_owner(mention: Mention) -> str | None:
    """The role in a description that opens with whose it is, in lower case: "finance minister"."""
    owned = _OWNED.fullmatch(mention.name.casefold())
    return None if owned is None else owned[2]


def is_position_at_owner(mention: Mention, position: Affiliation) -> bool:
    """Whether the description is the position in these words, of this organization or country."""
    owned = _OWNED.fullmatch(mention.name.casefold())
    if owned is None or owned[2] != (position.role or "").casefold():
        return False
    organization = position.organization or ""
    is_of_country = not countries_in(owned[1]).isdisjoint(countries_in(organization))
    return is_of_country or set(name_words(owned[1])) <= set(name_words(organization))


def is_of_another_country(entity: Entity, mention: Mention, noun: str) -> bool:
    """Whether the description is of an office of a country, and the person's positions are all of others.

    "The Turkish minister" is not Brazil's; a French coach may be Senegal's, an American ambassador the one to Turkey.
    """
    if entity.kind is not SpeakerKind.PERSON or noun not in words("offices/state_offices") - _OF_TEAMS:
        return False
    named = countries_in(mention.name)
    own = {country for each in entity.affiliations for country in countries_in(_ABROAD.split(each.span.text)[0])}
    return bool(named) and bool(own) and named.isdisjoint(own)


def is_as_many(entity: Entity, noun: str, *, is_several: bool) -> bool:
    """Whether both are one, or both are several: "the official" is none of "the officials", one body no "agencies"."""
    if is_several and (entity.is_somebody or (entity.is_named and entity.kind is SpeakerKind.ORGANIZATION)):
        return False
    if entity.is_named:
        return True
    return noun not in entity.nouns or noun in (entity.nouns_of_several if is_several else entity.nouns_of_one)


def agreement(entity: Entity, mention: Mention, noun: str) -> tuple[bool, bool, int, bool, bool]:
    """How well the description agrees with what is known: in its country, its words, its time, a body's name."""
    is_of_country = _is_of_country(entity, mention)
    is_past = mention.name.split()[0].casefold() in words("positions/past_adjectives") - _FOR_A_TIME
    has_past = is_past and any(mention.name.casefold() in each.span.text.casefold() for each in entity.affiliations)
    may_hold_it = is_past or not only_in_other_rank(entity.affiliations, mention.name, noun)
    return is_of_country, may_hold_it, _n_shared_words(entity, mention), has_past, is_called(entity, noun)


def _is_of_country(entity: Entity, mention: Mention) -> bool:
    """Whether the description names a country that the entity's positions or descriptions name, too."""
    countries = countries_in(mention.name)
    return bool(countries) and not countries.isdisjoint(_countries_of(entity))


def _countries_of(entity: Entity) -> frozenset[str]:
    texts = (*entity.described_as, *(each.span.text for each in entity.affiliations))
    return frozenset(country for text in texts for country in countries_in(text))


def _n_shared_words(entity: Entity, mention: Mention) -> int:
    """How many words of the description the posts tell, so that "the Japanese minister" finds the right minister."""
    described = {
        word
        for position in entity.affiliations
        for word in name_words(f"{position.role or ''} {position.organization or ''}")
    }
    return len(described.intersection(name_words(mention.name)))


def _fits_position(mention: Mention, noun: str, position: Affiliation) -> bool:
    """Whether the description can be of the post: "the minister", "the foreign minister", no "prime minister"."""
    role = (position.role or "").casefold().split()
    if mention.name.casefold() == "head of state":
        of = name_words(position.organization or "")
        is_of_state = not any("organization" in kinds_of_nouns(word) for word in of)
        return is_of_state and " ".join(role) in words("offices/heads_of_state")
    if noun not in role:
        # "the lawmaker" is any senator; what more is said of one may be of another.
        is_any = not _words_before(mention.name, noun) and not _taken_up_by(noun, "people/called").isdisjoint(role)
        return is_any or _heads_it(mention, noun, position) or shortens_office(mention.name, position.role or "")
    if _is_of_another_organization(mention, noun, position):
        return False
    others = {*role, *(position.organization or "").casefold().split()} - {noun}
    more = _words_before(mention.name, noun)
    is_of_country = not countries_in(mention.name).isdisjoint(countries_in(position.organization or ""))
    shared = others & {*mention.name.casefold().split()} - {"of", "the"}
    return not more or not others or is_of_country or bool(shared)


def _is_of_another_organization(mention: Mention, noun: str, position: Affiliation) -> bool:
    """Whether the description names what the office is of, and the post is of something else by name.

    "The mayor of Kent" is not the mayor of Delta City; "the chairman of the Council" may be of any council.
    """
    named = next((of[1] for of in _OF.finditer(mention.name) if of[1][0].isupper()), None)
    own = position.organization or ""
    if named is None or not own[:1].isupper() or noun not in words("offices/of_bodies") | _OF_PLACES:
        return False
    body = name_words(named)
    is_any = all("organization" in kinds_of_nouns(word) or word in words("places/nouns") for word in body)
    known = {*name_words(own), *name_words(position.role or "")}
    if is_any or not known.isdisjoint(body) or is_acronym(own, named) or is_acronym(named, own):
        return False
    return countries_in(own).isdisjoint(countries_in(named))


def _heads_it(mention: Mention, noun: str, position: Affiliation) -> bool:
    """Whether a word for whoever is at the top stands for an office at the top: "the head of Acme", its chairman."""
    before = _words_before(mention.name, noun) or set(name_words(mention.name.partition(" of ")[2])) - {"the"}
    if noun not in words("positions/heads") or not before or position.organization is None:
        return False
    office = _CHAIR.sub("chair", " ".join((position.role or "").casefold().replace("-", " ").split()))
    is_top = any(f" {office}".endswith(f" {top}") for top in words("offices/top_offices"))
    is_below = not (words("offices/subordinate_offices") | words("positions/former") | BELOW).isdisjoint(office.split())
    is_short = is_acronym(mention.name.split()[0], position.organization)
    return is_top and not is_below and (is_short or before <= set(name_words(position.organization)))


def _heads(entity: Entity) -> set[str]:
    """The words that say what a body is: the last of its name, and the last before "of": "Department of Roads"."""
    return {head for form in entity.forms for head in _heads_of(form)}


@lru_cache(maxsize=4096)
def _heads_of(form: str) -> frozenset[str]:
    parts = (form, form.partition(" of ")[0], form.partition(" for ")[0])
    return frozenset(words_of_name[-1] for part in parts if (words_of_name := name_words(part)))


def is_called(entity: Entity, noun: str) -> bool:
    """Whether the name of a body has the noun, or one that the noun takes up: "the military" an army."""
    if entity.kind is not SpeakerKind.ORGANIZATION or not entity.is_named:
        return False
    heads = _heads(entity)
    return noun in heads or not heads.isdisjoint(_taken_up_by(noun, "organizations/called"))


@cache
def _taken_up_by(noun: str, families_of: str) -> frozenset[str]:
    """What the general noun takes up: of "the military", the organization "army"; of "the lawmaker", "senator"."""
    return frozenset(word for general, *fitting in families(families_of) if general == noun for word in fitting)


def _may_be_called(entity: Entity, mention: Mention, noun: str) -> bool:
    """Whether a general noun may refer to the organization: "the company" to no ministry, "the group" to any."""
    is_generic = noun in words("organizations/generic") and entity.mentions[0].entity == "ORG"
    # "the news agency" is no league
    is_any = noun in words("organizations/any_kind") and not _words_before(mention.name, noun)
    return is_generic and (is_any or _nouns_of_organizations().isdisjoint(_heads(entity)))


@cache
def _nouns_of_organizations() -> frozenset[str]:
    """Nouns for organizations that are no businesses."""
    return (words("organizations/nouns") | words("places/nouns")) - words("organizations/businesses")


def _tells_another(entity: Entity, mention: Mention, noun: str) -> bool:
    """Whether the words before the noun part the two: "the Japanese government" is not "the Chinese government"."""
    own = _words_before(mention.name, noun)
    others = {word for name in entity.described_as for word in _words_before(name, noun)}
    return bool(own) and bool(others) and not own & others


# The same description is compared with everyone before it.
@lru_cache(maxsize=1024)
def _folded(description: str) -> str:
    return description.casefold()


@lru_cache(maxsize=4096)
def _words_before(description: str, noun: str) -> frozenset[str]:
    """The words before the noun, singular or plural as it may be, that say which one it is."""
    before = takewhile(lambda word: not word.startswith(noun[:-1]), description.casefold().split())
    return frozenset(before) - _LOOSELY_BEFORE

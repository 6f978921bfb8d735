"""What an affiliation says, taken apart: office, rank, field, time; and whether two roles can be one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from service.domain.articles import Article
from service.domain.quotations import Affiliation
from service.lexicon import families, table, words
from service.linking.conflicts.tenses import Tense, plain, tense_of, without_tense
from service.linking.speakers.organizations import Relation, is_place, organization_stems

_FIELD_STARTS = re.compile(r"\b(?:of|for|in|to|at|on|with|who|from)\b")
# One who stands in for another, or next below, is another one.
_STAND_INS = frozenset({"deputy", "acting"})
_LONGEST_ACRONYM = 4
_CHIEF = re.compile(r"\bchief (?!of\b|executive\b|minister\b|justice\b)\w")
_LINKED = re.compile(r"\s*(?:,|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Role:
    """What a role names."""

    offices: frozenset[str]
    """The offices; a noun that is no listed office stands for itself."""
    ranks: frozenset[str]
    field: frozenset[str]
    """Stems of the words that say what the office is for (knowledge management, finance)."""
    is_chief: bool = False
    """Whether it is the first of its profession (chief economist): an organization has others for other fields."""


@dataclass(frozen=True, slots=True)
class Position:
    """One affiliation, ready to be compared."""

    affiliation: Affiliation
    organization: str | None
    """The organization or place that its own words name; of one that stands elsewhere nobody is sure enough."""
    role: Role
    tense: Tense
    is_title: bool
    """Whether it stands right before a name: "President Aslan Demir"."""

    @property
    def offices(self) -> frozenset[str]:
        """The offices that the role names."""
        return self.role.offices

    @property
    def ranks(self) -> frozenset[str]:
        """The ranks that it gives them."""
        return self.role.ranks

    @property
    def field(self) -> frozenset[str]:
        """What they are for."""
        return self.role.field

    @property
    def article_id(self) -> str:
        """The article that says so."""
        return self.affiliation.article_id


def position_of(affiliation: Affiliation, article: Article) -> Position:
    """The affiliation taken apart; without a role, what the text says somebody does there is the role."""
    role = plain(affiliation.role or "") or _role_of_verb(plain(affiliation.span.text))
    tense = tense_of(affiliation, article, role)
    behind = article.content(affiliation.span.field)[affiliation.span.end :][:2]
    is_title = behind[:1] == " " and behind[1:].isupper()
    named = affiliation.organization
    organization = named if named and named in affiliation.span.text else None
    return Position(
        affiliation, organization, _with_ministry(_role(without_tense(role)), organization), tense, is_title
    )


def _with_ministry(role: Role, organization: str | None) -> Role:
    """What a minister is said to belong to tells what the office is for ("Minister of Finance", "Finance Minister")."""
    if not organization or not role.offices & words("offices/ministers") or is_place(organization):
        return role
    generic = {stem for word in words("offices/ministries") for stem in organization_stems(word)}
    named = frozenset(stem for stem in organization_stems(organization) - generic if not is_place(stem))
    return replace(role, field=role.field | named)


def tenses_clash(position: Position, other: Position) -> bool:
    """Whether one is said to be held, and the other to be past."""
    return {position.tense, other.tense} == {Tense.CURRENT, Tense.FORMER}


# Newspapers repeat the same few positions.
@lru_cache(maxsize=16384)
def _role(role: str) -> Role:
    ranks = frozenset(rank for word, rank in _table("positions/ranks").items() if re.search(rf"\b{word}\b", role))
    offices = frozenset(_offices_in(role))
    return Role(offices, ranks, _field(role, offices), is_chief=_CHIEF.search(role) is not None)


@lru_cache(maxsize=65536)
def role_relation(position: Role, other: Role) -> Relation:
    """Whether two roles can be one: `other` for two offices, or one office of two ranks or two fields."""
    if not position.offices or not other.offices:
        return Relation.OPEN
    if not any(_same_office(one, two) for one in position.offices for two in other.offices):
        return _relation_of_offices(position, other)
    if position.ranks != other.ranks and (_are_listed(position, other) or _stands_in(position, other)):
        return Relation.OTHER
    return Relation.OTHER if fields_differ(position, other) else Relation.SAME


def fields_differ(position: Role, other: Role) -> bool:
    """Whether the field makes two positions of one office; a professor of law may well be one of politics, too."""
    shared = position.offices & other.offices & words("offices/field_offices")
    if not shared or not position.field or not other.field or _abbreviates(position.field, other.field):
        return False
    if shared & words("offices/ministers"):
        return not position.field <= other.field and not other.field <= position.field
    return not position.field & other.field


def _stands_in(position: Role, other: Role) -> bool:
    """Whether one only stands in for whom the other names; a party's leader is often called so without that."""
    heads = words("positions/heads")
    return bool(_STAND_INS & (position.ranks ^ other.ranks)) and not (position.offices | other.offices) & heads


def _abbreviates(field: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one field has the other's first letters: the words' order is not known here, nor all of the words."""
    return any(
        len(long) > 1 and len(stem) <= _LONGEST_ACRONYM and {word[0] for word in long} <= set(stem)
        for short, long in ((field, other), (other, field))
        for stem in short
    )


def _relation_of_offices(position: Role, other: Role) -> Relation:
    heads, top = words("positions/heads"), words("offices/top_offices")
    for one, two in ((position, other), (other, position)):
        if one.offices & heads and two.offices & (top | heads) and not two.ranks:
            return Relation.SAME
    if _are_listed(position, other) or (position.is_chief and other.is_chief) or _is_head_beside(position, other):
        return Relation.OTHER
    return Relation.OPEN


def _is_head_beside(position: Role, other: Role) -> bool:
    """Whether one is the head of an organization, and the other holds an office that is never its head's."""
    heads, below = words("positions/heads"), words("offices/subordinate_offices")
    return any(one.offices & heads and two.offices & below for one, two in ((position, other), (other, position)))


def _are_listed(position: Role, other: Role) -> bool:
    """Whether both name offices that exclude each other; of other nouns one person can be several."""
    listed = frozenset(_table("offices/distinct_offices").values())
    return bool(position.offices & listed) and bool(other.offices & listed)


def _same_office(office: str, other: str) -> bool:
    exchangeable = families("offices/exchangeable_offices")
    return office == other or any(office in family and other in family for family in exchangeable)


def _offices_in(role: str) -> Iterator[str]:
    """The longest listed office of each noun before "of", "for", ...; else the noun itself."""
    start = _FIELD_STARTS.split(role, maxsplit=1)[0].strip() or role
    for office in _offices_with_field():
        if re.search(rf"\b{office}\b", role):
            start = office
    for noun in _LINKED.split(start):
        listed = (office for words, office in _table("offices/distinct_offices").items() if _holds(noun, words))
        office = next(listed, "") or "".join(noun.split()[-1:])
        if office:
            yield office


def _offices_with_field() -> Iterator[str]:
    return (phrase for phrase in _table("offices/distinct_offices") if _FIELD_STARTS.search(phrase))


def _holds(text: str, phrase: str) -> bool:
    return re.search(rf"\b{re.escape(phrase)}\b", text) is not None


def _field(role: str, offices: frozenset[str]) -> frozenset[str]:
    """Nations are left out: they are the organization's ("Japanese foreign minister")."""
    phrases = (phrase for phrase, office in _table("offices/distinct_offices").items() if office in offices)
    unsaid = words("positions/rank_words") | words("offices/ministries")
    named = {stem for phrase in (*offices, *phrases, *unsaid) for stem in organization_stems(phrase)}
    # Word by word: before a name "Justice" is a title, before "minister" a field.
    stems = {stem for word in role.split() for stem in organization_stems(word)}
    return frozenset(stem for stem in stems - named if not is_place(stem))


def _role_of_verb(text: str) -> str:
    verbs = table("positions/leading_verbs")
    return next((verbs[word] for word in re.findall(r"\w+", text) if word in verbs), "")


@cache
def _table(name: str) -> dict[str, str]:
    """Each of a line's phrases to the line's first; longest phrases first."""
    pairs = [(phrase, family[0]) for family in families(name) for phrase in family]
    return dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))

"""From the noun of a position to its borders: which words are the role, and which the organization it belongs to.

Works on words in a row, for a phrase of titles and names is where parses go wrong most.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.attribution.affiliations.appositions import apposition_end
from service.attribution.affiliations.joint_positions import end_of_pair, find_joint_position, names_people
from service.attribution.affiliations.organization_names import joins_places
from service.attribution.affiliations.organizations_after import OrganizationAfter, read_after, right_after
from service.attribution.affiliations.organizations_before import OPENS_ANOTHER, QUANTITIES, read_before
from service.attribution.affiliations.positions_in_row import position_before
from service.attribution.affiliations.prepositional_objects import DETERMINERS
from service.attribution.affiliations.weighing.word_patterns import PARTICIPLES, noun_class
from service.attribution.vocabulary.grammar import CONJUNCTIONS, SEPARATORS
from service.attribution.vocabulary.nouns import is_bracketed, is_honorific, is_plural, noun_lemma
from service.domain.articles import Span
from service.lexicon import words
from service.parsing.trees import Parse

_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "X")
_JOINTS = frozenset(("'s", "’s", "’", "'", "-", "/"))
_INSIDE_NAMES = frozenset(("the", "of", "for", "te", "o", "i", "de", "la", "del", "y"))
_DASHES = frozenset(("—", "–", "―", "--"))
# What opens a noun phrase and says nothing about the position.
_OPENERS = DETERMINERS | {
    *("year", "years", "old", "aged", "also", "now", "currently", "once"),
    *(",", "-", "’s", "'s", "'", "’", "/", "and", "&"),
}
_OF_POSITION = ("amod", "compound")
_AFTER_NOUN = frozenset(("general", "emeritus", "elect", "designate"))  # "director general", "president-elect"


@dataclass(frozen=True, slots=True)
class PositionSpan:
    """The words of a role and of its organization; `organization` is None if none stands beside it."""

    role: range
    organization: range | None

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last word of both."""
        parts = (self.role,) if self.organization is None else (self.role, self.organization)
        return min(part.start for part in parts), max(part.stop for part in parts) - 1

    def spans(self, parse: Parse) -> tuple[Span, Span | None]:
        """Role and organization as pieces of the article."""
        organization = self.organization
        return (
            parse.span(self.role.start, self.role.stop - 1),
            None if organization is None else parse.span(organization.start, organization.stop - 1),
        )


def read_position(parse: Parse, noun: int, names: Sequence[range]) -> PositionSpan:
    """The position whose noun this is; `names` are the words of the speaker's names, which end the phrase."""
    sentence = parse.sentence_words(parse.sentence(noun))
    floor = max([sentence.start, *(name.stop for name in names if sentence.start < name.stop <= noun)])
    limit = min([sentence.stop, *(name.start for name in names if noun < name.start)])
    ceiling = min(limit, max(noun + 1, apposition_end(parse, noun, sentence.stop)))
    joint = find_joint_position(parse, noun, range(floor, ceiling))
    if joint is not None:
        after = read_after(parse, joint, joint.stop - 1, max(joint.stop, ceiling), None)
        if after.organization is not None or after.role_end > joint.stop:
            return PositionSpan(range(joint.start, after.role_end), after.organization)
    first = _first_word(parse, noun, floor)
    before = read_before(parse, first, noun)
    end = _end_of_nouns(parse, noun, ceiling)
    if before.organization is None and (following := right_after(parse, end, limit)) is not None:
        return PositionSpan(range(before.role_start, end), following)
    after = read_after(parse, range(before.role_start, end), noun, max(end, ceiling), before.organization)
    return _joined(before.role_start, first, before.organization, after)


def _joined(role_start: int, first: int, before: range | None, after: OrganizationAfter) -> PositionSpan:
    if after.replaces_before:
        # "law professor at the University": what looked like an organization before the noun is its field.
        return PositionSpan(range(first, after.role_end), after.organization)
    return PositionSpan(range(role_start, after.role_end), before or after.organization)


def _first_word(parse: Parse, noun: int, floor: int) -> int:
    """Where the noun phrase begins, articles, ages and praise left out."""
    branch = frozenset(parse.subtree(noun))
    first = noun
    while first > floor:
        if (bracket := _short_form(parse, first, floor)) is not None:
            first = bracket
        elif _belongs(parse, first - 1, noun, branch, floor):
            first -= 1
        else:
            break
    # "Delta-based poet": where somebody lives is no part of what they are. "… in the U.S. Many analysts say": a
    # sentence begins.
    opens_anew = (word + 1 for word in range(noun - 1, first - 1, -1) if _ends_before(parse, word))
    first = next(opens_anew, first)
    while first < noun and (n_words := _n_empty_words(parse, first, noun)):
        first += n_words
    return first


def _ends_before(parse: Parse, word: int) -> bool:
    """Whether what describes somebody begins only after this word."""
    if parse.lower(word) == "based":
        return word < 2 or parse.words[word - 1].text != "-" or _is_capital(parse, word - 2)
    return parse.lower(word) in QUANTITIES


def _short_form(parse: Parse, word: int, floor: int) -> int | None:
    """The bracket before a word that opens a name's short form: "Harbour Bank (HB) director"."""
    bracket = word - 3
    is_short_form = bracket > floor and is_bracketed(parse, word - 2)
    return bracket if is_short_form and _is_capital(parse, bracket - 1) else None


def _belongs(parse: Parse, word: int, noun: int, branch: frozenset[int], floor: int) -> bool:
    """Whether the word before a noun phrase that ends with the noun is a part of it."""
    token, lower = parse.words[word], parse.lower(word)
    if token.entity.endswith("DATE"):
        return False
    if token.entity == "I-ORG" and parse.words[word + 1].entity in ("I-ORG", "E-ORG"):
        return True
    if lower in SEPARATORS:
        if parse.lower(word + 1) in OPENS_ANOTHER:
            return False
        return word > floor and _joins_modifiers(parse, word, noun, branch)
    if token.text == "-" and word > 0 and parse.words[word - 1].span.end < token.span.start:
        # "HARBOUR CITY - Following President Lee’s speech": a dash.
        return False
    if token.text in _DASHES or position_before(parse, noun) == word:
        return False
    if lower == "under" and token.text[0].isupper() and noun_lemma(parse, word + 1) == "secretary":
        return True
    if token.pos in _NOMINAL or token.text in _JOINTS or _is_hyphenated(parse, word):
        return True
    if lower in _INSIDE_NAMES and word > floor:
        return _is_capital(parse, word - 1) and _is_capital(parse, word + 1) and token.entity != "O"
    if token.pos == "VERB":
        return parse.relation(word) in _OF_POSITION or lower in PARTICIPLES
    head = parse.head(word)
    return token.pos == "ADV" and head is not None and word < head < noun


def _is_hyphenated(parse: Parse, word: int) -> bool:
    """Whether hyphens tie the word to the next one, or to the one before: the "in" of "editor-in-chief"."""
    return any(
        1 <= hyphen < len(parse) - 1
        and parse.words[hyphen].text == "-"
        and parse.words[hyphen - 1].span.end == parse.words[hyphen].span.start
        and parse.words[hyphen].span.end == parse.words[hyphen + 1].span.start
        for hyphen in (word - 1, word + 1)
    )


def _joins_modifiers(parse: Parse, conjunction: int, noun: int, branch: frozenset[int]) -> bool:
    """As in "health and social services minister"; in "a poet and social services minister" another phrase ends."""
    before = conjunction - 1
    if parse.words[before].entity.endswith("PERSON"):
        return False
    if joins_places(parse, conjunction) and not is_plural(parse, noun):
        return True
    if noun_lemma(parse, noun) in words("offices/ministers") and parse.lower(conjunction) == "and":
        # "health and social services minister", however it is parsed; youth is a charge, not somebody
        is_field = parse.words[before].pos in ("NOUN", "PROPN") and parse.words[before].entity == "O"
        return is_field and (noun_class(parse, before) != "role" or parse.lower(before) == "youth")
    if _joins_fields(parse, conjunction, noun):
        return True
    if parse.head(conjunction) == noun:
        return False
    if parse.words[before].pos not in ("NOUN", "PROPN", "ADJ") or noun_class(parse, before) == "role":
        return False
    if parse.lower(conjunction) == "," and parse.words[before].entity != "O":
        # "known as Lee in Chinese, Harbour Board member Ann Hunter said"
        return False
    return before in branch or (
        parse.lower(conjunction) != "," and _is_capital(parse, before) and _is_capital(parse, conjunction + 1)
    )


def _joins_fields(parse: Parse, conjunction: int, noun: int) -> bool:
    """As in "the planning and science manager", of which parses make an object and a manager."""
    if parse.lower(conjunction) == "," and _is_capital(parse, conjunction - 1) != _is_capital(parse, conjunction + 1):
        return False  # "the previous day, Information and Technology Minister Ann Lee"
    if conjunction + 1 >= noun or not any(parse.lower(each) in CONJUNCTIONS for each in range(conjunction, noun)):
        return False
    word = conjunction - 1
    while word >= 0 and _may_be_field(parse, word):
        word -= 1
    if word == conjunction - 1:
        return False
    opens = word < 0 or parse.words[word].pos in ("DET", "PUNCT") or parse.lower(word) == "acting"
    return opens and not (word > 0 and parse.words[word].pos == "DET" and parse.words[word - 1].pos == "ADP")


def _may_be_field(parse: Parse, word: int) -> bool:
    token = parse.words[word]
    if parse.lower(word) == ",":
        return parse.words[word - 1].pos == "NOUN"
    return token.pos in ("NOUN", "ADJ") and token.entity == "O" and not names_people(parse, word)


def _n_empty_words(parse: Parse, word: int, noun: int) -> int:
    """How many words from this one say nothing of the position: one, the three of "far-right", or none."""
    token, lower = parse.words[word], parse.lower(word)
    empty = words("people/praise") | words("positions/passing_adjectives")
    if word + 3 <= noun and parse.span(word, word + 2).text.casefold() in empty:
        return 3
    is_number = token.pos == "NUM" or token.text[0].isdigit()
    return int(is_number or lower in _OPENERS or lower.endswith("year-old") or lower in empty)


def _end_of_nouns(parse: Parse, noun: int, ceiling: int) -> int:
    """Where the unbroken row of nouns ends, a second role that shares the rest included: "founder and director"."""
    end = noun + 1
    while end < ceiling and _goes_on(parse, end, noun, ceiling):
        end += 1
    return end_of_pair(parse, noun, end, ceiling)


def _goes_on(parse: Parse, word: int, noun: int, ceiling: int) -> bool:
    token = parse.words[word]
    if parse.words[word - 1].text in ("-", "/") and word - 1 > noun:
        return True
    if token.text in ("-", "/"):
        if word + 1 < ceiling and parse.words[word + 1].entity.endswith("PERSON"):
            return False  # "three judges - Ann Lee, Bob Ray and Tom Reed"
        is_tied = word + 1 < ceiling and _is_hyphenated(parse, word + 1)
        return is_tied or (word + 1 < ceiling and parse.words[word + 1].pos in ("NOUN", "ADJ", "PROPN"))
    if parse.lower(word) in _AFTER_NOUN:
        return True
    of_same_case = token.text[0].islower() or _is_capital(parse, noun)
    return token.pos in ("NOUN", "PROPN") and token.entity == "O" and of_same_case and not is_honorific(parse, word)


def _is_capital(parse: Parse, word: int) -> bool:
    return parse.words[word].text[0].isupper()

"""A phrase that says what somebody is ("Japan’s Foreign Minister") to its posts: role and organisation.

Works on words in a row, for a phrase of titles and names is where parses go wrong most.
"""

from collections.abc import Iterator

from service.attribution.affiliations.organization_names import (
    POSSESSIVES,
    TO_BODY,
    capitalized_run,
    is_organization_noun,
    modifies_noun,
    organization_before,
    with_campus,
)
from service.attribution.vocabulary.nouns import is_honorific, is_role_noun, noun_lemma
from service.domain.articles import Span
from service.domain.quotations import Affiliation
from service.lexicon import words
from service.parsing.trees import Parse

_ARTICLES = frozenset(
    ("a", "an", "the", "his", "her", "its", "their", "our", "my", "one", "another", "some", "both", "this", "that")
)
_AGE = frozenset(("year", "years", "old", "aged"))
# What follows the hyphen in "Delta-based", "state-run".
_HYPHENATED = frozenset(("based", "backed", "run", "owned", "funded", "affiliated", "linked", "controlled", "led"))
# Participles before a place or a body, and before a subject.
_PLACED = frozenset(("based", "employed", "living", "teaching", "working"))
_VERSED = frozenset(("focusing", "researching", "specialising", "specialized", "specializing", "studying"))
_SEPARATORS = (",", "and", "&", ";")


def find_positions(parse: Parse, phrase: range, article_id: str, *, of_body: bool = False) -> list[Affiliation]:
    """The positions in a phrase, in order; `of_body` if the phrase describes an organization, not a person."""
    found: list[Affiliation] = []
    for part in _segments(parse, phrase, of_body):
        role = role_word(parse, part, of_body=of_body)
        if role is not None:
            found.append(_position(parse, part, role, article_id))
    return found


def find_position_of_noun(parse: Parse, phrase: range, noun: int, article_id: str) -> Affiliation:
    """The position in a phrase whose role is this noun, even if no list of roles has it: "a bean grower from Kent"."""
    return _position(parse, phrase, noun, article_id)


def role_word(parse: Parse, phrase: range, *, of_body: bool = False) -> int | None:
    """The noun of the role: the last one of an unbroken row, before any preposition."""
    found: int | None = None
    for word in phrase:
        in_name = parse.words[word].entity in ("B-ORG", "I-ORG") and word + 1 < phrase.stop
        if is_role_noun(parse, word, of_body=of_body) and not in_name:
            found = word
        elif found is not None and parse.lower(word) not in ("-", "and") and not _continues_role(parse, word):
            break
    return found


def _continues_role(parse: Parse, word: int) -> bool:
    return parse.words[word].pos in ("NOUN", "PROPN", "ADJ") and parse.words[word].entity == "O"


def _segments(parse: Parse, phrase: range, of_body: bool) -> Iterator[range]:
    """The phrase cut at commas and "and" where another role follows."""
    start = phrase.start
    for word in phrase:
        if parse.lower(word) not in _SEPARATORS or word == phrase.start:
            continue
        has_role = role_word(parse, range(start, word), of_body=of_body) is not None
        if has_role and _opens_position(parse, range(word + 1, phrase.stop), of_body):
            yield range(start, word)
            start = word + 1
    yield range(start, phrase.stop)


def _opens_position(parse: Parse, rest: range, of_body: bool) -> bool:
    """Whether a role comes before the next preposition, verb or comma."""
    for word in rest:
        if is_role_noun(parse, word, of_body=of_body):
            return True
        lower = parse.lower(word)
        is_verb = parse.words[word].pos == "VERB" and parse.relation(word) != "amod"
        if lower in TO_BODY or lower in (",", "that", "who") or is_verb:
            return lower in ("and", ",") and word == rest.start
    return False


def _position(parse: Parse, part: range, role: int, article_id: str) -> Affiliation:
    limit = part.stop
    while limit - 1 > role and is_honorific(parse, limit - 1):
        # "lawyer Dr": an honorific before the name is no part of the post.
        limit -= 1
    start = part.start
    while start < role and _opens_before_position(parse, start):
        start += 1
    before, role_start = organization_before(parse, start, role)
    after, role_end, end = _organization_after(parse, role, limit, has_body=before is not None)
    organization = before or after
    if organization is None and (base := _base(parse, start, role)) is not None:
        organization, role_start = base, base.stop + 2
    if organization is not None and _is_somebody(parse, organization):
        organization = None
    return Affiliation(
        article_id=article_id,
        span=_span(parse, start, max(end, role_end)),
        role=_span(parse, role_start, role_end).text,
        organization=None if organization is None else _span(parse, organization.start, organization.stop).text,
    )


def _base(parse: Parse, start: int, role: int) -> range | None:
    """The place in "Delta-based poet"."""
    based = next((word for word in range(start, role) if parse.lower(word) == "based"), None)
    hyphenated = based is not None and based - start > 1 and parse.words[based - 1].text == "-"
    return range(start, based - 1) if based is not None and hyphenated else None


def _is_somebody(parse: Parse, organization: range) -> bool:
    """Whether it is a person, not an organization or place: "secretary to Lee", "Lee’s cousin"."""
    owns = organization.stop < len(parse) and parse.lower(organization.stop) in POSSESSIVES
    is_owner = owns or parse.lower(organization.start - 1) in ("of", "to")
    return is_owner and all(
        parse.words[word].entity.endswith("PERSON") or is_honorific(parse, word) for word in organization
    )


def _opens_before_position(parse: Parse, word: int) -> bool:
    """Whether the word stands before a position and says nothing about it: an article, an age, "one of the"."""
    lower = parse.lower(word)
    if lower == "of" and parse.lower(word - 1) == "one":
        return True
    if lower in _ARTICLES or lower in _AGE or lower.endswith("year-old"):
        return True
    return (
        parse.words[word].pos in ("PUNCT", "CCONJ", "NUM")
        or lower in ("also", "currently")
        or lower in words("people/praise")
    )


def _organization_after(parse: Parse, role: int, limit: int, *, has_body: bool) -> tuple[range | None, int, int]:
    """The body named after the role, where the role ends, and where the phrase ends."""
    role_end = role + 1
    if role_end < limit and parse.words[role_end].text[0].isupper() and not has_body:
        name = capitalized_run(parse, role_end, limit)
        return range(name.start, name.stop), role_end, name.stop
    word = role_end
    while word < limit and not _tells_day(parse, word, limit):
        n_of_role, past = _n_words_of_role(parse, word, limit), _past_participle(parse, word, limit)
        if past > word:
            word = past
            continue
        if n_of_role:
            word = role_end = word + n_of_role
            continue
        if parse.lower(word) not in TO_BODY or (stop := _object_start(parse, word, limit)) is None:
            break
        # "from western Sudan": an adjective may belong to the name.
        is_quarter = parse.words[stop].pos == "ADJ" and stop + 1 < limit and parse.words[stop + 1].pos == "PROPN"
        name = capitalized_run(parse, stop + is_quarter, limit)
        if _is_subject_matter(parse, role, word, limit):
            word = role_end = max(name.stop, _phrase_end(parse, stop, limit))
            continue
        if name and not has_body and not modifies_noun(parse, name, limit):
            return range(stop, with_campus(parse, name, limit)), role_end, name.stop
        end = _phrase_end(parse, stop, limit)
        if not has_body and not name and is_organization_noun(parse, end - 1):
            return range(stop, end), role_end, end
        word = role_end = max(end, name.stop)
    return None, role_end, role_end


def _tells_day(parse: Parse, word: int, limit: int) -> bool:
    """Whether a day follows, as in "a spokesman on Wednesday"."""
    return word + 1 < limit and parse.words[word + 1].entity.endswith("DATE")


def _n_words_of_role(parse: Parse, word: int, limit: int) -> int:
    """How many words from here belong to the role: a noun or adjective, "of state" in "minister of state for roads"."""
    if parse.lower(word) == "of" and word + 1 < limit and parse.lower(word + 1) == "state":
        return 2
    may_stand = parse.words[word].pos in ("NOUN", "PROPN", "ADJ") or parse.words[word].text in ("-", "/")
    return int(may_stand and parse.lower(word) not in TO_BODY)


def _past_participle(parse: Parse, word: int, limit: int) -> int:
    """The preposition before the body in "a poet based in Delta", "an analyst specializing in law at the Institute"."""
    if parse.lower(word) in _PLACED:
        return word + 1
    if parse.lower(word) in _VERSED:
        return next((at for at in range(word, limit) if parse.lower(at) in ("at", "with", "for", "from")), word)
    return word


def _object_start(parse: Parse, preposition: int, limit: int) -> int | None:
    word = preposition + 1
    while word < limit and parse.lower(word) in _ARTICLES:
        word += 1
    if word + 2 < limit and parse.words[word + 1].text == "-" and parse.lower(word + 2) in _HYPHENATED:
        # "of the Delta-based Korea Institute", "at the state-run Daily"
        word += 3
    if word < limit and parse.lower(word).rpartition("-")[2] in _HYPHENATED:
        word += 1
    return _past_kind_of_organization(parse, word, limit) if word < limit else None


def _past_kind_of_organization(parse: Parse, word: int, limit: int) -> int:
    """Where the name begins in "of a civil society forum Green Delta": behind the common noun for what it is."""
    end = word
    while end < limit and parse.words[end].text.islower() and _may_tell_kind(parse, end):
        end += 1
    is_named = word < end < limit and parse.words[end].text[0].isupper()
    return (
        end if is_named and (is_organization_noun(parse, end - 1) or parse.words[end].entity.endswith("ORG")) else word
    )


def _may_tell_kind(parse: Parse, word: int) -> bool:
    return parse.words[word].pos in ("NOUN", "ADJ") or parse.relation(word) == "amod"


def _is_subject_matter(parse: Parse, role: int, preposition: int, limit: int) -> bool:
    """Whether what follows is a field, and the body comes later: "professor of law at …", "Director for Sales at …"."""
    if parse.lower(preposition) not in ("of", "in", "on", "for"):
        return False
    rest = range(preposition + 1, limit)
    if noun_lemma(parse, role) in words("people/academic_ranks"):
        return any(parse.lower(word) in ("at", "with", "from") for word in rest)
    at = next((word for word in rest if parse.lower(word) == "at"), None)
    opens_with_capital = bool(rest) and parse.words[rest.start].text[0].isupper()
    is_named = any(parse.words[word].entity.endswith(("ORG", "LOC")) for word in range(rest.start, at or rest.start))
    return at is not None and opens_with_capital and not is_named


def _phrase_end(parse: Parse, start: int, limit: int) -> int:
    """Where the plain words of a noun end, its owner’s before it included: "the town’s board"."""
    word = start
    while word < limit and parse.words[word].pos in ("NOUN", "PROPN", "ADJ", "NUM", "CCONJ") and word - start < 6:
        word += 1
    if start < word < limit and parse.lower(word) in POSSESSIVES:
        return _phrase_end(parse, word + 1, limit)
    return max(word, start + 1)


def _span(parse: Parse, start: int, end: int) -> Span:
    return parse.span(start, max(start, end - 1))

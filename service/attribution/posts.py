"""A phrase that says what somebody is ("Japan’s Foreign Minister") to its posts: role and organisation.

Works on words in a row, for a phrase of titles and names is where parses go wrong most.
"""

from collections.abc import Iterator

from service.attribution.bodies import (
    POSSESSIVES,
    TO_BODY,
    capitalized_run,
    is_body_noun,
    joined_end,
    modifies_noun,
    with_campus,
)
from service.attribution.nouns import is_role_noun, kinds_of_nouns, noun_lemma
from service.domain import Affiliation, Span
from service.lexicon import words
from service.parsing.trees import Parse

_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "my", "one", "another", "some", "both"))
_AGE = frozenset(("year", "years", "old", "aged"))
_FORMER = frozenset(("former", "ex", "ex-", "then", "late", "acting", "interim", "then-", "retired", "outgoing"))
_SEPARATORS = (",", "and", "&", ";")


def find_posts(parse: Parse, phrase: range, article_id: str, *, of_body: bool = False) -> list[Affiliation]:
    """The posts in a phrase, in order; `of_body` where the phrase describes an organisation and no person."""
    found: list[Affiliation] = []
    for part in _segments(parse, phrase, of_body):
        role = role_word(parse, part, of_body=of_body)
        if role is not None:
            found.append(_post(parse, part, role, article_id))
    return found


def find_post_of_noun(parse: Parse, phrase: range, noun: int, article_id: str) -> Affiliation:
    """The post in a phrase whose role is this noun, on no list of roles as it may be: "a bean grower from Kent"."""
    return _post(parse, phrase, noun, article_id)


def role_word(parse: Parse, phrase: range, *, of_body: bool = False) -> int | None:
    """The noun of the role: the last one of an unbroken row, before any preposition."""
    found: int | None = None
    for word in phrase:
        if is_role_noun(parse, word, of_body=of_body):
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
        if has_role and _opens_post(parse, range(word + 1, phrase.stop), of_body):
            yield range(start, word)
            start = word + 1
    yield range(start, phrase.stop)


def _opens_post(parse: Parse, rest: range, of_body: bool) -> bool:
    """Whether a role comes before the next preposition, verb or comma."""
    for word in rest:
        if is_role_noun(parse, word, of_body=of_body):
            return True
        lower = parse.lower(word)
        if lower in TO_BODY or lower in (",", "that", "who") or parse.words[word].pos == "VERB":
            return lower in ("and", ",") and word == rest.start
    return False


def _post(parse: Parse, part: range, role: int, article_id: str) -> Affiliation:
    start = part.start
    while start < role and _opens_before_post(parse, start):
        start += 1
    before, role_start = _body_before(parse, start, role)
    after, role_end, end = _body_after(parse, role, part.stop, has_body=before is not None)
    body = before or after
    return Affiliation(
        article_id=article_id,
        span=_span(parse, start, max(end, role_end)),
        role=_span(parse, role_start, role_end).text,
        organization=None if body is None else _span(parse, body.start, body.stop).text,
    )


def _opens_before_post(parse: Parse, word: int) -> bool:
    """Whether the word stands before a post and tells nothing of it: an article, an age."""
    lower = parse.lower(word)
    if lower in _ARTICLES or lower in _AGE or lower.endswith("year-old"):
        return True
    return parse.words[word].pos in ("PUNCT", "CCONJ", "NUM")


def _body_before(parse: Parse, start: int, role: int) -> tuple[range | None, int]:
    """The body named before the role, and where the role begins: "Japan’s | Foreign Minister"."""
    for word in range(start, role):
        if parse.lower(word) in POSSESSIVES and word > start:
            return range(start, word), word + 1
    first = start
    while first < role and parse.lower(first) in _FORMER:
        first += 1
    is_former = first > start
    while first < role and parse.words[first].pos == "ADJ" and parse.words[first].entity == "O":
        first += 1
    end = _entity_end(parse, first, role) or _office_end(parse, first, role)
    if end is None:
        return None, start
    if is_former:
        # "former South Korean envoy": the body stands inside the role, which stays whole.
        return (range(first, end), start) if parse.words[first].entity.endswith("ORG") else (None, start)
    return range(first, end), end


def _office_end(parse: Parse, first: int, role: int) -> int | None:
    """Where the body ends in "a ministry official", "a metropolitan government spokesman"."""
    if noun_lemma(parse, role) not in words("generic_people") or role == first:
        return None
    noun = noun_lemma(parse, role - 1)
    is_body = "organization" in kinds_of_nouns(noun) and "group" not in kinds_of_nouns(noun)
    return role if is_body else None


def _entity_end(parse: Parse, first: int, role: int) -> int | None:
    """Where the named entity that begins at `first` ends, its abbreviation in brackets included."""
    if parse.words[first].entity.endswith(("DATE", "PERSON")):
        return None
    if parse.words[first].entity == "O":
        # "U.S.", "UN": short forms that the recognizer may miss.
        is_short_form = parse.words[first].text.isupper() and len(parse.words[first].text) > 1
        return first + 1 if is_short_form and first + 1 <= role else None
    end = first + 1
    while end < role and parse.words[end].entity[:1] in ("I", "E"):
        end += 1
    if parse.words[role].text[0].islower():
        end = joined_end(parse, end, role)
    if end + 2 < role and parse.words[end].text == "(" and parse.words[end + 2].text == ")":
        end += 3
    if end < role and parse.words[end].text == "-":
        return None
    return end


def _body_after(parse: Parse, role: int, limit: int, *, has_body: bool) -> tuple[range | None, int, int]:
    """The body named after the role, where the role ends, and where the phrase ends."""
    role_end = role + 1
    if role_end < limit and parse.words[role_end].text[0].isupper() and not has_body:
        name = capitalized_run(parse, role_end, limit)
        return range(name.start, name.stop), role_end, name.stop
    word = role_end
    while word < limit:
        if parse.lower(word) not in TO_BODY or (stop := _object_start(parse, word, limit)) is None:
            if not _may_stand_in_role(parse, word):
                break
            word += 1
            role_end = word
            continue
        # "from western Sudan": an adjective may belong to the name.
        is_quarter = parse.words[stop].pos == "ADJ" and stop + 1 < limit and parse.words[stop + 1].pos == "PROPN"
        name = capitalized_run(parse, stop + is_quarter, limit)
        if _is_subject_matter(parse, role, word, limit):
            word = role_end = max(name.stop, _phrase_end(parse, stop, limit))
            continue
        if name and not has_body and not modifies_noun(parse, name, limit):
            return range(stop, with_campus(parse, name, limit)), word, name.stop
        end = _phrase_end(parse, stop, limit)
        if not has_body and not name and is_body_noun(parse, end - 1):
            return range(stop, end), word, end
        word = role_end = max(end, name.stop)
    return None, role_end, role_end


def _object_start(parse: Parse, preposition: int, limit: int) -> int | None:
    word = preposition + 1
    while word < limit and parse.lower(word) in _ARTICLES:
        word += 1
    if word + 2 < limit and parse.words[word + 1].text == "-" and parse.lower(word + 2) == "based":
        # "of the Seoul-based Korea Institute"
        word += 3
    if word < limit and parse.lower(word).endswith("-based"):
        word += 1
    return word if word < limit else None


def _is_subject_matter(parse: Parse, role: int, preposition: int, limit: int) -> bool:
    """Whether what follows is a field, and the body comes later: "professor of law at …", "Director for Sales at …"."""
    if parse.lower(preposition) not in ("of", "in", "on", "for"):
        return False
    rest = range(preposition + 1, limit)
    if noun_lemma(parse, role) in words("academic_ranks"):
        return any(parse.lower(word) in ("at", "with", "from") for word in rest)
    at = next((word for word in rest if parse.lower(word) == "at"), None)
    opens_with_capital = bool(rest) and parse.words[rest.start].text[0].isupper()
    is_named = any(parse.words[word].entity.endswith(("ORG", "LOC")) for word in range(rest.start, at or rest.start))
    return at is not None and opens_with_capital and not is_named


def _phrase_end(parse: Parse, start: int, limit: int) -> int:
    word = start
    while word < limit and parse.words[word].pos in ("NOUN", "PROPN", "ADJ", "NUM", "CCONJ") and word - start < 6:
        word += 1
    return max(word, start + 1)


def _may_stand_in_role(parse: Parse, word: int) -> bool:
    return parse.words[word].pos in ("NOUN", "PROPN", "ADJ") or parse.words[word].text in ("-", "/")


def _span(parse: Parse, start: int, end: int) -> Span:
    return parse.span(start, max(start, end - 1))

"""Somebody described before the name is given: “…,” the mayor said. Mayor Lena Ortiz has led the town since 2019.

Or right before it: "the party's secretary in Delta, Lena Ortiz, said".
"""

from collections.abc import Iterator, Sequence

from service.attribution.coreference.compatibility import (
    DEFINITE,
    is_position_at_owner,
    opens_with_owner,
    role_behind_owner,
)
from service.attribution.coreference.entities import Entity
from service.attribution.coreference.explaining.second_posts import name_behind_second_post
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import is_plural, is_role_noun, noun_lemma
from service.domain.quotations import Mention, SpeakerKind
from service.lexicon import words
from service.parsing.trees import Parse
from service.text.names import name_words

_NAMING = frozenset(("give", "identify"))
_BEFORE_NAME = ("", ",")
# Words from the end of a description to the end of the name that may explain it, a second post among them.
_FARTHEST = 12
_A = frozenset(("a", "an"))
_OF_TODAY = frozenset(("present", "current", "now"))
_WORDS_OF_TIME = frozenset(("once", "now", "then", "formerly", "previously", "currently", "later", "long"))
_TIMES = frozenset(("year", "month", "week", "decade", "season", "summer", "spring", "autumn", "winter", "election"))
_SINCE = frozenset(("until", "till", "since", "for"))
# Words from the comma to the description that a time stands before, "until the end of last year".
_LONGEST_TIME = 8


def named_later(annotated: AnnotatedArticle, entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Those who are only described, each with the one person named later who has the post; none where two have it."""
    holders = _holders(entities)
    for entity in entities:
        noun = _bare_noun(annotated, entity)
        if noun is not None or _is_owned(entity):
            role = noun or role_behind_owner(entity.mentions[0])
            people = holders.get(role or "", ())
            bearers = [person for person in people if noun is not None or _has_position(person, entity.mentions[0])]
            first = min(mention.span.start for mention in entity.mentions)
            if len(bearers) == 1 and all(mention.span.start > first for mention in bearers[0].mentions):
                yield entity, bearers[0]


def _bare_noun(annotated: AnnotatedArticle, entity: Entity) -> str | None:
    """The noun of somebody who is only called "the mayor"; None of whom more is said."""
    if entity.kind is not SpeakerKind.UNNAMED or len(entity.nouns) != 1 or not entity.mentions:
        return None
    parse, noun = annotated.parse, next(iter(entity.nouns))
    for mention in entity.mentions:
        inside = parse.within(mention.span.start, mention.span.end)
        is_bare = len(inside) == 2 and parse.lower(inside.start) == "the" and noun_lemma(parse, inside[-1]) == noun
        if not is_bare:
            return None
    return noun if noun in words("people/unique") else None


def _is_owned(entity: Entity) -> bool:
    """Whether somebody is only called "Delta’s finance minister"."""
    return entity.kind is SpeakerKind.UNNAMED and bool(entity.mentions) and all(map(opens_with_owner, entity.mentions))


def _holders(entities: Sequence[Entity]) -> dict[str, list[Entity]]:
    """The people who have a position, by its role and by each word of the role; gathered once, not for each noun."""
    holders: dict[str, list[Entity]] = {}
    for person in (each for each in entities if each.kind is SpeakerKind.PERSON):
        roles = [post.role for post in person.affiliations if post.role]
        for key in {key for role in roles for key in (role.casefold(), *name_words(role))}:
            holders.setdefault(key, []).append(person)
    return holders


def _has_position(person: Entity, mention: Mention) -> bool:
    return any(is_position_at_owner(mention, post) for post in person.affiliations)


def explaining_name(annotated: AnnotatedArticle, mention: Mention) -> Mention | None:
    """The person whose name explains the description right before it, however the parse binds the two."""
    parse = annotated.parse
    if is_plural(parse, mention.head):
        return None
    for word in (child for post in _posts(parse, mention.head) for child in parse.children(post, "appos", "flat")):
        # "his client, the surgeon Ann Lee, said": the name explains both descriptions.
        name = annotated.bearer_at.get(word) or annotated.mention_at.get(word)
        if name is not None and name.entity == "PERSON" and mention.head < name.name_words.start:
            between = parse.text[mention.span.end : name.span.start].strip().removesuffix(" the")
            is_explained = between in _BEFORE_NAME or _joins_second_post(parse, mention, name)
            return name if is_explained else _name_behind_list(annotated, mention)
    given = _name_given(annotated, mention)
    if given is not None:
        return given
    if parse.lower(mention.head) == "one":
        return _name_of_one(annotated, mention)
    if not is_role_noun(parse, mention.head):
        return None
    found = _name_at_end(annotated, mention) or _name_behind_list(annotated, mention)
    return found or name_behind_second_post(annotated, mention)


def _name_given(annotated: AnnotatedArticle, mention: Mention) -> Mention | None:
    """The name in "a student, who gave her name as Ann, said" and "who identified himself only as Bo"."""
    parse = annotated.parse
    for verb in parse.children(mention.head, "acl"):
        names = (annotated.mention_at.get(word) for word in parse.children(verb, "obl"))
        given = parse.child(verb, "obj")
        is_own = given is not None and (parse.lower(given) == "name" or parse.lower(given).endswith(("self", "selves")))
        for name in names if is_own and parse.lemma(verb) in _NAMING else ():
            if name is not None and name.entity == "PERSON" and parse.lower(name.name_words.start - 1) == "as":
                return name
    return None


def _name_of_one(annotated: AnnotatedArticle, mention: Mention) -> Mention | None:
    """The name behind the comma in “…,” said one of them, Ann Lee."""
    parse = annotated.parse
    comma = parse.within(mention.span.start, mention.span.end).stop
    name = annotated.mention_at.get(annotated.named(comma + 1)) if comma + 1 < len(parse) else None
    follows = name is not None and name.entity == "PERSON" and name.name_words.start == comma + 1
    return name if follows and parse.lower(comma) == "," else None


def _name_behind_list(annotated: AnnotatedArticle, mention: Mention) -> Mention | None:
    """As in "author, broadcaster and former mayor Ann Lee": bare positions in a row, the last right before the name."""
    parse, is_joined = annotated.parse, False
    first = parse.within(mention.span.start, mention.span.end).start
    if parse.words[first].pos in ("DET", "PRON") or (first > 0 and parse.words[first - 1].pos in ("DET", "ADP")):
        return None
    for word in range(mention.head + 1, min(mention.head + _FARTHEST, len(parse))):
        name = annotated.mention_at.get(word)
        if name is not None and name.entity == "PERSON":
            return name if is_joined and name.name_words.start == word and is_role_noun(parse, word - 1) else None
        if parse.lower(word) in (",", "and"):
            if parse.words[word - 1].pos not in ("NOUN", "PROPN") or is_plural(parse, word - 1):
                return None
            is_joined = parse.lower(word) == "and"
        elif parse.words[word].pos not in ("NOUN", "PROPN", "ADJ", "ADV", "NUM") and parse.lower(word) != "-":
            return None
    return None


def _posts(parse: Parse, noun: int) -> Iterator[int]:
    """The noun, and those that the parse joins to it: in "co-author and professor Ann Lee" the name explains both."""
    yield noun
    if is_role_noun(parse, noun):
        yield from (second for second in parse.children(noun, "conj") if not parse.children(second, "det", "nmod:poss"))


def _joins_second_post(parse: Parse, mention: Mention, name: Mention) -> bool:
    """Whether "and" and a bare post stand between: "expert and advocate Ann Lee", but not "the judge and her clerk"."""
    between = range(parse.within(mention.span.end, mention.span.end + 1).start, name.name_words.start)
    is_joined = len(between) > 1 and parse.lower(between.start) == "and" and is_role_noun(parse, mention.head)
    return (
        is_joined and parse.words[between.start + 1].pos not in ("DET", "PRON") and "," not in map(parse.lower, between)
    )


def _name_at_end(annotated: AnnotatedArticle, mention: Mention) -> Mention | None:
    """The name with which the description ends, or which follows its comma, behind a second post or an organization."""
    parse = annotated.parse
    inside = parse.within(mention.span.start, mention.span.end)
    # Word by word: to go through all mentions of a sentence of thousands would take the square of the time.
    for word in range(mention.head + 1, min(inside.stop + _FARTHEST, len(parse))):
        name = annotated.mention_at.get(word)
        if name is None or name.entity != "PERSON" or name.sentence != mention.sentence:
            continue
        if name.name_words.start <= mention.head:
            continue
        is_inside = name.name_words.stop == inside.stop
        follows = parse.text[mention.span.end : parse.words[name.name_words.start].span.start].strip() in _BEFORE_NAME
        if is_inside or follows:
            explains = _shares_second_post(annotated, mention, name) or _ends_with_body(annotated, name)
            # "A lawyer for Mr Reed, Ann Lee, said": what stands before the client is hers.
            explains = explains or (follows and any(mention.head in described for described in name.described_by))
            return name if explains or (follows and _is_of_nobody_else(annotated, mention, name)) else None
    return None


def _is_of_nobody_else(annotated: AnnotatedArticle, mention: Mention, name: Mention) -> bool:
    """As in "the lawyer for two guards, Ann Lee, said": a name between commas is of one, and no other is described."""
    parse = annotated.parse
    following, last = name.name_words.stop, parse.within(mention.span.start, mention.span.end)[-1]
    is_full = len(name.name_words) > 1
    is_between = following < len(parse) and parse.lower(following) == "," and parse.lower(last + 1) == ","
    is_definite = parse.lower(parse.within(mention.span.start, mention.span.end).start) in DEFINITE
    is_role = is_role_noun(parse, last) and not is_plural(parse, last)
    is_person = parse.words[last].entity.endswith("PERSON")
    return is_full and is_between and is_definite and last != mention.head and not is_role and not is_person


def name_before(annotated: AnnotatedArticle, mention: Mention) -> Mention | None:
    """The person of whom the description tells more, by a word of time: "Ann Lee, once the mayor of Delta, said"."""
    parse = annotated.parse
    first = parse.within(mention.span.start, mention.span.end).start
    comma = next((word for word in range(first - 1, max(0, first - _LONGEST_TIME), -1) if parse.lower(word) == ","), 0)
    if comma < 1 or not (parse.lower(comma + 1) in _WORDS_OF_TIME or _tells_time(parse, range(comma + 1, first))):
        return None
    name = annotated.mention_at.get(annotated.named(comma - 1))
    is_right_before = name is not None and name.entity == "PERSON" and name.name_words.stop == comma
    return (
        name if is_right_before and is_role_noun(parse, mention.head) and not is_plural(parse, mention.head) else None
    )


def _tells_time(parse: Parse, between: range) -> bool:
    """Whether "until last year", "since May" or "for a decade" leads to the description."""
    return (
        len(between) > 1
        and parse.lower(between[0]) in _SINCE
        and all(
            parse.words[word].entity.endswith("DATE")
            or parse.words[word].pos in ("ADJ", "ADV", "DET", "NUM")
            or parse.lemma(word) in _TIMES
            for word in between[1:]
        )
    )


def _ends_with_body(annotated: AnnotatedArticle, name: Mention) -> bool:
    """As in "professor at the University of Delta Ann Lee": no preposition leads from organization or place to name."""
    before = name.name_words.start - 1
    return before >= 0 and annotated.parse.words[before].entity.endswith(("ORG", "LOC"))


def _shares_second_post(annotated: AnnotatedArticle, mention: Mention, name: Mention) -> bool:
    """As in "a member of the board and a former mayor, Ann Lee"; "a doctor and the mayor, Ann Lee" are two."""
    parse = annotated.parse
    for described in name.described_by:
        start = described.start
        has_article = parse.lower(start - 1) in _A
        conjunction = start - 1 - has_article
        if described.stop > name.name_words.start or conjunction <= mention.head:
            continue
        tells_time = parse.lower(start) in words("positions/past_adjectives") | _OF_TODAY
        is_bare = parse.words[parse.within(mention.span.start, mention.span.end).start].pos != "DET"
        if parse.lower(conjunction) == "and" and (has_article or tells_time or is_bare):
            return True
    return False

"""What an article says that a speaker is: titles before the name, appositions, "who is …", "X is the …"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from service.attribution.affiliations.appositions import apposition_end, past_age, plain_role
from service.attribution.affiliations.implied.named_organizations import is_country
from service.attribution.affiliations.organization_names import capitalized_run
from service.attribution.affiliations.organizations_before import OPENS_ANOTHER
from service.attribution.affiliations.position_phrases import find_position_of_noun, find_positions
from service.attribution.affiliations.prepositional_objects import read_object
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import is_honorific, is_plural, is_role_noun, kinds_of_nouns, noun_lemma
from service.domain.quotations import Affiliation, Mention, MentionKind
from service.parsing.trees import Parse

# Positions of one speaker that are reported, the first of the article: of those who have most, newspapers print some
# twenty, and each is compared with all others.
MOST_POSITIONS = 100
# What makes another position of the same words: "former mayor", "incoming mayor".
_OTHER_TIMES = OPENS_ANOTHER | {"future", "incoming", "next"}
_SERVING = frozenset(("serve", "work", "act", "appoint", "name", "elect", "become", "remain"))
_NAMING_A_ROLE = frozenset(("head", "heads", "chairs", "directs", "founded", "co-founded"))
_STILL = frozenset(("now", "also", "currently", "still", "jointly"))
_HEADING = frozenset(("leads", "runs", "owns", "operates", "manages", *_NAMING_A_ROLE))


def find_affiliations(annotated: AnnotatedArticle, mention: Mention, *, of_body: bool = False) -> list[Affiliation]:
    """What the text around this mention says that the one mentioned is; `of_body` for an organisation."""
    parse, article_id = annotated.parse, annotated.article.id
    found: list[Affiliation] = []
    for phrase in _phrases(annotated, mention):
        positions = find_positions(parse, phrase, article_id, of_body=of_body)
        if not positions and not of_body and (noun := plain_role(parse, phrase, mention.name_words)) is not None:
            positions = [find_position_of_noun(parse, phrase, noun, article_id)]
        found += positions
    if mention.kind is MentionKind.NAME:
        found += find_organizations_alone(annotated, mention)
    if not of_body:
        found += _headed_organizations(parse, mention, article_id)
        found += _origins(parse, mention, article_id)
    return found


def described_position(annotated: AnnotatedArticle, mention: Mention) -> Affiliation:
    """What a description says of somebody unnamed, its noun on no list of roles as it may be."""
    words = annotated.parse.within(mention.span.start, mention.span.end)
    return find_position_of_noun(annotated.parse, words, mention.head, annotated.article.id)


def distinct_positions(affiliations: Sequence[Affiliation]) -> tuple[tuple[Affiliation, ...], bool]:
    """Each role and organisation once, at its first place; none that another one tells with more words.

    And whether there are more than are looked at.
    """
    found: dict[tuple[str, str], Affiliation] = {}
    for position in sorted(affiliations, key=lambda position: position.span):
        key = (position.role or "").casefold(), (position.organization or "").casefold()
        if len(found) == MOST_POSITIONS and key not in found:
            return _not_said_by_others(found), True
        found.setdefault(key, position)
    return _not_said_by_others(found), False


def _not_said_by_others(found: Mapping[tuple[str, str], Affiliation]) -> tuple[Affiliation, ...]:
    return tuple(
        position
        for (role, organization), position in found.items()
        if not any(_is_said_by(role, organization, *fuller) for fuller in found if fuller != (role, organization))
    )


def _is_said_by(role: str, organization: str, fuller_role: str, fuller_body: str) -> bool:
    """Whether the fuller post says it all: a body alone another's body, a role alone a part of another's role."""
    if not role:
        return bool(fuller_role) and organization == fuller_body
    if organization:
        return organization == fuller_body and _is_part_of(role, fuller_role)
    return set(role.split()) <= set(fuller_role.split()) and (role != fuller_role or bool(fuller_body))


def _is_part_of(role: str, fuller: str) -> bool:
    """Whether the longer role is the same and more: "director general", "minister of trade"; "former mayor" is not."""
    ends_it = fuller.endswith((f" {role}", f"-{role}"))
    goes_on = any(fuller.startswith(f"{role} {word} ") for word in ("and", "for", "in", "of"))
    return (ends_it or goes_on) and _OTHER_TIMES.isdisjoint(re.split(r"[\s-]+", fuller.removesuffix(role)))


def _phrases(annotated: AnnotatedArticle, mention: Mention) -> Iterator[range]:
    yield from mention.described_by
    is_apart = mention.kind is MentionKind.DESCRIPTION and mention.head not in annotated.bearer_at
    if is_apart and is_role_noun(annotated.parse, mention.head):
        yield annotated.parse.within(mention.span.start, mention.span.end)
    yield from _predicates(annotated.parse, mention)


def _predicates(parse: Parse, mention: Mention) -> Iterator[range]:
    """As in "X is the managing director of …", "He has worked as …"."""
    if parse.relation(mention.head) != "nsubj" or (predicate := parse.head(mention.head)) is None:
        return
    if parse.children(predicate, "cop") and is_role_noun(parse, predicate):
        cop = parse.children(predicate, "cop")[-1]
        if mention.head < cop < predicate:
            stop = parse.sentence_words(mention.sentence).stop
            yield range(cop + 1, max(predicate + 1, apposition_end(parse, cop + 1, stop)))
    if parse.lemma(predicate) in _SERVING:
        for oblique in parse.children(predicate, "obl", "xcomp"):
            case = next((c for c in parse.children(oblique, "case", "mark") if parse.lower(c) == "as"), None)
            if case is not None and is_role_noun(parse, oblique):
                yield range(case + 1, apposition_end(parse, case + 1, parse.sentence_words(mention.sentence).stop))


def _origins(parse: Parse, mention: Mention, article_id: str) -> Iterator[Affiliation]:
    """As in "Lee is from the … Band": a body without a role."""
    organization = parse.head(mention.head)
    if parse.relation(mention.head) != "nsubj" or organization is None or not parse.children(organization, "cop"):
        return
    case = parse.child(organization, "case")
    if case is not None and parse.lower(case) in ("from", "with", "of") and parse.words[organization].pos == "PROPN":
        start = case + 1 + (parse.words[case + 1].pos == "DET")
        yield Affiliation(article_id, parse.span(case, organization), None, parse.span(start, organization).text)


def _is_beside_object(parse: Parse, case: int, mention: Mention) -> bool:
    """Whether the verb governs both: "Reed acquainted Ann Lee with the Port Plan"."""
    noun, verb = parse.head(case), parse.head(mention.head)
    return parse.relation(mention.head) == "obj" and noun is not None and parse.head(noun) == verb


def find_organizations_alone(annotated: AnnotatedArticle, mention: Mention) -> Iterator[Affiliation]:
    """As in "North Korea’s Kim Jong Un", "Ann Hunter of the … Association": a body without a role."""
    parse, article_id = annotated.parse, annotated.article.id
    words = mention.name_words
    if words.start >= 2 and parse.lower(words.start - 1) in ("’s", "'s"):
        before = words.start - 2
        first = before
        while first > 0 and parse.words[first].entity[:1] in ("I", "E"):
            first -= 1
        if parse.words[before].entity.endswith(("LOC", "ORG")) or _is_taken_for_person(parse, before, words):
            yield Affiliation(article_id, parse.span(first, words.stop - 1), None, parse.span(first, before).text)
    yield from _organization_of_label(parse, words, article_id)
    word = past_age(parse, words.stop, len(parse), articles=("a", "an"))
    if word < len(parse) and parse.lower(word) == "with" and _is_beside_object(parse, word, mention):
        return
    if word + 1 < len(parse) and parse.lower(word) in ("of", "from", "with") and mention.entity == "PERSON":
        found = read_object(parse, word + 1, parse.sentence_words(mention.sentence).stop)
        # What follows "of" right after a name is a place or a body, whatever the recognizer takes it for; what follows
        # "from" tells where somebody lives, unless it is a body, and so does a place after a name without an office.
        is_of, is_body = parse.lower(word) == "of", any(parse.words[w].entity.endswith("ORG") for w in found.words)
        place = range(found.words.start, _before_another(parse, found.words))
        is_named = found.is_named and (is_body or (is_of and not _is_home(parse, words, place)))
        # "Ann Lee, of the tenants’ league"
        is_in_body = is_of or parse.lower(word) == "with"
        is_plain = (
            is_in_body and parse.lower(word + 1) == "the" and bool(found.words) and _is_body(parse, found.words[-1])
        )
        if is_named or is_plain:
            last = place[-1]
            yield Affiliation(article_id, parse.span(word, last), None, parse.span(found.words.start, last).text)


def _is_home(parse: Parse, name: range, place: range) -> bool:
    """Whether it only tells where somebody lives: "Lee of Delta", but not "Governor Lee of Delta", "Lee of Kenya"."""
    before = name.start - 1
    is_title = before >= 0 and parse.words[before].text[0].isupper() and parse.words[before].pos in ("NOUN", "PROPN")
    if is_title or (before >= 0 and (is_role_noun(parse, before) or is_honorific(parse, before))):
        return False
    is_abroad = is_country(parse.span(place.start, place[-1]).text)
    return not is_abroad and all(parse.words[word].entity.endswith("LOC") for word in place)


def _is_body(parse: Parse, word: int) -> bool:
    return not is_plural(parse, word) and "organization" in kinds_of_nouns(noun_lemma(parse, word))


def _before_another(parse: Parse, name: range) -> int:
    """Where a place ends that "and" joins to another name than a place: "of Delta and Ann Lee of Kent"."""
    return next(
        (
            word
            for word in name[1:-1]
            if parse.lower(word) == "and"
            and parse.words[word - 1].entity.endswith("LOC")
            and parse.words[word + 1].entity in ("B-ORG", "S-ORG")
        ),
        name.stop,
    )


def _is_taken_for_person(parse: Parse, owner: int, name: range) -> bool:
    """As in "Portex's Ann Lee": one word, unknown as anybody's name, owns somebody named in full."""
    if (
        parse.words[owner].entity != "S-PERSON"
        or len(name) == 1
        or not parse.words[name.start].entity.endswith("PERSON")
    ):
        return False
    word = parse.lower(owner)
    people = (range(first, last + 1) for first, last, kind in parse.entities() if kind == "PERSON" and first < last)
    return not any(parse.lower(each) == word for person in people for each in person)


def _organization_of_label(parse: Parse, name: range, article_id: str) -> Iterator[Affiliation]:
    """As in "ANN LEE, PORT OFFICE: “…”"."""
    first = name.stop + 1
    last = first
    while last < len(parse) and parse.words[last].entity.endswith("ORG"):
        last += 1
    if (
        name.stop < len(parse)
        and parse.words[name.stop].text == ","
        and first < last < len(parse)
        and parse.words[last].text == ":"
    ):
        yield Affiliation(article_id, parse.span(name.start, last - 1), None, parse.span(first, last - 1).text)


def _headed_organizations(parse: Parse, mention: Mention, article_id: str) -> Iterator[Affiliation]:
    """As in "Lee heads the … department", "Lee, who runs the … Foundation"; only some of the verbs name a role."""
    verb = parse.head(mention.head) if parse.relation(mention.head) == "nsubj" else None
    after = mention.name_words.stop
    if mention.name_words and after + 3 < len(parse) and parse.lower(after + 1) == "who":
        verb = after + 2 + (parse.lower(after + 2) in _STILL)
    if verb is None or parse.lower(verb) not in _HEADING:
        return
    organization = parse.child(verb, "obj")
    if organization is None or organization < verb:
        return
    first = verb + 1 + (parse.words[verb + 1].pos == "DET")
    name = capitalized_run(parse, first, organization + 1)
    is_body = parse.words[organization].entity.endswith("ORG") or "organization" in kinds_of_nouns(
        noun_lemma(parse, organization)
    )
    if is_body or len(name) > 1:
        role = parse.words[verb].text if parse.lower(verb) in _NAMING_A_ROLE else None
        last = organization if is_body else name.stop - 1
        yield Affiliation(article_id, parse.span(verb, last), role, parse.span(first, last).text)

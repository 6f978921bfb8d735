"""Who a description takes up: somebody named before by their post, the author of a letter, the one who just spoke."""

from collections.abc import Iterator

from service.attribution.nouns import kinds_of_nouns, noun_lemma
from service.attribution.roster import Entry, kind_of_description
from service.attribution.trail import Trail
from service.attribution.verbs import reporting_verbs, verb_lemma
from service.domain import Mention, SpeakerKind
from service.lexicon import words
from service.text.names import name_words

_DEFINITE = frozenset(("the", "this", "that", "his", "her", "their", "its"))


def take_up(trail: Trail, mention: Mention) -> Entry | None:
    """The entry that the description stands for, None where it brings in somebody new."""
    return (
        _author(trail, mention)
        or _described_before(trail, mention)
        or _somebody_before(trail, mention)
        or _just_named(trail, mention)
    )


def _author(trail: Trail, mention: Mention) -> Entry | None:
    """The one whose letter, post or statement is mentioned, where the sentence tells."""
    if noun_lemma(trail.parse, mention.head) not in words("authored_documents"):
        return None
    return next((entry for word in _authors(trail, mention.head) if (entry := trail.bearer(word)) is not None), None)


def _authors(trail: Trail, document: int) -> Iterator[int]:
    """Words for the author: "Lee’s letter", "a letter from Lee", "Lee wrote a letter", "Lee said in a letter"."""
    parse = trail.parse
    for child in parse.children(document, "nmod"):
        by = any(parse.lower(case) in ("from", "by") for case in parse.children(child, "case"))
        if by or parse.words[child].relation == "nmod:poss":
            yield child
    verb = parse.head(document)
    if verb is None or not parse.is_verbal(verb):
        return
    written = parse.relation(document) == "obj" and parse.lemma(verb) in words("publishing_verbs")
    said_in = parse.relation(document) == "obl" and verb_lemma(parse, verb) in reporting_verbs()
    if written or said_in:
        yield from parse.children(verb, "nsubj")


def _described_before(trail: Trail, mention: Mention) -> Entry | None:
    """The one mentioned last who has the post, or was described by the same noun."""
    noun = noun_lemma(trail.parse, mention.head)
    is_definite = _first_word(trail, mention) in _DEFINITE or noun in words("spokespeople")
    # "the leaders of both countries" are not the leader who was named before.
    is_plural = kind_of_description(trail.reading, mention) is SpeakerKind.GROUP
    known = (entry for entry in trail.entries_back() if not (is_plural and entry.is_somebody))
    return next((entry for entry in known if _may_be(entry, mention, noun, is_definite=is_definite)), None)


def _may_be(entry: Entry, mention: Mention, noun: str, *, is_definite: bool) -> bool:
    if mention.name.casefold() in entry.described_as:
        return True
    if entry.title is not None and noun in words("parts_of_works"):
        return True
    if not is_definite or not kinds_of_nouns(noun):
        return False
    if entry.kind is SpeakerKind.PERSON:
        return any(noun in name_words(post.role) for post in entry.affiliations if post.role)
    if entry.kind is SpeakerKind.ORGANIZATION and entry.is_named:
        last_words = {name_words(form)[-1] for form in entry.forms if name_words(form)}
        return noun in last_words or (noun in words("generic_bodies") and entry.mentions[0].entity == "ORG")
    return noun in entry.nouns


def _somebody_before(trail: Trail, mention: Mention) -> Entry | None:
    """Who spoke last without a name, where a general noun takes them up: "the official", "the man"."""
    is_general = trail.parse.lower(mention.head) in words("generic_people")
    if not is_general or _first_word(trail, mention) not in _DEFINITE:
        return None
    unnamed = (
        entry
        for step, entry in trail.back()
        if entry.kind is SpeakerKind.UNNAMED and entry.is_one_person and step.head in trail.sources
    )
    return next(unnamed, None)


def spoken_for(trail: Trail, mention: Mention) -> str | None:
    """The body that just spoke, for a spokesperson of none: "The bank denied it. A spokesman said …"."""
    if trail.parse.lower(mention.head) not in words("spokespeople"):
        return None
    for step, entry in trail.back():
        if trail.parse.paragraph(mention.head) - trail.parse.paragraph(step.head) > 1:
            return None
        if entry.kind is SpeakerKind.ORGANIZATION and step.head in trail.sources:
            return entry.name
    return None


def _just_named(trail: Trail, mention: Mention) -> Entry | None:
    """Whoever spoke in the sentence before, where the next one opens with a post that nobody has yet.

    As in: “…,” says Ann Lee. The director of the institute spoke on Monday.
    """
    parse = trail.parse
    opens = parse.words[parse.sentence_words(mention.sentence).start].span.start == mention.span.start
    is_post = "role" in kinds_of_nouns(noun_lemma(parse, mention.head))
    if not (opens and is_post) or _first_word(trail, mention) != "the":
        return None
    for step, entry in trail.back():
        if step.sentence < mention.sentence - 1 or parse.paragraph(step.head) != parse.paragraph(mention.head):
            return None
        if entry.kind is SpeakerKind.PERSON and step.head in trail.sources and not entry.affiliations:
            return entry
    return None


def _first_word(trail: Trail, mention: Mention) -> str:
    return trail.parse.lower(trail.parse.within(mention.span.start, mention.span.end).start)

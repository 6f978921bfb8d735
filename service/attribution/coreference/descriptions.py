"""Resolves descriptions: somebody whose position was named before, the author of a letter, the last speaker."""

import re
from itertools import islice

from service.attribution.coreference import compatibility
from service.attribution.coreference.document_authors import authors_of
from service.attribution.coreference.entities import Entity
from service.attribution.coreference.explaining.other_bodies import names_another
from service.attribution.coreference.explaining.owners import belongs_to
from service.attribution.coreference.mention_history import MentionHistory
from service.attribution.vocabulary.genders import gendered, tells_other_gender
from service.attribution.vocabulary.nouns import is_plural, kinds_of_nouns, may_be_taken_up, noun_lemma
from service.attribution.vocabulary.reporting_verbs import answers, verb_lemma
from service.domain.quotations import Mention, SpeakerKind
from service.lexicon import words
from service.parsing.trees import Parse
from service.text.names import name_words

_AGE = re.compile(r"\d{1,3}[- ]years?[- ]old")
_OF_CHILDREN = re.compile(
    r"(?:single )?(?:mother|father|mum|mom|dad|grandmother|grandfather|parent)(?:[ -]of[ -])"
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_OF_DECADE = re.compile(r"(?:\w+genarian|centenarian)")
_AGES = frozenset(("old", "year-old"))
# Paragraphs back to whoever a loose description takes up.
_NEAR_PARAGRAPHS = 2
# Entries that a description is compared with; a book must not be searched from its first page.
_MOST_KNOWN = 200


def resolve_description(history: MentionHistory, mention: Mention) -> Entity | None:
    """The entry that the description stands for, None if it brings in somebody new."""
    noun = noun_lemma(history.parse, mention.head)
    found = (way(history, mention) for way in _WAYS)
    known = (each for each in found if each is not None and not belongs_to(history.parse, each, noun))
    first = _author(history, mention) or next(known, None)
    return None if first is None or compatibility.is_of_another_country(first, mention, noun) else first


def _author(history: MentionHistory, mention: Mention) -> Entity | None:
    """The one whose letter, post or statement is mentioned, where the sentence tells."""
    authors = authors_of(history.annotated, mention.head)
    return next((entity for word in authors if (entity := history.bearer(word)) is not None), None)


def _described_before(history: MentionHistory, mention: Mention) -> Entity | None:
    """The one mentioned last who has the position, or was described by the same noun; of several, the best match."""
    noun = noun_lemma(history.parse, mention.head)
    is_definite = _first_word(history, mention) in compatibility.DEFINITE or noun in words("people/spokespeople")
    is_several = is_plural(history.parse, mention.head)
    takes_up = (is_definite or compatibility.opens_with_owner(mention)) and may_be_taken_up(mention.name, noun)
    fitting = [
        entity
        for entity in islice(history.entities_back(), _MOST_KNOWN)
        # Most descriptions take nobody up, and none of those before was in their words.
        if (takes_up or mention.name.casefold() in entity.described_as or entity.title is not None)
        and compatibility.can_be(entity, mention, noun, is_definite=is_definite)
        and compatibility.is_as_many(entity, noun, is_several=is_several)
        and not names_another(history.parse, mention, entity)
        # Whom only somebody's own words describe is no part of the story.
        and (entity.is_named or not history.annotated.is_marked(entity.mentions[0].head))
    ]
    return max(fitting, key=lambda entity: compatibility.agreement(entity, mention, noun), default=None)


def _somebody_before(history: MentionHistory, mention: Mention) -> Entity | None:
    """Who spoke last without a name, where a general noun takes them up: "the official", "the man"."""
    # "the source of the smell" is none of those who spoke
    is_bare = history.parse.words[mention.head].span.end == mention.span.end
    is_general = is_bare and history.parse.lower(mention.head) in words("people/generic")
    if not is_general or _first_word(history, mention) not in compatibility.DEFINITE:
        return None
    unnamed = (
        entity
        for step, entity in history.back()
        if (entity.kind is SpeakerKind.UNNAMED and entity.is_one_person)
        and step.head in history.sources
        and _may_speak_for_somebody(history, mention, entity)
        and not _takes_turn(history, mention, step)
        and not _tells_other_trade(history, mention, entity)
    )
    last = next(unnamed, None)
    return None if last is None or tells_other_gender(noun_lemma(history.parse, mention.head), last.gender) else last


def _may_speak_for_somebody(history: MentionHistory, mention: Mention, entity: Entity) -> bool:
    """Whether "the spokeswoman" can be the one described: no sheriff, and no judge."""
    general = words("people/spokespeople") | words("people/generic")
    return noun_lemma(history.parse, mention.head) not in words("people/spokespeople") or entity.nouns <= general


def spoken_for(history: MentionHistory, mention: Mention) -> str | None:
    """The body that just spoke, for a spokesperson of none: "The bank denied it. A spokesman said …"."""
    following = mention.head + 1
    is_followed_by_organization = following < len(history.parse) and history.parse.lower(following) in ("for", "of")
    if is_followed_by_organization or history.parse.lower(mention.head) not in words("people/spokespeople"):
        return None
    for step, entity in history.back():
        if history.parse.paragraph(mention.head) - history.parse.paragraph(step.head) > 1:
            return None
        if entity.kind is SpeakerKind.ORGANIZATION and step.head in history.sources:
            return entity.name
    return None


def _just_named(history: MentionHistory, mention: Mention) -> Entity | None:
    """Whoever spoke in the sentence before, where the next one opens with a post that nobody has yet.

    As in: “…,” says Ann Lee. The director of the institute spoke on Monday.
    """
    parse = history.parse
    opens = parse.words[parse.sentence_words(mention.sentence).start].span.start == mention.span.start
    is_post = "role" in kinds_of_nouns(noun_lemma(parse, mention.head)) and not is_plural(parse, mention.head)
    if not (opens and is_post) or _first_word(history, mention) != "the":
        return None
    for step, entity in history.back():
        if step.sentence < mention.sentence - 1 or parse.paragraph(step.head) != parse.paragraph(mention.head):
            return None
        if entity.kind is SpeakerKind.PERSON and step.head in history.sources and not entity.affiliations:
            return entity
    return None


def _of_an_age(history: MentionHistory, mention: Mention) -> Entity | None:
    """The person mentioned last, where only an age, a people or children take them up: "the 54-year-old", "the Swede".

    Of the people in one sentence it is the subject: "Lee beat Ray. “…,” the Norwegian said."
    """
    if not tells_age_or_people(history.parse, mention):
        return None
    return _of_people(history, mention) or _person_mentioned_last(history, mention)


def _of_people(history: MentionHistory, mention: Mention) -> Entity | None:
    """The one person near whose position is of the people: "the Norwegian" is the Norwegian minister."""
    people = mention.name.casefold()
    near = {
        entity: None
        for step, entity in history.back()
        if entity.kind is SpeakerKind.PERSON
        and history.parse.paragraph(mention.head) - history.parse.paragraph(step.head) <= _NEAR_PARAGRAPHS
        and people in _words_of_positions(entity)
    }
    return next(iter(near)) if len(near) == 1 else None


def _person_mentioned_last(history: MentionHistory, mention: Mention) -> Entity | None:
    """The person mentioned last and near; of those in one sentence its subject."""
    last: tuple[Mention, Entity] | None = None
    for step, entity in history.back():
        if history.parse.paragraph(mention.head) - history.parse.paragraph(step.head) > _NEAR_PARAGRAPHS:
            break
        if last is not None and step.sentence != last[0].sentence:
            break
        if entity.kind is SpeakerKind.PERSON and not history.annotated.is_marked(step.head):
            is_subject = history.parse.relation(history.parse.top(step.head)) == "nsubj"
            last = (step, entity) if last is None or is_subject else last
    return None if last is None else last[1]


def tells_age_or_people(parse: Parse, mention: Mention) -> bool:
    """Whether "the" and nothing but an age, a people or children describe somebody: "the mother of three"."""
    word = parse.words[mention.head]
    if parse.lower(parse.within(mention.span.start, mention.span.end).start) != "the":
        return False
    is_bare = word.text == mention.name and word.entity.endswith("NORP")
    return is_bare or any(form.fullmatch(mention.name) for form in (_AGE, _OF_CHILDREN, _OF_DECADE))


def _spoke_last(history: MentionHistory, mention: Mention) -> Entity | None:
    """Whoever spoke last, where a loose description speaks on: “…,” Ann Lee said. “…,” the former goalkeeper added."""
    noun = noun_lemma(history.parse, mention.head)
    speaks_on = mention.head in history.sources and _first_word(history, mention) in ("the", "this")
    if not speaks_on or "role" not in kinds_of_nouns(noun) or is_plural(history.parse, mention.head):
        return None
    sentence = history.parse.sentence_words(mention.sentence)
    beside = {history.bearer(other.head) for other in history.annotated.mentions_between(sentence.start, sentence.stop)}
    for step, entity in history.back():
        if history.parse.paragraph(mention.head) - history.parse.paragraph(step.head) > _NEAR_PARAGRAPHS:
            return None
        if step.head in history.sources and entity.is_somebody:
            is_loose = noun not in words("people/unique") or _tells_past_or_origin(history, mention)
            is_of_gender = gendered("people/gendered_nouns").get(noun, entity.gender) == entity.gender
            fits = entity.kind is SpeakerKind.PERSON and is_of_gender and (is_loose or not entity.affiliations)
            # Whoever speaks for an organization is brought in as somebody of it.
            fits = fits and (noun not in words("positions/representatives") or bool(entity.affiliations))
            # "The specialist disagrees with Lee": two people.
            fits = fits and not _takes_turn(history, mention, step) and not _tells_other_trade(history, mention, entity)
            return entity if fits and entity not in beside else None
    return None


def _tells_other_trade(history: MentionHistory, mention: Mention, entity: Entity) -> bool:
    """Whether a noun before the description's is of no position of somebody with one: "the union official"."""
    parse = history.parse
    before = [parse.lower(each) for each in parse.children(mention.head, "compound") if parse.words[each].pos == "NOUN"]
    positions = _words_of_positions(entity)
    return bool(before) and bool(positions) and positions.isdisjoint(before)


def _words_of_positions(entity: Entity) -> set[str]:
    positions = entity.affiliations
    return {word for each in positions for word in name_words(f"{each.role or ''} {each.organization or ''}")}


def _takes_turn(history: MentionHistory, mention: Mention, before: Mention) -> bool:
    """Whether the one described speaks to who spoke right before: “Why?” Lee asked. “Nobody knows,” the clerk replied.

    Whoever asks may go on: “Who are we?” Lee asked. “We are the best,” the former defender added.
    """
    lemma, lemma_before = (_lemma_of_verb(history.parse, each) for each in (mention, before))
    is_next = mention.sentence - before.sentence <= 1
    return is_next and answers(lemma, lemma_before, is_question=history.annotated.asks(before.sentence))


def _lemma_of_verb(parse: Parse, mention: Mention) -> str:
    verb = parse.head(parse.top(mention.head))
    return "" if verb is None else verb_lemma(parse, verb)


def _known_before(history: MentionHistory, mention: Mention) -> Entity | None:
    """The person mentioned last, of whom a past tells more: Lee signed. “…,” the former goalkeeper said."""
    noun = noun_lemma(history.parse, mention.head)
    speaks = mention.head in history.sources and _first_word(history, mention) == "the"
    if not speaks or "role" not in kinds_of_nouns(noun) or is_plural(history.parse, mention.head):
        return None
    before = history.parse.within(mention.span.start, history.parse.words[mention.head].span.start)
    past = words("positions/past_adjectives") | {"born"}
    tells_past = any(history.parse.lower(word) in past for word in before)
    person = _person_mentioned_last(history, mention) if tells_past else None
    return None if person is None or tells_other_gender(noun, person.gender) else person


def _tells_past_or_origin(history: MentionHistory, mention: Mention) -> bool:
    """Whether the description tells more of somebody known: "the former footballer", "the French professional"."""
    parse = history.parse
    past = _AGES | words("positions/past_adjectives")
    before = parse.within(mention.span.start, parse.words[mention.head].span.start)
    return any(parse.words[word].entity.endswith("NORP") or parse.lower(word) in past for word in before)


def _first_word(history: MentionHistory, mention: Mention) -> str:
    return history.parse.lower(history.parse.within(mention.span.start, mention.span.end).start)


# In the order in which they are asked.
_WAYS = (_described_before, _somebody_before, _just_named, _of_an_age, _spoke_last, _known_before)

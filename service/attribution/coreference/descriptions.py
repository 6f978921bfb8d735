"""Who a description takes up: somebody named before by their post, the author of a letter, the one who just spoke."""

from itertools import islice

from service.attribution.coreference.compatibility import DEFINITE, can_be, is_as_many, n_words_told
from service.attribution.coreference.document_authors import authors_of
from service.attribution.coreference.entities import Entry
from service.attribution.coreference.mention_history import Trail
from service.attribution.vocabulary.genders import gendered
from service.attribution.vocabulary.nouns import is_plural, kinds_of_nouns, noun_lemma
from service.domain.quotations import Mention, SpeakerKind
from service.lexicon import words

_PAST = frozenset(("former", "retired", "now-retired", "ex", "old", "year-old"))
# Paragraphs back to whoever a loose description takes up.
_NEAR_PARAGRAPHS = 2
# Entries that a description is compared with; a book must not be searched from its first page.
_MOST_KNOWN = 400


def take_up(trail: Trail, mention: Mention) -> Entry | None:
    """The entry that the description stands for, None where it brings in somebody new."""
    return (
        _author(trail, mention)
        or _described_before(trail, mention)
        or _somebody_before(trail, mention)
        or _just_named(trail, mention)
        or _spoke_last(trail, mention)
    )


def _author(trail: Trail, mention: Mention) -> Entry | None:
    """The one whose letter, post or statement is mentioned, where the sentence tells."""
    authors = authors_of(trail.reading, mention.head)
    return next((entry for word in authors if (entry := trail.bearer(word)) is not None), None)


def _described_before(trail: Trail, mention: Mention) -> Entry | None:
    """The one mentioned last who has the post, or was described by the same noun; of several, the one told best."""
    noun = noun_lemma(trail.parse, mention.head)
    is_definite = _first_word(trail, mention) in DEFINITE or noun in words("spokespeople")
    is_several = is_plural(trail.parse, mention.head)
    known = (entry for entry in trail.entries_back() if is_as_many(trail.parse, entry, noun, is_several=is_several))
    fitting = [
        entry
        for entry in islice(known, _MOST_KNOWN)
        # Whom only somebody's own words describe is no part of the story.
        if (entry.is_named or not trail.reading.is_marked(entry.mentions[0].head))
        and can_be(entry, mention, noun, is_definite=is_definite)
    ]
    return max(fitting, key=lambda entry: n_words_told(entry, mention), default=None)


def _somebody_before(trail: Trail, mention: Mention) -> Entry | None:
    """Who spoke last without a name, where a general noun takes them up: "the official", "the man"."""
    is_general = trail.parse.lower(mention.head) in words("generic_people")
    if not is_general or _first_word(trail, mention) not in DEFINITE:
        return None
    unnamed = (
        entry
        for step, entry in trail.back()
        if entry.kind is SpeakerKind.UNNAMED and entry.is_one_person and step.head in trail.sources
    )
    return next(unnamed, None)


def spoken_for(trail: Trail, mention: Mention) -> str | None:
    """The body that just spoke, for a spokesperson of none: "The bank denied it. A spokesman said …"."""
    following = mention.head + 1
    is_told = following < len(trail.parse) and trail.parse.lower(following) in ("for", "of")
    if is_told or trail.parse.lower(mention.head) not in words("spokespeople"):
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


def _spoke_last(trail: Trail, mention: Mention) -> Entry | None:
    """Whoever spoke last, where a loose description speaks on: “…,” Ann Lee said. “…,” the former goalkeeper added."""
    noun = noun_lemma(trail.parse, mention.head)
    speaks_on = mention.head in trail.sources and _first_word(trail, mention) in ("the", "this")
    if not speaks_on or "role" not in kinds_of_nouns(noun) or is_plural(trail.parse, mention.head):
        return None
    sentence = trail.parse.sentence_words(mention.sentence)
    beside = {trail.bearer(other.head) for other in trail.reading.mentions_between(sentence.start, sentence.stop)}
    for step, entry in trail.back():
        if trail.parse.paragraph(mention.head) - trail.parse.paragraph(step.head) > _NEAR_PARAGRAPHS:
            return None
        if step.head in trail.sources and entry.is_somebody:
            is_loose = noun not in words("unique_posts") or _tells_past_or_origin(trail, mention)
            is_of_gender = gendered("gendered_nouns").get(noun, entry.gender) == entry.gender
            fits = entry.kind is SpeakerKind.PERSON and is_of_gender and (is_loose or not entry.affiliations)
            # "The specialist disagrees with Lee": two people.
            return entry if fits and entry not in beside else None
    return None


def _tells_past_or_origin(trail: Trail, mention: Mention) -> bool:
    """Whether the description tells more of somebody known: "the former footballer", "the French professional"."""
    parse = trail.parse
    before = parse.within(mention.span.start, parse.words[mention.head].span.start)
    return any(parse.words[word].entity.endswith("NORP") or parse.lower(word) in _PAST for word in before)


def _first_word(trail: Trail, mention: Mention) -> str:
    return trail.parse.lower(trail.parse.within(mention.span.start, mention.span.end).start)

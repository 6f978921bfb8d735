"""What an article says that a speaker is. Every noun near a mention is weighed; the likely ones name positions."""

from collections.abc import Iterator, Sequence

from service.attribution.affiliations.affiliations import distinct_positions, find_organizations_alone
from service.attribution.affiliations.alone.abbreviated_offices import find_abbreviated_offices, find_office_alone
from service.attribution.affiliations.alone.around_names import join_around_names
from service.attribution.affiliations.alone.employers import find_employers
from service.attribution.affiliations.alone.organizations_beside import find_organizations_beside
from service.attribution.affiliations.implied.known_organizations import with_known_organizations
from service.attribution.affiliations.implied.places_of_unnamed import with_place
from service.attribution.affiliations.organizations_after import joined_organization
from service.attribution.affiliations.organizations_before import QUANTITIES
from service.attribution.affiliations.position_spans import PositionSpan, read_position
from service.attribution.affiliations.positions_in_row import is_short_form, positions_in_row
from service.attribution.affiliations.weighing.bystanders import is_of_bystander
from service.attribution.affiliations.weighing.listed_titles import listed_title
from service.attribution.affiliations.weighing.other_people import is_somebody_else
from service.attribution.affiliations.weighing.position_candidates import find_position_candidates
from service.attribution.affiliations.weighing.position_context import PositionContext, SpeakerMentions
from service.attribution.affiliations.weighing.position_evidence import probability_of
from service.attribution.affiliations.weighing.predicates import is_predicate
from service.attribution.affiliations.weighing.second_positions import is_second_position
from service.attribution.affiliations.weighing.shared_titles import shared_title
from service.attribution.document import AnnotatedArticle
from service.domain.quotations import Affiliation, Mention, MentionKind, SpeakerKind
from service.parsing.trees import Parse

# From here on a noun names a position: over five folds of the training articles the F measure is the same from 0.3 to
# 0.45, and a position that is not somebody’s is worse than one that is missing.
_LEAST_PROBABILITY = 0.4
# The same for what a clause says the speaker is: over the same folds eight of the nine nouns that these two add are
# right. What "she is a nurse" tells stands nowhere else, while a name has its positions in many places.
_LEAST_OF_PREDICATE = 0.2
_LEAST_OF_PRONOUN = 0.1
# Mentions of a speaker that are looked at for each noun beside one of them; a book has thousands.
_MOST_MENTIONS = 200
# What everybody is, and nobody by position.
_ANYBODY = frozenset(("man", "woman", "boy", "girl", "person"))
# Ranks before a name, which belong to the name as "Dr" does.
_RANKS = frozenset(("Admiral", "Brigadier", "Colonel", "Corporal", "General", "Lieutenant", "Major", "Sergeant"))
# An organization says nothing of whose it is, and a document has no position.
_WITHOUT_NAME = (SpeakerKind.GROUP, SpeakerKind.UNNAMED)
_WITHOUT_POSITION = (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)


def find_speaker_affiliations(
    annotated: AnnotatedArticle, mentions: Sequence[Mention], kind: SpeakerKind
) -> tuple[tuple[Affiliation, ...], bool]:
    """The positions and organizations of the speaker who has these mentions, each once.

    And whether the article gives more than are listed.
    """
    if kind in _WITHOUT_POSITION:
        return (), False
    found = [*_positions(annotated, mentions, kind)]
    if kind is not SpeakerKind.GROUP:
        found += [each for mention in mentions for each in _organizations_alone(annotated, mention)]
    if all(each.role is None for each in found):
        found += [each for mention in mentions for each in find_office_alone(annotated, mention)]
    found = join_around_names(annotated.parse, found, mentions)
    # What somebody quoted calls the speaker counts where the article itself says nothing.
    own_words = [each for each in found if annotated.mark_at(each.span.start) is None]
    distinct, has_more = distinct_positions(own_words or found)
    known, _ = distinct_positions(with_known_organizations(annotated.parse, distinct))
    has_position = any(each.role is not None and each.role not in _RANKS for each in known)
    return tuple(each for each in known if not _says_nothing(each, mentions, kind, has_position)), has_more


def position_contexts(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> tuple[PositionContext, ...]:
    """Each noun that may name a position of the speaker, with the people beside whom it stands."""
    own = SpeakerMentions(annotated.parse, mentions[:_MOST_MENTIONS])
    spans = frozenset(mention.span for mention in mentions)
    contexts = []
    for candidate in find_position_candidates(annotated, mentions):
        beside = annotated.mentions_in(annotated.parse.sentence(candidate.word))
        mine = [mention for mention in beside if mention.span in spans]
        others = tuple(mention for mention in beside if _is_person(mention) and mention.span not in spans)
        if not is_of_bystander(annotated.parse, candidate.word, mine, others):
            contexts.append(PositionContext(annotated, candidate, own, others))
    return tuple(contexts)


def _is_person(mention: Mention) -> bool:
    return mention.kind is MentionKind.NAME and mention.entity == "PERSON"


def _organizations_alone(annotated: AnnotatedArticle, mention: Mention) -> Iterator[Affiliation]:
    """The organizations that are stated without a role."""
    if mention.kind is MentionKind.NAME:
        yield from find_organizations_alone(annotated, mention)
        yield from find_organizations_beside(annotated, mention)
        yield from find_abbreviated_offices(annotated, mention)
    yield from find_employers(annotated, mention)


def _positions(annotated: AnnotatedArticle, mentions: Sequence[Mention], kind: SpeakerKind) -> Iterator[Affiliation]:
    parse = annotated.parse
    names = [mention.name_words for mention in mentions if mention.name_words]
    nouns = dict.fromkeys(
        each for noun in _position_nouns(annotated, mentions) for each in positions_in_row(parse, noun)
    )
    positions = [(noun, read_position(parse, noun, names)) for noun in nouns]
    if kind in _WITHOUT_NAME:
        described = frozenset(mention.head for mention in mentions if mention.kind is MentionKind.DESCRIPTION)
        positions = [(noun, with_place(parse, noun, each) if noun in described else each) for noun, each in positions]
    for noun, position in positions:
        if any(each.organization is not None and noun in each.organization for _, each in positions):
            # "chair of the Board of Directors": the directors are others.
            continue
        for each in (position, *_at_another(parse, noun, position)):
            role, organization = each.spans(parse)
            yield Affiliation(
                article_id=annotated.article.id,
                span=parse.span(*each.ends),
                role=role.text,
                organization=None if organization is None else organization.text,
            )


def _at_another(parse: Parse, noun: int, position: PositionSpan) -> Iterator[PositionSpan]:
    """The same position at a second organization."""
    if position.organization is not None:
        stop = parse.sentence_words(parse.sentence(noun)).stop
        organization = joined_organization(parse, position.role, position.organization, stop)
        if organization is not None:
            yield PositionSpan(position.role, organization)


def _position_nouns(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> Iterator[int]:
    contexts = [
        each
        for each in position_contexts(annotated, mentions)
        if not (each.noun in _ANYBODY or is_somebody_else(each) or is_short_form(each.parse, each.word))
    ]
    likely = {each.word for each in contexts if probability_of(each) >= _least(each)}
    yield from (each.word for each in contexts if each.word in likely or is_second_position(each, likely))
    for mention in mentions[:_MOST_MENTIONS]:
        titles = (shared_title(annotated, mention), listed_title(annotated.parse, mention.name_words))
        yield from (title for title in titles if title is not None)


def _least(context: PositionContext) -> float:
    """How likely the noun has to name a position."""
    if not is_predicate(context):
        return _LEAST_PROBABILITY
    return _LEAST_OF_PRONOUN if context.mention.kind is MentionKind.PRONOUN else _LEAST_OF_PREDICATE


def _says_nothing(affiliation: Affiliation, mentions: Sequence[Mention], kind: SpeakerKind, has_position: bool) -> bool:
    """Whether it is a rank beside a position, or only repeats what a group is called: that "analysts" are analysts."""
    if affiliation.organization is None and affiliation.role in _RANKS and has_position:
        return True
    if kind is not SpeakerKind.GROUP or affiliation.organization is not None:
        return False
    called = (mention.name.casefold().split() for mention in mentions)
    role = (affiliation.role or "").casefold()
    # "guards and teachers" says nothing of the guards.
    groups = [group.split() for group in (role, *role.split(" and "))]
    return any(words[words[0] in QUANTITIES :] in groups for words in called)

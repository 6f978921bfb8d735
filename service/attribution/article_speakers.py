"""The speakers of an article's answer: one for each entity that speaks or relays, one for those who speak together."""

from collections.abc import Sequence
from hashlib import sha256

from service.attribution.affiliations.speaker_affiliations import find_speaker_affiliations
from service.attribution.coreference.entities import Entity
from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.document import AnnotatedArticle
from service.attribution.mentions.joint_speakers import joint_mentions
from service.domain.articles import ArticleField, Span
from service.domain.quotations import Mention, MentionKind, Speaker, SpeakerKind


class ArticleSpeakers:
    """Makes each speaker when it is first asked for."""

    def __init__(self, annotated: AnnotatedArticle, resolver: CoreferenceResolver) -> None:
        self._annotated = annotated
        self._resolver = resolver
        self._of: dict[tuple[Entity, ...], Speaker] = {}
        self.have_more_positions = False
        """Whether the article gives one of them more positions than are listed."""

    @property
    def named(self) -> tuple[Speaker, ...]:
        """All that were asked for, in that order."""
        return tuple(self._of.values())

    def of(self, mention: Mention) -> tuple[str, ...]:
        """The ids of whom the mention stands for: none, one, or, of a joint statement, that of all together first."""
        first = self._resolver.entity(mention)
        if first is None:
            return ()
        joined = (self._resolver.entity(each) for each in self._together(first, mention))
        entities = tuple(dict.fromkeys((first, *(entity for entity in joined if entity is not None))))
        if len(entities) == 1:
            return (self._speaker(first).id,)
        joint = self._joint(entities)
        return (joint.id, *(self._speaker(entity).id for entity in entities))

    def _together(self, entity: Entity, mention: Mention) -> tuple[Mention, ...]:
        """The mentions of those who speak with it; "they" are those with whom it was last named."""
        if mention.name != "they":
            return joint_mentions(self._annotated, mention)
        kind = MentionKind.NAME if entity.is_named else MentionKind.DESCRIPTION
        before = [each for each in entity.mentions if each.kind is kind and each.span.start < mention.span.start]
        joint = (joint_mentions(self._annotated, each) for each in reversed(before))
        return next((each for each in joint if len(each) > 1 or entity.kind is not SpeakerKind.PERSON), (mention,))

    def who(self, entity: Entity | None, mention: Mention) -> tuple[str, ...]:
        """The ids of the entity, which may be another one than the mention stands for; none for nobody."""
        if entity is None:
            return ()
        return self.of(mention) if self._resolver.entity(mention) is entity else (self._speaker(entity).id,)

    def relaying(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """The ids of those who only pass words on."""
        entities = dict.fromkeys(map(self._resolver.entity, mentions))
        return tuple(self._speaker(entity).id for entity in entities if entity is not None)

    def _speaker(self, entity: Entity) -> Speaker:
        if (entity,) not in self._of:
            self._of[(entity,)], has_more = _speaker(self._annotated, entity)
            self.have_more_positions |= has_more
        return self._of[(entity,)]

    def _joint(self, entities: tuple[Entity, ...]) -> Speaker:
        """Those who speak together, with what the article says of each."""
        if entities not in self._of:
            name = " and ".join(entity.name for entity in entities)
            identifier = content_id("s", self._annotated.article.id, name)
            stated = (each for entity in entities for each in self._speaker(entity).affiliations)
            self._of[entities] = Speaker(identifier, name, SpeakerKind.GROUP, affiliations=tuple(dict.fromkeys(stated)))
        return self._of[entities]


def _speaker(annotated: AnnotatedArticle, entity: Entity) -> tuple[Speaker, bool]:
    """The speaker, and whether there are more positions than are listed."""
    affiliations, has_more = find_speaker_affiliations(annotated, entity.mentions, entity.kind)
    first = min(mention.span.start for mention in entity.mentions)
    speaker = Speaker(
        id=content_id("s", annotated.article.id, entity.name, str(first)),
        name=entity.name,
        kind=entity.kind,
        aliases=tuple(form for form in entity.forms if form != entity.name),
        affiliations=affiliations,
        gender=entity.gender,
    )
    return speaker, has_more


def quotation_id(article_id: str, parts: Sequence[Span]) -> str:
    """The id of the article's quotation of these parts, in its text or in its title."""
    field = () if parts[0].field is ArticleField.TEXT else (parts[0].field,)
    return content_id("q", article_id, *field, *(f"{part.start}-{part.end}" for part in parts))


def content_id(prefix: str, *content: str) -> str:
    """An id that the content alone decides."""
    return prefix + sha256("\x1f".join(content).encode("utf-8", "surrogatepass")).hexdigest()[:16]

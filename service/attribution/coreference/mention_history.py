"""The trail of mentions read so far: who was mentioned last, and where."""

from collections.abc import Iterator, Mapping

from service.attribution.coreference.entities import Entity
from service.attribution.document import AnnotatedArticle
from service.domain.quotations import Mention

# Mentions that a pronoun can reach back over; a book must not be searched from its first page.
_REACH = 200


class MentionHistory:
    """Grows with each mention that is read; `sources` are the head words of who speaks in a reporting clause.

    `known` tells who the mentions so far stand for, and the bearers of all names.
    """

    def __init__(self, annotated: AnnotatedArticle, sources: frozenset[int], known: Mapping[Mention, Entity]) -> None:
        self.annotated = annotated
        self._known = known
        self.parse = annotated.parse
        self.sources = sources
        self._steps: list[tuple[Mention, Entity]] = []
        self._last: dict[Entity, None] = {}

    def follow(self, mention: Mention, entity: Entity) -> None:
        """Adds a mention."""
        self._steps.append((mention, entity))
        # Moved to the end: the order is that of the last mention.
        self._last.pop(entity, None)
        self._last[entity] = None

    def bearer(self, word: int) -> Entity | None:
        """Who the mention at the word, or the name that the word describes, stands for; None if not yet known."""
        mention = self.annotated.mention_at.get(self.annotated.named(word))
        return None if mention is None else self._known.get(mention)

    def back(self) -> Iterator[tuple[Mention, Entity]]:
        """The last mentions, the latest first."""
        return iter(self._steps[: -_REACH - 1 : -1])

    def entities_back(self) -> Iterator[Entity]:
        """Everyone mentioned so far, the one mentioned last first."""
        return reversed(self._last)

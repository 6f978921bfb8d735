"""Which bounds the reading of an article has reached: what lies beyond them was read less closely."""

from collections.abc import Iterable, Iterator

from service.attribution.affiliations.affiliations import MOST_POSITIONS
from service.attribution.coreference.entities import MOST_PEOPLE, Entity
from service.attribution.document import AnnotatedArticle
from service.domain.limits import LimitName, ReachedLimit
from service.domain.quotations import SpeakerKind
from service.parsing.parser import LONGEST_SENTENCE
from service.text.double_marks import MOST_INSIDE, n_double_marks


def reached_limits(
    annotated: AnnotatedArticle, entities: Iterable[Entity], *, has_more_positions: bool
) -> tuple[ReachedLimit, ...]:
    """Each bound once; `has_more_positions` where a speaker has more than are listed."""
    return tuple(
        ReachedLimit(name, bound, annotated.article.id) for name, bound in _reached(annotated, entities)
    ) + has_more_positions * (ReachedLimit(LimitName.POSITIONS, MOST_POSITIONS, annotated.article.id),)


def _reached(annotated: AnnotatedArticle, entities: Iterable[Entity]) -> Iterator[tuple[LimitName, int]]:
    if sum(entity.kind is SpeakerKind.PERSON and entity.is_named for entity in entities) > MOST_PEOPLE:
        yield LimitName.PEOPLE, MOST_PEOPLE
    open_spans = (marked.span.text for marked in annotated.marks if not marked.is_closed)
    if any(n_double_marks(text) >= MOST_INSIDE for text in open_spans):
        yield LimitName.MARKS, MOST_INSIDE
    # Longer ones were cut there.
    if any(len(sentence.tokens) >= LONGEST_SENTENCE for sentence in annotated.parse.sentences):
        yield LimitName.SENTENCE, LONGEST_SENTENCE

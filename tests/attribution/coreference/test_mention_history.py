"""Who was mentioned last."""

from service.attribution.coreference.entities import Entity
from service.attribution.coreference.mention_history import MentionHistory
from service.attribution.document import AnnotatedArticle
from service.domain.quotations import SpeakerKind
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of

NOTATION = """
    The mayor/nsubj/met Ann_Lee/appos/mayor/PERSON met/root Bo_Kim/obj/met/PERSON .
    She/nsubj/left left/root .
"""


def history(annotated: AnnotatedArticle) -> tuple[MentionHistory, Entity, Entity]:
    """The trail after Ann, Bo and Ann again."""
    ann, bo, she = (mention_of(annotated, name) for name in ("Ann Lee", "Bo Kim", "She"))
    first, second = Entity(SpeakerKind.PERSON, [ann, she]), Entity(SpeakerKind.PERSON, [bo])
    walked = MentionHistory(annotated, frozenset(), {ann: first, bo: second})
    for mention, entity in ((ann, first), (bo, second), (she, first)):
        walked.follow(mention, entity)
    return walked, first, second


def test_mentions_come_back_the_latest_first():
    walked, first, second = history(annotated_of(NOTATION))
    assert [(mention.name, entity) for mention, entity in walked.back()] == [
        ("she", first),
        ("Bo Kim", second),
        ("Ann Lee", first),
    ]


def test_everyone_comes_once_the_one_mentioned_last_first():
    walked, first, second = history(annotated_of(NOTATION))
    assert list(walked.entities_back()) == [first, second]


def test_the_bearer_of_a_name_is_found_by_name_and_title():
    annotated = annotated_of(NOTATION)
    walked, first, _ = history(annotated)
    assert walked.bearer(word_of(annotated.parse, "Ann")) == first
    assert walked.bearer(word_of(annotated.parse, "mayor")) == first
    assert walked.bearer(word_of(annotated.parse, "left")) is None

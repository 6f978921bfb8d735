"""Who was mentioned last."""

from service.attribution.coreference.entities import Entry
from service.attribution.coreference.mention_history import Trail
from service.attribution.document import Reading
from service.domain.quotations import SpeakerKind
from tests.attribution.parses import word_of
from tests.attribution.readings import mention_of, reading_of

NOTATION = """
    The mayor/nsubj/met Ann_Lee/appos/mayor/PERSON met/root Bo_Kim/obj/met/PERSON .
    She/nsubj/left left/root .
"""


def trail(reading: Reading) -> tuple[Trail, Entry, Entry]:
    """The trail after Ann, Bo and Ann again."""
    ann, bo, she = (mention_of(reading, name) for name in ("Ann Lee", "Bo Kim", "She"))
    first, second = Entry(SpeakerKind.PERSON, [ann, she]), Entry(SpeakerKind.PERSON, [bo])
    walked = Trail(reading, frozenset(), {ann: first, bo: second})
    for mention, entry in ((ann, first), (bo, second), (she, first)):
        walked.follow(mention, entry)
    return walked, first, second


def test_mentions_come_back_the_latest_first():
    walked, first, second = trail(reading_of(NOTATION))
    assert [(mention.name, entry) for mention, entry in walked.back()] == [
        ("she", first),
        ("Bo Kim", second),
        ("Ann Lee", first),
    ]


def test_everyone_comes_once_the_one_mentioned_last_first():
    walked, first, second = trail(reading_of(NOTATION))
    assert list(walked.entries_back()) == [first, second]


def test_the_bearer_of_a_name_is_found_by_name_and_title():
    reading = reading_of(NOTATION)
    walked, first, _ = trail(reading)
    assert walked.bearer(word_of(reading.parse, "Ann")) == first
    assert walked.bearer(word_of(reading.parse, "mayor")) == first
    assert walked.bearer(word_of(reading.parse, "left")) is None

"""What is asked of a noun and of the speaker beside whom it stands."""

from service.attribution.affiliations.speaker_affiliations import position_contexts
from service.attribution.affiliations.weighing.position_context import SpeakerMentions
from tests.attribution.readings import annotated_of, mention_of

NOTATION = "The nurse/nsubj/slept slept/root .\nAnn_Lee/nsubj/ran/PERSON , a nurse/appos/Ann , ran/root ."


def test_the_first_name_is_not_the_first_mention():
    annotated = annotated_of(NOTATION)
    named, described = (mention_of(annotated, name) for name in ("Ann Lee", "The nurse"))
    own = SpeakerMentions(annotated.parse, [described, named])
    assert own.first_name == named.span
    assert own.nouns == {"nurse"}
    assert own.heads == {named.head, described.head}
    assert own.is_person


def test_whoever_has_no_name_has_no_first_one():
    annotated = annotated_of(NOTATION)
    own = SpeakerMentions(annotated.parse, [mention_of(annotated, "The nurse")])
    assert own.first_name is None
    assert not own.is_person


def test_a_noun_beside_a_name():
    annotated = annotated_of(NOTATION)
    (context,) = position_contexts(annotated, [mention_of(annotated, "Ann Lee")])
    assert (context.noun, context.noun_class, context.pattern, context.side) == ("nurse", "role", "after:,", "after")

"""The speakers of an article's answer."""

from service.attribution.article_speakers import ArticleSpeakers, content_id
from service.domain.quotations import SpeakerKind
from tests.attribution.readings import mention_of, resolver_of

ONE = "Ann_Lee/nsubj/said/PERSON said/root . Lee/nsubj/left/PERSON left/root ."
BOTH = "Ann_Lee/nsubj/said/PERSON and Bo_Kim/conj/Ann/PERSON said/root it/nsubj/works works/ccomp/said ."
POSTS = (
    "Ann_Lee/nsubj/said/PERSON , the mayor/appos/Ann , and Bo_Kim/conj/Ann/PERSON , the treasurer/appos/Bo , "
    "said/root it/nsubj/works works/ccomp/said ."
)


def test_an_entity_is_one_speaker_by_whatever_mention():
    annotated, resolver = resolver_of(ONE)
    speakers = ArticleSpeakers(annotated, resolver)
    full, short = (speakers.of(mention_of(annotated, name)) for name in ("Ann Lee", "Lee"))
    assert full == short
    (speaker,) = speakers.named
    assert (speaker.id, speaker.name, speaker.aliases) == (full[0], "Ann Lee", ("Lee",))


def test_who_speak_together_are_a_group_before_its_members():
    annotated, resolver = resolver_of(BOTH)
    speakers = ArticleSpeakers(annotated, resolver)
    ids = speakers.of(mention_of(annotated, "Ann Lee"))
    by_id = {speaker.id: speaker for speaker in speakers.named}
    assert [by_id[id_].name for id_ in ids] == ["Ann Lee and Bo Kim", "Ann Lee", "Bo Kim"]
    assert by_id[ids[0]].kind is SpeakerKind.GROUP


def test_who_speak_together_have_what_the_article_says_of_each():
    annotated, resolver = resolver_of(POSTS)
    speakers = ArticleSpeakers(annotated, resolver)
    together, lee, kim = speakers.of(mention_of(annotated, "Ann Lee"))
    roles = {speaker.id: [each.role for each in speaker.affiliations] for speaker in speakers.named}
    assert (roles[together], roles[lee], roles[kim]) == (["mayor", "treasurer"], ["mayor"], ["treasurer"])


def test_nobody_is_nobody():
    annotated, resolver = resolver_of(ONE)
    speakers = ArticleSpeakers(annotated, resolver)
    assert speakers.who(None, mention_of(annotated, "Ann Lee")) == ()
    assert speakers.relaying([]) == ()


def test_an_id_comes_of_the_content_alone():
    assert content_id("s", "a", "b") == content_id("s", "a", "b")
    assert len({content_id("s", "ab", "c"), content_id("s", "a", "bc"), content_id("q", "a", "bc")}) == 3

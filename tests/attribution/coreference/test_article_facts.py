"""What a whole article says of each entity in it."""

from service.attribution.coreference.article_facts import ArticleFacts, first_after, last_before
from service.attribution.coreference.resolver import CoreferenceResolver
from tests.attribution.parses import word_of
from tests.attribution.readings import clauses_of

STORY = (
    "Ann_Lee/nsubj/left/PERSON , the mayor/appos/Ann of Delta/nmod/mayor/LOC , left/root .\n\n"
    "She/nsubj/said said/root it/nsubj/works works/ccomp/said .\n\n"
    "Bo_Kim/nsubj/stayed/PERSON stayed/root ."
)


def facts_of(notation: str) -> ArticleFacts:
    annotated, clauses = clauses_of(notation)
    return ArticleFacts(annotated, clauses, CoreferenceResolver(annotated, clauses))


def entity(facts: ArticleFacts, name: str):
    return next(each for each in facts.entities if each.name == name)


def test_words_before_and_after():
    assert [last_before((2, 5), word) for word in (2, 3, 9)] == [None, 2, 5]
    assert [first_after((2, 5), word) for word in (0, 2, 5)] == [2, 5, None]


def test_who_is_mentioned_named_and_speaks_where():
    facts = facts_of(STORY)
    ann = entity(facts, "Ann Lee")
    first, she = word_of(facts.parse, "Ann"), word_of(facts.parse, "She")
    assert facts.named[ann] in ((first,), (first + 1,))
    assert she in facts.mentioned[ann]
    assert facts.speaks_at[ann] == (word_of(facts.parse, "said"),)
    assert entity(facts, "Bo Kim") not in facts.speaks_at
    assert "delta" in facts.position_words[ann]


def test_people_around_a_word():
    facts = facts_of(STORY)
    assert facts.people_before(word_of(facts.parse, "said")) == (entity(facts, "Ann Lee"),)
    assert facts.person_named_after(1) is entity(facts, "Bo Kim")
    assert facts.person_named_after(2) is None

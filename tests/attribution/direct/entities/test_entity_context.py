"""A quoted passage as the entities of the article see it."""

from service.attribution.direct.entities.entity_context import EntityContext, Situation
from tests.attribution.direct.entities.test_entity_evidence import ANN, CLAUSE, JOHN, SHE, TWICE, last_context


def names(context: EntityContext) -> list[str]:
    return [entity.name for entity in context.entities]


def test_the_likeliest_mention_and_whom_it_stands_for():
    context = last_context(SHE)
    assert context.top is not None
    assert context.owner is not None
    assert (context.top.mention.name, context.owner.name) == ("she", "Ann Lee")
    assert (context.pronoun, context.described) == (context.top.mention, None)


def test_people_before_are_counted_from_the_mention():
    people = last_context(f"{ANN} {JOHN}\n\n{CLAUSE.format('she/nsubj/said')}").people_before
    assert [entity.name for entity in people] == ["John Ray", "Ann Lee"]


def test_who_spoke_before_is_weighed_though_nobody_mentions_them():
    context = last_context(TWICE)
    assert context.situation in (Situation.HEADING, Situation.CARRIED_ON)
    assert names(context) == ["Ann Lee"]


def test_the_words_of_the_passage_are_folded():
    assert {"we", "won"} <= last_context(SHE).marked_words

"""Questions to a parse: of two sentences made by hand, counted through from 0."""

import pytest

from service.domain.articles import Sentence, Span, Token
from service.parsing.trees import Parse
from tests.attribution.parses import parsed, word_of

#         0   1           2              3        4     5       6    7   8     9
NOTATION = """
    Ann_Lee/nsubj/said/PERSON said/root that/mark/works the plan/nsubj/works works/ccomp/said .

    She/nsubj:pass/asked was/aux:pass/asked asked/root .
"""


@pytest.fixture(name="parse")
def fixture_parse() -> Parse:
    return parsed(NOTATION)


def tagged(*tags: str) -> Parse:
    """A sentence of words with these entity tags."""
    tokens = tuple(
        Token(Span(2 * index, 2 * index + 1, "a"), "a", "X", None, "dep", tag) for index, tag in enumerate(tags)
    )
    text = "a " * len(tags)
    return Parse(text, [Sentence(Span(0, len(text), text), 0, tokens)])


def test_words_are_counted_through_the_sentences(parse: Parse):
    assert len(parse) == 12
    assert [word_of(parse, text) for text in ("Ann", "said", "She", "asked")] == [0, 2, 8, 10]
    assert parse.sentence_words(0) == range(8)
    assert parse.sentence_words(1) == range(8, 12)


def test_a_word_knows_its_sentence_and_paragraph(parse: Parse):
    assert [parse.sentence(word) for word in (0, 7, 8, 11)] == [0, 0, 1, 1]
    assert [parse.paragraph(word) for word in (0, 7, 8, 11)] == [0, 0, 1, 1]


def test_heads_are_numbers_in_the_article_and_roots_have_none(parse: Parse):
    assert parse.head(0) == 2
    assert parse.head(8) == 10
    assert parse.head(2) is None
    assert parse.head(10) is None


def test_subtypes_of_relations_are_left_out(parse: Parse):
    assert parse.relation(8) == "nsubj"
    assert parse.children(10, "nsubj") == [8]
    assert parse.children(10, "aux") == [9]


@pytest.mark.parametrize(
    ("relations", "children"),
    [((), [0, 6, 7]), (("ccomp",), [6]), (("ccomp", "nsubj"), [0, 6]), (("obj",), [])],
)
def test_children_in_order_by_relation(parse: Parse, relations: tuple[str, ...], children: list[int]):
    assert parse.children(2, *relations) == children
    assert parse.child(2, *relations) == (children[0] if children else None)


def test_ancestors_lead_to_the_root(parse: Parse):
    assert list(parse.ancestors(word_of(parse, "plan"))) == [6, 2]
    assert list(parse.ancestors(word_of(parse, "said"))) == []


def test_ancestors_of_a_circle_end():
    tokens = tuple(Token(Span(n, n + 1, "a"), "a", "X", 1 - n, "dep", "O") for n in (0, 1))
    parse = Parse("aa", [Sentence(Span(0, 2, "aa"), 0, tokens)])
    assert list(parse.ancestors(0)) == [1]


def test_the_top_of_a_name_stands_for_it_in_the_sentence(parse: Parse):
    assert [parse.top(word) for word in (0, 1, 5)] == [0, 0, 5]


def test_subtree_is_in_order_and_leaves_branches_out(parse: Parse):
    assert parse.subtree(6) == [3, 4, 5, 6]
    assert parse.subtree(6, without=[word_of(parse, "plan")]) == [3, 6]
    assert parse.subtree(0) == [0, 1]


def test_words_by_offsets(parse: Parse):
    start = parse.text.index("plan")
    assert parse.within(start, start + 4) == range(5, 6)
    assert parse.within(start + 1, start + 4) == range(6, 6)
    assert parse.within(0, len(parse.text)) == range(12)


@pytest.mark.parametrize(("offset", "word"), [(0, 0), (2, 0), (3, 0), (4, 1), (10_000, 11)])
def test_the_word_at_an_offset_is_the_one_before_where_none_holds_it(parse: Parse, offset: int, word: int):
    assert parse.at(offset) == word


def test_no_word_stands_before_the_first():
    assert Parse(" a", []).at(0) is None


def test_span_of_words_is_a_slice(parse: Parse):
    span = parse.span(0, 2)
    assert (span.start, span.end, span.text) == (0, 12, "Ann Lee said")


def test_word_forms_are_folded(parse: Parse):
    assert (parse.lower(0), parse.lemma(2)) == ("ann", "say")


def test_parts_of_speech(parse: Parse):
    assert [word for word in range(len(parse)) if parse.is_verbal(word)] == [2, 6, 9, 10]
    assert [word for word in range(len(parse)) if parse.is_nominal(word)] == [0, 1, 5, 8]


@pytest.mark.parametrize(
    ("tags", "entities"),
    [
        (("O", "S-ORG", "O"), [(1, 1, "ORG")]),
        (("B-PERSON", "I-PERSON", "E-PERSON"), [(0, 2, "PERSON")]),
        (("B-PERSON", "E-PERSON", "S-PERSON"), [(0, 1, "PERSON"), (2, 2, "PERSON")]),
        (("B-ORG", "E-ORG", "B-LOC", "E-LOC"), [(0, 1, "ORG"), (2, 3, "LOC")]),
        (("O", "I-ORG", "I-ORG"), [(1, 2, "ORG")]),
        (("B-ORG", "I-LOC"), [(0, 0, "ORG"), (1, 1, "LOC")]),
        (("B-ORG", "O"), [(0, 0, "ORG")]),
        (("O", "O"), []),
        ((), []),
    ],
)
def test_entities_are_read_as_far_as_their_tags_go(tags: tuple[str, ...], entities: list[tuple[int, int, str]]):
    assert list(tagged(*tags).entities()) == entities

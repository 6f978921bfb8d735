"""Which versions are one statement, by their links alone."""

from dataclasses import dataclass
from itertools import permutations

from service.domain.judgements import Judgement, Subject
from service.linking.statements.clustering import group
from service.linking.statements.matching import Match


@dataclass(frozen=True)
class Version:
    """A version of one quotation in one article."""

    id: str
    article: str

    @property
    def quotation_ids(self) -> tuple[str, ...]:
        """Its quotation."""
        return (f"q{self.id}",)

    @property
    def article_ids(self) -> frozenset[str]:
        """Its article."""
        return frozenset(self.article)


A, B, C = Version("a", "1"), Version("b", "2"), Version("c", "3")


def match(first, second, score=3.0, *, is_repeated=False):
    return Match(first.id, second.id, score, is_repeated)


def judgement(first, second, verdict):
    return Judgement("j", Subject.STATEMENT, f"q{first.id}", f"q{second.id}", verdict, "ann", 0.0)


def test_without_links_each_is_alone():
    assert group([A, B], []).groups == (("a",), ("b",))


def test_a_link_makes_one_statement():
    found = group([A, B, C], [match(A, B)])
    assert found.groups == (("a", "b"), ("c",))
    assert found.alike == {("a", "b")}


def test_a_chain_is_no_statement_where_its_ends_are_not_alike():
    """What resembles two others weakly joins the one that it resembles more."""
    assert group([A, B, C], [match(A, B, 0.5), match(B, C, 0.4)]).groups == (("a", "b"), ("c",))


def test_one_article_repeats_a_statement_only_word_for_word():
    again = Version("d", "1")
    assert group([A, again], [match(A, again)]).groups == (("a",), ("d",))
    assert group([A, again], [match(A, again, is_repeated=True)]).groups == (("a", "d"),)


def test_what_an_editor_unites_needs_no_link():
    assert group([A, B], [], [judgement(A, B, "same")]).groups == (("a", "b"),)


def test_what_an_editor_keeps_apart_stays_apart():
    assert group([A, B], [match(A, B)], [judgement(A, B, "different")]).groups == (("a",), ("b",))


def test_a_judgement_of_what_is_not_there_changes_nothing():
    assert group([A, B], [match(A, B)], [judgement(A, C, "different")]).groups == (("a", "b"),)


def test_the_order_does_not_matter():
    links = [match(A, B, 2.0), match(B, C, 1.5), match(A, C, 0.5)]
    found = {group(versions, some).groups for versions in permutations([A, B, C]) for some in permutations(links)}
    assert len(found) == 1

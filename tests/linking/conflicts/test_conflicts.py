"""All conflicts of a statement and of a speaker."""

from dataclasses import replace

from service.domain.articles import Article
from service.domain.conflicts import Conflict, ConflictKind, Severity
from service.domain.quotations import QuotationKind
from service.linking.conflicts.conflicts import conflicts_of_speaker, conflicts_of_statement, gravest_first
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from service.linking.statements.statements import StatementCluster
from tests.linking.reports import affiliation, report, speaker

TEN, SIX = "We count ten wells in the dry valley.", "We count six wells in the dry valley."
CONFLICT = Conflict("c", ConflictKind.WORDING, Severity.LOW, "s", None, "", ())


def kinds_of(*reports):
    versions = duplicates_of(passage for one in reports for passage in comparable_quotations(one))
    pairs = [(left, right) for place, left in enumerate(versions) for right in versions[place + 1 :]]
    found = conflicts_of_statement(StatementCluster.of(versions, pairs), [one.article for one in reports])
    return [conflict.kind for conflict in found]


def test_speaker_and_wording_may_both_differ():
    reports = report("a", ("Ana Pérez", TEN)), report("b", ("Omar Said", SIX))
    assert kinds_of(*reports) == [ConflictKind.SPEAKER, ConflictKind.WORDING]


def test_words_without_marks_contradict_nobody():
    rendering = report("b", ("Omar Said", SIX), kind=QuotationKind.INDIRECT)
    assert kinds_of(report("a", ("Ana Pérez", TEN)), rendering) == []


def test_one_article_does_not_contradict_itself():
    assert kinds_of(report("a", ("Ana Pérez", TEN), ("Ana Pérez", SIX))) == []


def test_a_speaker_has_one_conflict_at_most():
    told = [
        affiliation(role, "Food Fund", article_id=id_)
        for id_, role in zip("abc", ("director", "owner", "nurse"), strict=True)
    ]
    articles = [Article(id_, "") for id_ in "abc"]
    assert len(conflicts_of_speaker(speaker("Ana Pérez", affiliations=told), articles)) == 1
    assert conflicts_of_speaker(speaker("Ana Pérez", affiliations=told[:1]), articles) == ()


def test_the_gravest_come_first_then_by_id():
    found = [
        CONFLICT,
        replace(CONFLICT, id="b", severity=Severity.HIGH),
        replace(CONFLICT, id="a", severity=Severity.HIGH),
        replace(CONFLICT, id="d", severity=Severity.MEDIUM),
    ]
    assert [conflict.id for conflict in gravest_first(found)] == ["a", "b", "d", "c"]

"""Words that one article reports as said, and another as denied."""

from dataclasses import replace

import pytest

from service.domain.conflicts import ConflictClass, Severity
from service.domain.quotations import ReportedAs
from service.linking.analysis import compare
from service.linking.conflicts.denials import denial_conflict
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from service.linking.statements.statements import StatementCluster
from tests.linking.reports import report

WORDS = "The wells of the valley have been dry since the spring festival."
SAID = report("a", ("Ana Pérez", WORDS))


def denied(made, place=0):
    """The report as if one of its quotations were one of words that were denied."""
    attributions = list(made.attributions)
    quotation = replace(attributions[place].quotation, reported_as=ReportedAs.DENIED)
    attributions[place] = replace(attributions[place], quotation=quotation)
    return replace(made, attributions=tuple(attributions))


def conflict_of(*reports):
    """The conflict over a statement that all quotations report, all pairs compared."""
    versions = duplicates_of(passage for one in reports for passage in comparable_quotations(one))
    pairs = [(left, right) for place, left in enumerate(versions) for right in versions[place + 1 :]]
    return denial_conflict(StatementCluster.of(versions, pairs), pairs, [one.article for one in reports])


@pytest.mark.parametrize("name", [None, "Ana Pérez"])
def test_what_one_article_reports_another_reports_as_denied(name: str | None):
    """Whether the other names who denies it or not."""
    conflict = conflict_of(SAID, denied(report("b", (name, WORDS))))
    assert [claim.value for claim in conflict.claims] == ["Ana Pérez", "denied"]
    assert [claim.article_ids for claim in conflict.claims] == [("a",), ("b",)]
    assert (conflict.class_, conflict.severity) == (ConflictClass.DENIED, Severity.MEDIUM)
    assert conflict.summary.endswith("is attributed to Ana Pérez in a and denied in b.")


def test_who_contradicts_another_does_not_deny_having_said_it():
    assert conflict_of(SAID, denied(report("b", ("Omar Said", WORDS)))) is None


def test_two_articles_that_report_a_denial_agree():
    assert conflict_of(denied(SAID), denied(report("b", (None, WORDS)))) is None


def test_what_is_nobodys_is_not_denied():
    assert conflict_of(report("a", (None, WORDS)), denied(report("b", (None, WORDS)))) is None


def test_an_article_that_reports_both_only_says_more():
    assert conflict_of(SAID, denied(report("b", (None, WORDS), ("Ana Pérez", WORDS)))) is None


def test_a_few_words_of_a_longer_sentence_are_denied_by_many():
    assert conflict_of(SAID, denied(report("b", (None, "dry since the festival")))) is None
    assert conflict_of(SAID, denied(report("b", (None, "dry since the spring festival")))) is not None


def test_an_analysis_has_the_conflict():
    for order in (1, -1):
        analysis = compare((SAID, denied(report("b", (None, WORDS))))[::order])
        assert [one.class_ for one in analysis.conflicts] == [ConflictClass.DENIED]

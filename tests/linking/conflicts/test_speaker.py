"""Two authors of one statement."""

from dataclasses import replace

import pytest

from service.domain.conflicts import ConflictClass, Severity
from service.domain.quotations import ReportedAs
from service.linking.conflicts.speaker import speaker_conflict
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from service.linking.statements.statements import StatementCluster
from tests.linking.reports import report, speaker

WORDS = "The wells of the valley have been dry since the spring festival."


def conflict_of(*reports):
    """The conflict over a statement of which each report prints one version, all pairs compared."""
    versions = duplicates_of(passage for one in reports for passage in comparable_quotations(one))
    pairs = [(left, right) for place, left in enumerate(versions) for right in versions[place + 1 :]]
    return speaker_conflict(StatementCluster.of(versions, pairs), pairs, [one.article for one in reports])


def test_two_people_contradict_each_other():
    conflict = conflict_of(report("a", ("Ana Pérez", WORDS)), report("b", ("Omar Said", WORDS)))
    assert [claim.value for claim in conflict.claims] == ["Ana Pérez", "Omar Said"]
    assert conflict.severity is Severity.HIGH


def test_few_words_of_a_longer_sentence_may_be_said_by_two():
    """As a whole, and as five words in a row, they are one person's."""
    short, long = report("a", ("Ana Pérez", "They insult us.")), report("b", ("Omar Said", "They insult us every day."))
    assert conflict_of(short, long) is None
    assert conflict_of(short, report("b", ("Omar Said", "They insult us"))) is not None
    assert conflict_of(report("a", ("Ana Pérez", "It's unhinged")), report("b", ("Omar Said", "unhinged"))) is None
    assert conflict_of(report("a", ("Ana Pérez", "A disaster")), report("b", ("Omar Said", "a disaster"))) is None
    assert conflict_of(report("a", ("Ana Pérez", "The wells have been dry")), report("b", ("Omar Said", WORDS))) is None
    assert conflict_of(report("a", ("Ana Pérez", "dry since the spring festival")), report("b", ("Omar Said", WORDS)))


@pytest.mark.parametrize("name", ["Pérez", "Ana Pérez", "A. Pérez", ""])
def test_a_shorter_name_or_none_contradicts_nobody(name: str):
    assert conflict_of(report("a", ("Ana Pérez", WORDS)), report("b", (name, WORDS))) is None


def test_an_unnamed_person_may_yet_be_the_other():
    conflict = conflict_of(report("a", ("Ana Pérez", WORDS, ("mayor", None))), report("b", ("nurse", WORDS)))
    assert conflict.severity is Severity.MEDIUM


def test_an_article_that_names_both_is_no_contradiction():
    assert (
        conflict_of(report("a", ("Ana Pérez", WORDS), ("Omar Said", WORDS)), report("b", ("Omar Said", WORDS))) is None
    )


def test_whose_words_another_article_passes_on_is_a_relay():
    relayed = report("b", ("Omar Said", WORDS))
    attributions = (replace(relayed.attributions[0], via=("relay",)),)
    speakers = (*relayed.speakers, speaker("Ana Pérez", speaker_id="relay"))
    relayed = replace(relayed, attributions=attributions, speakers=speakers)
    conflict = conflict_of(report("a", ("Ana Pérez", WORDS)), relayed)
    assert (conflict.class_, conflict.severity) == (ConflictClass.RELAYED, Severity.MEDIUM)


def test_who_denies_the_words_is_not_their_author():
    other = report("b", ("Omar Said", WORDS))
    (attribution,) = other.attributions
    quotation = replace(attribution.quotation, reported_as=ReportedAs.DENIED)
    other = replace(other, attributions=(replace(attribution, quotation=quotation),))
    assert conflict_of(report("a", ("Ana Pérez", WORDS)), other) is None


def test_who_prints_a_few_of_the_words_is_on_a_side_too():
    conflict = conflict_of(
        report("a", ("Ana Pérez", WORDS)),
        report("b", ("Omar Said", WORDS)),
        report("c", ("Ana Pérez", "have been dry")),
        report("d", ("Ana Pérez", "the spring"), ("Omar Said", "the wells")),
    )
    assert [claim.article_ids for claim in conflict.claims] == [("a", "c"), ("b",)]

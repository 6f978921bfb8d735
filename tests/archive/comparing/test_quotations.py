"""Quotations as they are compared: duplicates once, under the keys that the store has for them."""

from dataclasses import replace

from service.archive.comparing.quotations import (
    UNDATED,
    duplicates_among,
    duplicates_of,
    number_of,
    postings,
    quoted,
    representative,
    version_id,
)
from service.archive.encoding import encode
from service.archive.engine import TEXT, frame_of
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of as duplicates_in
from service.store.links.index_keys import QuotationKeys
from tests.archive.archives import REPORTS
from tests.linking.reports import report

WORDS = "Nobody knew how deep the water in the old mine stood."


def frame(*reports):
    return quoted(frame_of([(encode(one),) for one in reports], {"analysis": TEXT}))


def test_every_quotation_is_compared_by_what_linking_compares():
    found = {row["id"]: row for row in frame(*REPORTS).to_pylist()}
    passages = [passage for one in REPORTS for passage in comparable_quotations(one)]
    assert found.keys() == {passage.id for passage in passages}
    for version in duplicates_in(passages):
        rows = [found[passage.id] for passage in version.passages]
        assert {version_id(row["version"]) for row in rows} == {version.id}
        assert [one.words for one in duplicates_of(number_of(version.id), rows).passages] == [
            passage.words for passage in version.passages
        ]


def test_quotations_that_are_the_same_are_duplicates():
    reports = [report(name, ("Ana", WORDS), published_at="2024-06-01") for name in "ab"]
    quotations = frame(*reports, replace(REPORTS[0]))
    assert quotations.count_rows() - duplicates_among(quotations).count_rows() == 1


def test_periods_are_those_of_the_days():
    dated, undated = (frame(report("a", ("Ana", WORDS), published_at=day)).to_pylist() for day in ("1970-01-30", None))
    assert [(row["day"], row["period"]) for row in (*dated, *undated)] == [(29, 1), (None, UNDATED)]


def test_keys_are_those_of_the_store():
    duplicates = duplicates_among(frame(REPORTS[4]))
    for row in duplicates.to_pylist():
        keys = QuotationKeys.of(representative(row["version"], row["sample"], row["topic"]))
        found = [key for key in postings(duplicates).to_pylist() if key["version"] == row["version"]]
        assert {key["key"] for key in found} == keys.words.keys()
        assert {key["key"] for key in found if key["is_lone"]} == keys.lone
        assert {key["key"] for key in found if key["word"] is None} == {
            key for key, word in keys.words.items() if word is None
        }

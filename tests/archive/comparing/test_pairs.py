"""Candidates and matches are those that linking finds among the same quotations."""

import pytest

from service.archive.comparing import pairs
from service.archive.comparing.pairs import candidates, common_keys, matches, periods_near
from service.archive.comparing.quotations import UNDATED, duplicates_among, postings, quoted, version_id
from service.archive.encoding import encode
from service.archive.engine import TEXT, frame_of
from service.archive.steps import Steps
from service.linking.statements import blocking
from service.linking.statements.blocking import candidate_pairs
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from service.linking.statements.matching import matches_of
from tests.archive.archives import REPORTS, WORDS, newsroom
from tests.linking.reports import report


def found_in(folder, reports):
    """The candidates and the matches of an archive of these reports, as pairs of ids."""
    steps = Steps(str(folder))
    quotations = quoted(frame_of([(encode(one),) for one in reports], {"analysis": TEXT}))
    duplicates = steps.table("a/duplicates", lambda: duplicates_among(quotations), are_apart=True)
    keys = steps.table("a/keys", lambda: postings(duplicates.frame()), are_apart=True)
    common = common_keys(keys.frame(), 0)
    for part in range(1, pairs.N_COUNTS):
        common = common.concat(common_keys(keys.frame(), part))
    both = [candidates(keys, common.select("key"), period) for period in duplicates.periods]
    matched = [matches(some, duplicates, period) for some, period in zip(both, duplicates.periods, strict=True)]
    return (
        sorted((version_id(row["version"]), version_id(row["other"])) for one in both for row in one.to_pylist()),
        sorted((version_id(row["first"]), version_id(row["second"])) for one in matched for row in one.to_pylist()),
    )


@pytest.mark.parametrize("most", [3, 100])
def test_they_are_those_of_linking(tmp_path, monkeypatch, most):
    monkeypatch.setattr(blocking, "MAX_BLOCK_SIZE", most)
    monkeypatch.setattr(pairs, "MAX_BLOCK_SIZE", most)
    reports = (*REPORTS, *newsroom(8))
    versions = duplicates_of(passage for one in reports for passage in comparable_quotations(one))
    expected = sorted((one.id, other.id) for one, other in candidate_pairs(versions))
    assert found_in(tmp_path, reports) == (expected, sorted((one.first, one.second) for one in matches_of(versions)))
    assert expected


def test_reports_four_weeks_apart_are_compared_and_no_others(tmp_path):
    days = ("2024-06-01", "2024-06-29", "2024-07-28", None)
    reports = [report(str(place), (f"Ana {place}", WORDS), published_at=day) for place, day in enumerate(days)]
    candidates_found, _ = found_in(tmp_path, reports)
    # All pairs but three: of the first with the third, and of the second with the third, which lie 29 days apart.
    assert len(candidates_found) == 4


def test_a_period_is_compared_with_its_neighbours_and_what_has_no_date():
    periods = (UNDATED, 3, 4, 6, 7)
    assert periods_near(4, periods) == [UNDATED, 3, 4]
    assert periods_near(6, periods) == [UNDATED, 6, 7]
    assert periods_near(UNDATED, periods) == list(periods)

"""Candidates and matches are those that linking finds among the same quotations."""

from functools import partial
from itertools import chain

import pytest

from service.archive.comparing import pairs
from service.archive.comparing.pairs import (
    Slice,
    candidates,
    common_keys,
    key_part,
    matches,
    periods_near,
    shared_keys,
    slices_of,
)
from service.archive.comparing.quotations import UNDATED, duplicates_among, postings, quoted, version_id
from service.archive.encoding import encode
from service.archive.engine import INTEGER, TEXT, col, frame_of
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
    duplicates = steps.table("a/duplicates", lambda: duplicates_among(quotations), apart=col("period"))
    keys = steps.table("a/keys", lambda: postings(duplicates.frame()), apart=key_part(3))
    parts = [partial(lambda part: shared_keys(keys.frame([part])), part) for part in keys.parts]
    shared = steps.table("a/shared", *parts, apart=col("period"))
    slices = list(slices_of(duplicates))
    both = [candidates(shared, some) for some in slices]
    matched = [matches(met, duplicates, some) for met, some in zip(both, slices, strict=True)]
    return (
        sorted((version_id(row["version"]), version_id(row["other"])) for one in both for row in one.to_pylist()),
        sorted((version_id(row["first"]), version_id(row["second"])) for one in matched for row in one.to_pylist()),
    )


@pytest.mark.parametrize(("most", "n_together"), [(3, 8_000), (100, 5)], ids=["small blocks", "many slices"])
def test_they_are_those_of_linking(tmp_path, monkeypatch, most, n_together):
    monkeypatch.setattr(pairs, "_SLICE", n_together)
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


def test_each_of_a_period_is_in_one_slice(tmp_path):
    rows = [(place * 2**16 + 5, 3) for place in range(7)]
    table = Steps(str(tmp_path)).table(
        "a/duplicates", lambda: frame_of(rows, {"version": INTEGER, "period": INTEGER}), apart=col("period")
    )
    found = [Slice(3, place, 3).of(table).to_pydict()["version"] for place in range(3)]
    assert list(map(len, found)) == [3, 2, 2]
    assert sorted(chain.from_iterable(found)) == [version for version, _ in rows]


def test_keys_of_one_alone_and_of_too_many_bring_nobody_together(monkeypatch):
    monkeypatch.setattr(pairs, "MAX_BLOCK_SIZE", 3)
    holders = {4: 1, 8: 2, 12: 3, 16: 4}
    rows = [(key, version) for key, n in holders.items() for version in range(n)]
    postings_found = frame_of(rows, {"key": INTEGER, "version": INTEGER})
    assert set(shared_keys(postings_found).to_pydict()["key"]) == {8, 12}
    assert common_keys(postings_found).to_pylist() == [{"key": 16, "n_holders": 4}]


def test_a_period_is_compared_with_its_neighbours_and_what_has_no_date():
    periods = (UNDATED, 3, 4, 6, 7)
    assert periods_near(4, periods) == [UNDATED, 3, 4]
    assert periods_near(6, periods) == [UNDATED, 6, 7]
    assert periods_near(UNDATED, periods) == list(periods)

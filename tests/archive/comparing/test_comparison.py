"""The comparison of an archive finds what that of all articles at once finds, however often it is broken off."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from service.archive.comparing import comparison, pairs, parts
from service.archive.steps import Steps
from service.linking.statements import blocking
from tests.archive.archives import REPORTS, archived, at_once, begun, by_the_contract, newsroom, real_stories, rows


@pytest.mark.parametrize("reports", [REPORTS, REPORTS[::-1], REPORTS[:1], ()], ids=["all", "reversed", "one", "none"])
def test_it_finds_what_one_comparison_finds(tmp_path, reports):
    assert by_the_contract(archived(tmp_path, reports)) == at_once(reports)


def test_the_reports_disagree_in_every_way():
    assert {row["kind"] for row in at_once(REPORTS)["conflicts"].values()} == {"speaker", "affiliation", "wording"}


@pytest.mark.slow
def test_a_newsroom_of_many_articles_is_compared_the_same(tmp_path, monkeypatch):
    """With blocks so small that many keys count for nothing, and parts so small that there are several."""
    monkeypatch.setattr(blocking, "MAX_BLOCK_SIZE", 5)
    monkeypatch.setattr(pairs, "MAX_BLOCK_SIZE", 5)
    monkeypatch.setattr(parts, "_ARTICLES", 12)
    monkeypatch.setattr(pairs, "_SLICE", 100)
    monkeypatch.setattr(comparison, "_NAMES", 10)
    reports = newsroom(40)
    found = archived(tmp_path, reports)
    assert by_the_contract(found) == at_once(reports)
    steps = Steps(str(tmp_path))
    assert steps.parts("compare/common-keys").n_rows > 10
    assert len(steps.of("compare/placed").parts) == 4
    assert len(list((tmp_path / "steps/compare/matches").glob("*.json"))) > 2


@pytest.mark.model
@pytest.mark.slow
def test_real_stories_are_compared_the_same(tmp_path):
    reports = real_stories(2)
    assert by_the_contract(archived(tmp_path, reports)) == at_once(reports)


DRIVER = """
import sys
from service.archive.comparing.comparison import compare_archive
from service.archive.steps import Steps

steps = Steps(sys.argv[1])
compare_archive(steps, steps.done("compare/read"))
"""


@pytest.mark.slow
def test_a_driver_that_is_killed_goes_on_where_it_was(tmp_path):
    """Killed twice, at moments that differ from run to run; then carried to the end."""
    reports = newsroom(40)
    steps = begun(tmp_path, reports)
    for _ in range(2):
        driver = subprocess.Popen([sys.executable, "-c", DRIVER, str(tmp_path)])
        time.sleep(random.uniform(1, 4))
        os.kill(driver.pid, signal.SIGKILL)
        driver.wait()
    found = comparison.compare_archive(steps, steps.done("compare/read"))
    assert by_the_contract(rows(found)) == at_once(reports)

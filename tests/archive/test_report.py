"""What is told of a run while it goes on, and at its end."""

import pytest

from service.archive.comparing.comparison import compare_archive
from service.archive.engine import INTEGER, TEXT, frame_of
from service.archive.report import Progress, Report, duration, report_of
from service.archive.steps import Steps
from tests.archive.archives import REPORTS, begun


def test_a_report_counts_and_tells_rates():
    report = Report(3, 1_200, 60.0, {"articles": 3, "quotations": 9}, {"clash": 1, "invalid": 2}, {"negation": 1})
    assert report.lines() == [
        "3 articles, 9 quotations",
        "1,200 words read in 1 min 0 s: 20 a second",
        "errors: 1 clash, 2 invalid",
        "conflicts: 1 negation",
    ]


def test_a_report_is_made_of_the_tables(tmp_path):
    steps = begun(tmp_path, REPORTS)
    compared = compare_archive(steps, steps.done("compare/read"))
    read = steps.table("read/0", lambda: frame_of([(40,), (2,)], {"n_words": INTEGER}))
    errors = steps.table("errors", lambda: frame_of([("clash",), ("clash",)], {"error": TEXT}))
    report = report_of(compared, read, errors)
    assert (report.n_articles, report.n_words, report.errors) == (len(REPORTS), 42, {"clash": 2})
    assert sum(report.conflicts.values()) == compared.conflicts.n_rows == report.counts["conflicts"] > 2


def test_nothing_read_in_no_time():
    assert Report(0, 0, 0.0, {}, {}, {}).lines()[1:] == [
        "0 words read in 0 s: 0 a second",
        "errors: none",
        "conflicts: none",
    ]


def test_progress_tells_what_is_left(tmp_path):
    told: list[str] = []
    progress = Progress(told.append, 10)
    table = Steps(str(tmp_path)).table("a/b", lambda: frame_of([(1,), (2,)], {"n": INTEGER}))
    progress.done(table, is_new=False)
    assert (progress.n_done, told) == (2, [])
    progress.done(table, is_new=True)
    assert told[0].startswith("read 4 of 10 articles, ")
    assert told[0].endswith(" left")


@pytest.mark.parametrize(("seconds", "said"), [(0.4, "0 s"), (42, "42 s"), (200, "3 min 20 s"), (7500, "2 h 5 min")])
def test_durations(seconds, said):
    assert duration(seconds) == said

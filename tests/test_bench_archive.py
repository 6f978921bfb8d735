"""The report on archives: what is kept of measurements, and what is reckoned from them."""

from bench.archive_report import Taken, keep, kept, report


def _read(name: str, n: int, cpu: float) -> Taken:
    return Taken(name, n, cpu, cpu, 300, {"words": 200 * n, "conflicts": n}, 1.0)


def test_what_is_measured_again_takes_the_place_of_what_was(tmp_path):
    path = tmp_path / "taken.jsonl"
    for cpu in (3.0, 2.0):
        keep(path, _read("plain", 100, cpu))
    keep(path, _read("archive", 100, 4.0))
    assert [(one.name, one.cpu) for one in kept(path)] == [("archive", 4.0), ("plain", 2.0)]


def test_many_articles_are_reckoned_from_two_sizes():
    """Ten seconds to start and 0.1 for an article, beside 5 and 0.1: of 20,000 articles, 2,005 and 2,010 seconds."""
    taken = [_read(name, n, start + n / 10) for name, start in (("archive", 10), ("plain", 5)) for n in (100, 1000)]
    text = report(taken)
    assert "takes 100.0 ms of CPU in the plain loop" in text
    assert "100 % of the plain loop's words" in text
    assert "75 %" in text
    assert "## Comparing" not in text

"""Digests, and the record of accuracy."""

from dataclasses import replace
from pathlib import Path

from bench.figures import FIGURES
from bench.report import accuracy_record
from service.version import MODELS, Build, build_of, measured_accuracy

REPORT = Path(__file__).parent.parent / "bench" / "accuracy.md"


def test_the_digests_tell_parts_apart(tmp_path: Path):
    build = build_of(MODELS)
    assert {len(digest) for digest in (build.code, build.models, build.weights)} == {64}
    (tmp_path / "pos.pt").write_bytes(b"other")
    other = build_of(tmp_path)
    assert other.models != build.models
    assert replace(other, models=build.models) == build


def test_the_figures_are_those_of_the_report():
    """Where this fails: `make accuracy` writes both."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in REPORT.read_text("utf-8").splitlines()]
    names = {figure.name for figure in FIGURES}
    assert dict(measured_accuracy().figures) == {row[0]: float(row[2]) for row in rows if row[0] in names}


def test_only_what_was_measured_is_recorded():
    record = accuracy_record({"seeds.found": 0.98765}, Build("a", "b", "c"))
    assert '"figures": {\n    "seeds: quotations found": 98.8\n  }' in record
    assert '"code": "a"' in record

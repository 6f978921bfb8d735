"""What is printed of pip-audit's report; that it can be installed and asked is for the CI to try."""

import json

import pytest

from scripts.audit import findings

FINE = {"name": "flask", "version": "3.1.0", "vulns": []}
FAULT = {"id": "PYSEC-2026-1", "fix_versions": ["3.1.1", "3.2.0"], "description": "…"}
FAULTY = {**FINE, "name": "jinja2", "vulns": [FAULT, {**FAULT, "id": "PYSEC-2026-2", "fix_versions": []}]}
UNKNOWN = {"name": "torch", "skip_reason": "Dependency not found on PyPI and could not be audited: torch (2.13.0)"}


def found(*packages) -> tuple[list[str], int]:
    return findings(json.dumps({"dependencies": packages, "fixes": []}))


def test_packages_without_faults():
    assert found(FINE) == (["audit: 0 known faults in 1 packages."], 0)


def test_each_fault_is_a_line():
    assert found(FINE, FAULTY, UNKNOWN) == (
        [
            "audit: jinja2 3.1.0 has PYSEC-2026-1, mended in 3.1.1, 3.2.0",
            "audit: jinja2 3.1.0 has PYSEC-2026-2, mended in none",
            "audit: 2 known faults in 2 packages.",
            "audit: nothing is known of torch.",
        ],
        2,
    )


def test_where_nothing_is_known_of_any_the_list_cannot_be_reached():
    assert found(UNKNOWN) == (["audit: skipped, for the list of known faults cannot be reached here."], 0)


def test_what_is_no_report_is_refused():
    with pytest.raises(ValueError, match="Expecting value"):
        findings("")

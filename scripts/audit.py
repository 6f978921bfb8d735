"""`python scripts/audit.py LOCK`: the known faults of the pinned packages, by pip-audit in an environment of its own.

It ends with 1 where a package has one. Where pip-audit or its list of faults cannot be reached, one line says so.
"""

import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

_AUDITOR = "pip-audit==2.10.1"
_SECONDS = 300


def main() -> int:
    """Audit, and print what was found."""
    try:
        report = _asked(Path(sys.argv[1]))
    except (subprocess.SubprocessError, ValueError) as error:
        print(f"audit: skipped, for {_AUDITOR} cannot be used here ({type(error).__name__}).")
        return 0
    lines, n_faults = findings(report)
    print(*lines, sep="\n")
    return int(n_faults > 0)


def findings(report: str) -> tuple[list[str], int]:
    """The lines to print of pip-audit's report in JSON, and how many faults are known; raises ValueError."""
    packages = json.loads(report)["dependencies"]
    unknown = [each["name"] for each in packages if "skip_reason" in each]
    lines = [
        f"audit: {each['name']} {each['version']} has {fault['id']}, mended in {_versions(fault['fix_versions'])}"
        for each in packages
        for fault in each.get("vulns", ())
    ]
    n_faults = len(lines)
    if len(unknown) == len(packages):
        lines.append("audit: skipped, for the list of known faults cannot be reached here.")
    else:
        lines.append(f"audit: {n_faults} known faults in {len(packages) - len(unknown)} packages.")
        lines += [f"audit: nothing is known of {name}." for name in unknown]
    return lines, n_faults


def _versions(found: Sequence[str]) -> str:
    return ", ".join(found) or "none"


def _asked(lock: Path) -> str:
    with TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = f"{folder}/bin/python"
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", _AUDITOR]
        subprocess.run(install, check=True, capture_output=True, timeout=_SECONDS)
        audit = [python, "-m", "pip_audit", "--requirement", str(lock), "--no-deps", "--disable-pip"]
        # Its status is 1 for faults and for failures alike: what it prints tells them apart.
        return subprocess.run(
            [*audit, "--progress-spinner", "off", "--format", "json"],
            check=False,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
        ).stdout


if __name__ == "__main__":
    sys.exit(main())

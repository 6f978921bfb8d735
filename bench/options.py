"""The command-line options of the measurements on labelled articles."""

import argparse
from pathlib import Path

_SHARED = Path(__file__).parent.parent.parent / "shared"


def measuring_options(description: str | None, output: Path) -> argparse.Namespace:
    """The folders `shared` and `cache`, and the file `output` for the report."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=_SHARED, help="folder of the labelled articles")
    parser.add_argument("--cache", type=Path, help="folder in which parses are kept, such as out/parses")
    parser.add_argument("--output", type=Path, default=output)
    return parser.parse_args()

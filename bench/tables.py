"""Tables in Markdown, and the pages that hold them."""

from collections.abc import Sequence
from pathlib import Path

_NOTES = "\n## Notes\n"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows under their head: the first column to the left, the others, which are numbers, to the right."""
    widths = [max(3, *(len(row[column]) for row in (head, *rows))) for column in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(row, widths) for row in (head, rule, *rows)) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return f"| {' | '.join(padded)} |"


def write_above_notes(path: Path, report: str) -> None:
    """Write the report; what the page says below the heading "Notes", by hand, stays."""
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(report + "".join(before.partition(_NOTES)[1:]), encoding="utf-8")


def percent(part: float | None) -> str:
    """A part of one in per cent; a dash where there is none."""
    return "–" if part is None else f"{100 * part:.1f}"

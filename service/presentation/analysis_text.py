"""An analysis as plain text for a terminal: a table of quotations for each article, then the conflicts."""

import re
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from textwrap import indent, shorten, wrap

from service.domain.articles import Article
from service.domain.conflicts import Analysis, Claim, Conflict
from service.domain.limits import ReachedLimit
from service.domain.quotations import CERTAIN_ENOUGH, Attribution, Speaker
from service.presentation.affiliation_text import affiliation_texts
from service.presentation.certainty import certain_part
from service.presentation.conflict_view import ConflictView, SideView, conflict_view
from service.presentation.quotation_text import distinct_quotations, quotation_text

# A line stays readable between these; a pipe has no width of its own and gets the second number.
_NARROWEST, _USUAL, _WIDEST = 80, 100, 120
_HEADINGS = ("", "words", "speaker", "affiliation", "cue")
_NUMBER_WIDTH = 2
_SHARES = (0.39, 0.19, 0.27, 0.15)
_GAP = "  "
# A position is read to its end: its last word may be the one that another report changes.
_MOST_LINES = (1, 3, 3, 5, 3)
_CUT = "…"
_NOTHING = "–"


def table(analysis: Analysis, min_confidence: float = CERTAIN_ENOUGH, *, width: int | None = None) -> str:
    """The analysis, at most `width` columns wide; quotations that are less certain are only counted."""
    columns = width or _columns()
    shown = certain_part(analysis, min_confidence)
    n_hidden = len(analysis.attributions) - len(shown.attributions)
    blocks = [_article(article, shown, columns) for article in shown.articles]
    if n_hidden:
        hidden = f"{_counted(n_hidden, 'uncertain quotation')} {'is' if n_hidden == 1 else 'are'} hidden"
        blocks.append(f"{hidden} (confidence below {min_confidence:g}); --min-confidence 0 shows all.")
    blocks.append(_conflicts(analysis.conflicts, columns))
    if analysis.limits:
        blocks.append("\n".join(line for limit in analysis.limits for line in _limit(limit, columns)))
    return "\n\n\n".join(blocks) + "\n"


def _columns() -> int:
    return min(max(get_terminal_size((_USUAL, 0)).columns, _NARROWEST), _WIDEST)


def _article(article: Article, analysis: Analysis, width: int) -> str:
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    rows = [
        (f"{number}", *_cells(article, attribution, speakers.get(attribution.speaker_id or "")))
        for number, attribution in enumerate(distinct_quotations(article, analysis.attributions), 1)
    ]
    title = f"{article.id}: {_counted(len(rows), 'quotation')}"
    if not rows:
        return title
    free = width - _NUMBER_WIDTH - len(_GAP) * len(_SHARES)
    widths = [_NUMBER_WIDTH, *(int(share * free) for share in _SHARES)]
    lines = [*_row(_HEADINGS, widths), *_row(["─" * column for column in widths], widths)]
    for row in rows:
        lines.extend(_row(row, widths))
    return "\n".join([title, "", *lines])


def _cells(article: Article, attribution: Attribution, speaker: Speaker | None) -> tuple[str, ...]:
    if speaker is not None:
        name = speaker.name
    else:
        name = f"({attribution.unattributed_because or 'unknown'})".replace("_", " ")
    cue = attribution.cue.text if attribution.cue is not None else _NOTHING
    return quotation_text(article, attribution.quotation), name, _affiliations(speaker, article.id), cue


def _affiliations(speaker: Speaker | None, article_id: str) -> str:
    """What this article says; what the others say where it says nothing."""
    if speaker is None:
        return _NOTHING
    own = [affiliation for affiliation in speaker.affiliations if affiliation.article_id == article_id]
    return "; ".join(affiliation_texts(speaker, own or speaker.affiliations)) or _NOTHING


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines of one row, each cell in its column."""
    columns = [_column(*cell) for cell in zip(cells, widths, _MOST_LINES, strict=True)]
    for number in range(max(map(len, columns))):
        line = [column[number] if number < len(column) else "" for column in columns]
        yield _GAP.join(f"{cell:{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()


def _column(cell: str, width: int, most_lines: int) -> list[str]:
    """The cell's lines; where it is cut within marks, they are closed."""
    lines = _wrapped(cell, width, most_lines, _CUT)
    whole = " ".join(lines)
    return _wrapped(cell, width, most_lines, f"{_CUT}”") if whole.count("“") > whole.count("”") else lines


def _wrapped(cell: str, width: int, most_lines: int, cut: str) -> list[str]:
    lines = wrap(" ".join(cell.split()), width, max_lines=most_lines, placeholder=cut, break_on_hyphens=False)
    return [re.sub(rf"[,;:]{cut}$", cut, line) for line in lines]


def _conflicts(conflicts: Sequence[Conflict], width: int) -> str:
    if not conflicts:
        return "No conflicts between the articles."
    title = f"{_counted(len(conflicts), 'conflict')} between the articles. Words in {{braces}} differ."
    views = (conflict_view(conflict, _article_ids) for conflict in conflicts)
    numbered = (_conflict(f"{number}. ", view, width) for number, view in enumerate(views, 1))
    return "\n\n".join([title, *numbered])


def _article_ids(claim: Claim) -> Sequence[str]:
    return claim.article_ids


def _conflict(number: str, view: ConflictView[str], width: int) -> str:
    head = f"{number}{view.severity.upper()} ({view.kind}): {view.summary}"
    lines = wrap(head, width, subsequent_indent=" " * len(number))
    return "\n".join([*lines, *(_side(side, width, is_quoted=view.is_quoted) for side in view.sides)])


def _side(side: SideView[str], width: int, *, is_quoted: bool) -> str:
    words = " ".join(f"{{{run.text}}}" if run.is_different else run.text for run in side.words)
    words = f"“{words}”" if is_quoted else words
    more = [f"{side.n_more} more"] if side.n_more else []
    articles = shorten(", ".join([*dict.fromkeys(side.places), *more]), width - 4, placeholder=" …")
    return indent("\n".join([articles + ":", *(_GAP + line for line in wrap(words, width - 6))]), _GAP * 2)


def _limit(limit: ReachedLimit, width: int) -> list[str]:
    return wrap(f"{limit.article_id}: {limit.meaning}" if limit.article_id is not None else limit.meaning, width)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

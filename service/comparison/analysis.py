"""From articles read one by one to one answer over all of them."""

from dataclasses import replace

from service.comparison.conflicts import find_conflicts
from service.comparison.passages import passages_of
from service.comparison.speakers import Cast, merge_speakers
from service.comparison.statements import find_statements
from service.domain import Analysis, Attribution, Report


def compare(reports: tuple[Report, ...]) -> Analysis:
    """Speakers merged, statements grouped, conflicts marked: alike in any order of the reports."""
    cast = merge_speakers(reports)
    attributions = tuple(attribution for report in reports for attribution in _with_merged_ids(report, cast))
    articles = tuple(report.article for report in reports)
    gatherings = find_statements(passages_of(reports, cast))
    statements = tuple(gathering.statement for gathering in gatherings)
    conflicts = find_conflicts(gatherings, cast.speakers, articles)
    return Analysis(articles, attributions, cast.speakers, statements, conflicts)


def _with_merged_ids(report: Report, cast: Cast) -> tuple[Attribution, ...]:
    merged = cast.merged_ids(report.article.id)
    return tuple(
        replace(attribution, speaker_id=merged.get(attribution.speaker_id or "")) for attribution in report.attributions
    )

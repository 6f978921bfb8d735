"""From articles read one by one to one answer over all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from service.domain.conflicts import Analysis, Statement
from service.domain.judgements import Judgement
from service.domain.quotations import Attribution, Report
from service.linking.conflicts.conflicts import conflicts_of_speaker, conflicts_of_statement, gravest_first
from service.linking.speakers.merging import Cast, merge_speakers
from service.linking.statements.comparable import passages_of
from service.linking.statements.duplicates import versions_of
from service.linking.statements.matching import links_of
from service.linking.statements.statements import Gathering, find_statements


def compare(reports: tuple[Report, ...], judgements: tuple[Judgement, ...] = ()) -> Analysis:
    """Speakers merged, statements grouped, conflicts marked: alike in any order of the reports."""
    cast = merge_speakers(reports, judgements)
    attributions = tuple(attribution for report in reports for attribution in _with_merged_ids(report, cast))
    articles = tuple(report.article for report in reports)
    versions = versions_of(passage for report in reports for passage in passages_of(report))
    gatherings = find_statements(versions, links_of(versions), judgements)
    conflicts = [
        *(conflict for gathering in gatherings for conflict in conflicts_of_statement(gathering, articles)),
        *(conflict for speaker in cast.speakers for conflict in conflicts_of_speaker(speaker, articles)),
    ]
    statements = _statements(gatherings, attributions)
    return Analysis(articles, attributions, cast.speakers, statements, gravest_first(conflicts))


def _statements(gatherings: Iterable[Gathering], attributions: Iterable[Attribution]) -> tuple[Statement, ...]:
    speaker_ids = {attribution.quotation.id: attribution.speaker_id for attribution in attributions}
    return tuple(
        Statement(one.id, one.quotation_ids, _each_once(one, speaker_ids), one.wording, one.n_reports)
        for one in gatherings
    )


def _each_once(gathering: Gathering, speaker_ids: Mapping[str, str | None]) -> tuple[str, ...]:
    found = {speaker_ids[quotation_id] for quotation_id in gathering.quotation_ids}
    return tuple(sorted(speaker_id for speaker_id in found if speaker_id is not None))


def _with_merged_ids(report: Report, cast: Cast) -> tuple[Attribution, ...]:
    return tuple(
        replace(attribution, speaker_id=cast.merged_id(report.article.id, attribution.speaker_id))
        for attribution in report.attributions
    )

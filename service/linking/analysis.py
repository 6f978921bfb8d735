"""From articles read one by one to one answer over all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from service.domain.conflicts import Analysis, Statement
from service.domain.judgements import Judgement
from service.domain.quotations import ArticleAnalysis, Attribution
from service.linking.conflicts.conflicts import conflicts_of_speaker, conflicts_of_statement, gravest_first
from service.linking.reached_limits import limits_of, limits_of_all
from service.linking.speakers.merging import MergedSpeakers, merge_speakers
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from service.linking.statements.matching import matches_of
from service.linking.statements.statements import StatementCluster, find_statements


def compare(reports: tuple[ArticleAnalysis, ...], judgements: tuple[Judgement, ...] = ()) -> Analysis:
    """Speakers merged, statements grouped, conflicts marked: alike in any order of the reports."""
    merged = merge_speakers(reports, judgements)
    attributions = tuple(attribution for report in reports for attribution in _with_merged_ids(report, merged))
    articles = tuple(report.article for report in reports)
    versions = duplicates_of(passage for report in reports for passage in comparable_quotations(report))
    clusters = find_statements(versions, matches_of(versions), judgements)
    conflicts = [
        *(conflict for cluster in clusters for conflict in conflicts_of_statement(cluster, articles)),
        *(conflict for speaker in merged.speakers for conflict in conflicts_of_speaker(speaker, articles)),
    ]
    statements = _statements(clusters, attributions)
    limits = (
        *(limit for report in reports for limit in limits_of(report)),
        *limits_of_all(merged.speakers, versions, clusters),
    )
    return Analysis(articles, attributions, merged.speakers, statements, gravest_first(conflicts), limits)


def _statements(clusters: Iterable[StatementCluster], attributions: Iterable[Attribution]) -> tuple[Statement, ...]:
    speaker_ids = {attribution.quotation.id: attribution.speaker_id for attribution in attributions}
    return tuple(
        Statement(one.id, one.quotation_ids, _each_once(one, speaker_ids), one.wording, one.n_reports)
        for one in clusters
    )


def _each_once(cluster: StatementCluster, speaker_ids: Mapping[str, str | None]) -> tuple[str, ...]:
    found = {speaker_ids[quotation_id] for quotation_id in cluster.quotation_ids}
    return tuple(sorted(speaker_id for speaker_id in found if speaker_id is not None))


def _with_merged_ids(report: ArticleAnalysis, merged: MergedSpeakers) -> tuple[Attribution, ...]:
    return tuple(
        replace(
            attribution,
            speaker_id=merged.merged_id(report.article.id, attribution.speaker_id),
            speaker_ids=merged.merged_ids(report.article.id, attribution.speaker_ids),
            via=merged.merged_ids(report.article.id, attribution.via),
        )
        for attribution in report.attributions
    )

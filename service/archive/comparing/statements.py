"""The statements of an archive, and the conflicts over their words and speakers.

Duplicates that are matched are a component. A component is clustered by ids alone, however large it is; then each
cluster is looked at with its words, apart from all others.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from service.archive.comparing.quotations import Row, duplicates_of, number_of, quotation_in, version_id
from service.archive.encoding import encode
from service.archive.engine import INTEGER, TEXT, Frame, Type, col, daft, made
from service.linking.conflicts.conflicts import conflicts_of_statement
from service.linking.statements.clustering import Grouping, group
from service.linking.statements.matching import Match
from service.linking.statements.statements import StatementCluster, cluster_statements, statement_id_of
from service.store.sql.rows.articles import outlet_only

CLUSTERS = {"cluster": INTEGER, "members": Type.list(INTEGER), "pairs": TEXT}
STATEMENTS = {
    **{"id": TEXT, "quotation_ids": Type.list(TEXT), "article_ids": Type.list(TEXT), "merged": Type.list(INTEGER)},
    **{"wording": TEXT, "n_reports": INTEGER, "conflicts": Type.list(TEXT)},
}
_QUOTATION = ("id", "article_id", "outlet", "version", "kind", "parts", "is_speech", "context", "sample", "merged")
_LINK = ("first", "second", "score", "is_repeated")


@dataclass(frozen=True, slots=True)
class _Member:
    """Duplicates as they are clustered: by where they stand, not by their words."""

    id: str
    quotation_ids: tuple[str, ...]
    article_ids: frozenset[str]


def placed(quotations: Frame, components: Frame, merged: Frame) -> Frame:
    """The quotations with their component, those that nothing matches alone, and with their speaker, if they have one.

    `components` are those of the duplicates, `merged` are the speakers that name variants are.
    """
    found = quotations.join(components, left_on="version", right_on="node", how="left")
    found = found.with_column("component", col("component").fill_null(col("version")))
    return found.join(merged, on="variant", how="left").select("component", *_QUOTATION)


def linked(matches: Frame, components: Frame) -> Frame:
    """The matches with their component."""
    return matches.join(components, left_on="first", right_on="node").select("component", *_LINK)


def clusters(placed: Frame, linked: Frame) -> Frame:
    """The clusters of components, each by the smallest number of its members, with the pairs that are alike."""
    where = _structs(placed, "component", "places", ("version", "id", "article_id"))
    how = _structs(linked, "component", "links", _LINK)
    return made(where.join(how, on="component"), _clusters_of, ["places", "links"], CLUSTERS)


def statements(placed: Frame, clusters: Frame) -> Frame:
    """The statements of these clusters, each with its conflicts; `article_ids` are those of the quotations.

    Quotations of none of the clusters are statements of their own. `merged` are the speakers.
    """
    members = clusters.select("cluster", "members").explode("members")
    found = placed.join(members, left_on="version", right_on="members", how="left")
    found = found.with_column("cluster", col("cluster").fill_null(col("version")))
    listed = _structs(found, "cluster", "quotations", _QUOTATION)
    with_pairs = listed.join(clusters.select("cluster", "pairs"), on="cluster", how="left")
    return made(with_pairs, _statement, ["quotations", "pairs"], STATEMENTS)


def _structs(frame: Frame, key: str, name: str, columns: Sequence[str]) -> Frame:
    """For each key the list of its rows."""
    row = daft.functions.to_struct(**{column: col(column) for column in columns})
    return frame.select(key, row.alias(name)).groupby(key).agg(col(name).list_agg().alias(name))


def _clusters_of(places: list[dict[str, Any]], links: list[dict[str, Any]]) -> Iterator[Row]:
    standing: dict[int, list[tuple[str, str]]] = {}
    for place in places:
        standing.setdefault(place["version"], []).append((place["id"], place["article_id"]))
    members = (
        _Member(version_id(number), tuple(sorted(one for one, _ in found)), frozenset(other for _, other in found))
        for number, found in standing.items()
    )
    grouping = group(members, map(_match, links))
    cluster_of = {id_: number_of(ids[0]) for ids in grouping.groups for id_ in ids}
    pairs: dict[int, list[list[list[str]]]] = {number: [[], []] for number in cluster_of.values()}
    for kind, some in enumerate((grouping.alike, grouping.left_out)):
        for one, other in sorted(some):
            if cluster_of[one] == cluster_of[other]:
                pairs[cluster_of[one]][kind].append([one, other])
    for ids in grouping.groups:
        number = number_of(ids[0])
        yield number, list(map(number_of, ids)), json.dumps(pairs[number])


def _match(link: dict[str, Any]) -> Match:
    return Match(version_id(link["first"]), version_id(link["second"]), link["score"], link["is_repeated"])


def _statement(quotations: list[dict[str, Any]], pairs: str | None) -> Iterator[Row]:
    if len(quotations) == 1:
        yield from _alone(quotations[0])
        return
    standing: dict[int, list[dict[str, Any]]] = {}
    for quotation in quotations:
        standing.setdefault(quotation["version"], []).append(quotation)
    versions = [duplicates_of(number, found) for number, found in sorted(standing.items())]
    alike, left_out = (frozenset((one, other) for one, other in some) for some in json.loads(pairs or "[[], []]"))
    cluster = cluster_statements(versions, Grouping((tuple(one.id for one in versions),), alike, left_out))
    if cluster.is_speech:
        conflicts = _conflicts(cluster, {each["article_id"]: each["outlet"] for each in quotations})
        articles = [passage.article_id for passage in cluster.passages]
        speakers = sorted({each["merged"] for each in quotations if each["merged"] is not None})
        yield cluster.id, list(cluster.quotation_ids), articles, speakers, cluster.wording, cluster.n_reports, conflicts


def _alone(row: dict[str, Any]) -> Iterator[Row]:
    """A statement of one quotation, as most are: its words need not be made ready, for they are compared with none."""
    if row["is_speech"]:
        quotation = quotation_in(row)
        speakers = [row["merged"]] if row["merged"] is not None else []
        yield statement_id_of(quotation.id), [quotation.id], [quotation.article_id], speakers, quotation.text, 1, []


def _conflicts(cluster: StatementCluster, outlets: dict[str, str | None]) -> list[str]:
    articles = [outlet_only(*each) for each in outlets.items()]
    return [encode(conflict) for conflict in conflicts_of_statement(cluster, articles)] if cluster.pairs else []

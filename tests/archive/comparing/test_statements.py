"""Statements of an archive: a component is clustered by ids, and each cluster looked at with its words."""

import json

from service.archive.comparing import statements
from service.archive.comparing.components import components
from service.archive.comparing.quotations import number_of, quoted
from service.archive.encoding import encode
from service.archive.engine import INTEGER, NUMBER, TEXT, TRUTH, frame_of
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from service.linking.statements.matching import matches_of
from service.linking.statements.statements import find_statements
from tests.archive.archives import REPORTS

MATCH = {"first": INTEGER, "second": INTEGER, "score": NUMBER, "is_repeated": TRUTH}
VERSIONS = duplicates_of(passage for one in REPORTS for passage in comparable_quotations(one))
MATCHES = tuple(matches_of(VERSIONS))


MERGED = {"variant": INTEGER, "merged": INTEGER}


def clustered():
    """The quotations, each with its speaker, who has one name; and the clusters."""
    quotations = quoted(frame_of([(encode(one),) for one in REPORTS], {"analysis": TEXT})).collect()
    rows = [(number_of(one.first), number_of(one.second), one.score, one.is_repeated) for one in MATCHES]
    matches = frame_of(rows, MATCH)
    ends = components(matches)
    variants = {variant for variant in quotations.to_pydict()["variant"] if variant is not None}
    merged = frame_of([(variant, variant) for variant in variants], MERGED)
    placed = statements.placed(quotations, ends, merged).collect()
    return placed, statements.clusters(placed, statements.linked(matches, ends)).collect()


def test_clusters_hold_what_is_matched_and_the_pairs_that_are_alike():
    _, clusters = clustered()
    members = {tuple(sorted(row["members"])) for row in clusters.to_pylist()}
    assert sum(map(len, members)) == len({id_ for one in MATCHES for id_ in (one.first, one.second)})
    for row in clusters.to_pylist():
        alike, left_out = json.loads(row["pairs"])
        assert row["cluster"] == min(row["members"])
        assert {number_of(id_) for pair in (*alike, *left_out) for id_ in pair} <= set(row["members"])


def test_statements_are_those_of_linking():
    found = {row["id"]: row for row in statements.statements(*clustered()).to_pylist()}
    expected = {one.id: one for one in find_statements(VERSIONS, MATCHES)}
    assert found.keys() == expected.keys()
    for id_, statement in expected.items():
        row = found[id_]
        assert tuple(row["quotation_ids"]) == statement.quotation_ids
        assert (row["wording"], row["n_reports"]) == (statement.wording, statement.n_reports)
        names = {passage.speaker.name for passage in statement.passages if passage.speaker is not None}
        assert len(row["merged"]) == len(names)
        assert row["article_ids"] == [passage.article_id for passage in statement.passages]

"""The comparison of all articles that were read, step by step: each writes its rows, and is begun again from there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from service.archive import output
from service.archive.comparing import names, pairs, quotations, speakers, statements
from service.archive.comparing.components import components
from service.archive.comparing.limits import limits_of_archive
from service.archive.engine import Frame
from service.archive.steps import Steps, Table, joined

# Quotations, or speakers of articles, whose words are in memory at one time.
_PART = 200_000


@dataclass(frozen=True, slots=True)
class Compared:
    """The tables of the output that a comparison fills."""

    articles: Table
    quotations: Table
    speakers: Table
    statements: Table
    conflicts: Table
    limits: Table


def compare_archive(steps: Steps, read: Table) -> Compared:
    """Compare what was read: rows with `article_id` and `analysis`, each article once."""
    found_statements = _statements(steps, read)
    members, found_speakers = _speakers(steps, read)
    shown = steps.table(
        "quotations",
        lambda: output.quotations(read.frame(), found_statements.frame(), speakers.merged_ids(members.frame())),
    )
    return Compared(
        steps.table("articles", lambda: output.articles(read.frame())),
        shown,
        steps.table("speakers", lambda: output.speakers(found_speakers.frame())),
        steps.table("statements", lambda: output.statements(found_statements.frame(), shown.frame())),
        steps.table("conflicts", lambda: output.conflicts(found_statements.frame(), found_speakers.frame())),
        steps.table("limits", lambda: output.limits(read.frame(), limits_of_archive(steps))),
    )


def _statements(steps: Steps, read: Table) -> Table:
    quoted = steps.table("compare/quotations", lambda: quotations.quoted(read.frame()))
    matches, ends = _matches(steps, quoted)
    clusters = steps.table(
        "compare/clusters", lambda: statements.clusters(quoted.frame(), matches.frame(), ends.frame())
    )
    n_parts = quoted.n_rows // _PART + 1
    reported = steps.table(
        "compare/reported",
        lambda: statements.reported(quoted.frame(), clusters.frame(), n_parts),
        are_apart=True,
    )
    return _in_parts(steps, "compare/statements", reported, lambda part: statements.statements(part, clusters.frame()))


def _in_parts(steps: Steps, name: str, table: Table, make: Callable[[Frame], Frame]) -> Table:
    """The rows made of a table whose files are apart, one part after the other."""
    parts = table.periods or (0,)
    return joined(steps.table(f"{name}/{part}", partial(_made_of, make, table, part)) for part in parts)


def _made_of(make: Callable[[Frame], Frame], table: Table, part: int) -> Frame:
    return make(table.frame([part]))


def _matches(steps: Steps, quoted: Table) -> tuple[Table, Table]:
    """The pairs of duplicates that report the same words, and the components that they make."""
    duplicates = steps.table("compare/duplicates", lambda: quotations.duplicates_among(quoted.frame()), are_apart=True)
    keys = steps.table("compare/keys", lambda: quotations.postings(duplicates.frame()), are_apart=True)
    common = joined(
        steps.table(f"compare/common-keys/{part}", partial(_common_keys, keys, part)) for part in range(pairs.N_COUNTS)
    )
    periods = duplicates.periods or (quotations.UNDATED,)
    matches = joined(_matches_of(steps, period, keys, duplicates, common) for period in periods)
    return matches, steps.table("compare/components", lambda: components(matches.frame()))


def _common_keys(keys: Table, part: int) -> Frame:
    return pairs.common_keys(keys.frame(), part)


def _matches_of(steps: Steps, period: int, keys: Table, duplicates: Table, common: Table) -> Table:
    pairs_found = steps.table(
        f"compare/candidates/{period}", lambda: pairs.candidates(keys, common.frame().select("key"), period)
    )
    return steps.table(f"compare/matches/{period}", lambda: pairs.matches(pairs_found.frame(), duplicates, period))


def _speakers(steps: Steps, read: Table) -> tuple[Table, Table]:
    """The speakers of the articles with who they are, and the speakers over all articles."""
    described = steps.table("compare/described-speakers", lambda: names.described(read.frame()))
    together = steps.table("compare/names-together", lambda: names.together(read.frame()))
    variants = steps.table("compare/name-variants", lambda: names.variants(described.frame()))
    links = steps.table("compare/name-links", lambda: names.name_links(variants.frame(), together.frame()))
    leading = steps.table("compare/leading-links", lambda: names.leading(links.frame()))
    ends = steps.table("compare/name-components", lambda: components(leading.frame()))
    merged = steps.table("compare/merged", lambda: names.merged(variants.frame(), leading.frame(), ends.frame()))
    n_parts = described.n_rows // _PART + 1
    members = steps.table(
        "compare/members", lambda: speakers.members(described.frame(), merged.frame(), n_parts), are_apart=True
    )
    return members, _in_parts(steps, "compare/speakers", members, speakers.speakers)

"""The comparison of all articles that were read, step by step: each writes its rows, and is begun again from there."""

from dataclasses import dataclass
from functools import partial

from service.archive import output
from service.archive.comparing import names, pairs, quotations, speakers, statements
from service.archive.comparing.components import components
from service.archive.comparing.limits import limits_of_archive
from service.archive.comparing.parts import article_part, in_parts, n_parts_of
from service.archive.engine import Frame, col
from service.archive.steps import Steps, Table, joined

# Name variants that are looked at at one time.
_NAMES = 20_000


@dataclass(frozen=True, slots=True)
class Compared:
    """The tables of the output that a comparison fills."""

    articles: Table
    quotations: Table
    speakers: Table
    statements: Table
    conflicts: Table
    limits: Table


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in the articles, and how many parts of it there are."""

    analyses: Table
    described: Table
    merged: Table
    n_parts: int


def compare_archive(steps: Steps, read: Table) -> Compared:
    """Compare what was read: rows with `article_id` and `analysis`, each article once."""
    found = _found(steps, read)
    found_statements, found_speakers = _statements(steps, found), _speakers(steps, found)
    analyses = found.analyses
    return Compared(
        steps.table("articles", lambda: output.articles(analyses.frame())),
        _quotations(steps, found, found_statements),
        steps.table("speakers", lambda: output.speakers(found_speakers.frame())),
        steps.table("statements", lambda: output.statements(found_statements.frame())),
        steps.table("conflicts", lambda: output.conflicts(found_statements.frame(), found_speakers.frame())),
        steps.table("limits", lambda: output.limits(analyses.frame(), limits_of_archive(steps))),
    )


def _found(steps: Steps, read: Table) -> _Found:
    """The articles, and who the speakers in them are over all articles."""
    n_parts = n_parts_of(read.n_rows)
    by_article = article_part(n_parts)
    analyses = steps.table("compare/analyses", lambda: output.found(read.frame()), apart=by_article)
    described = steps.table("compare/described-speakers", lambda: names.described(analyses.frame()), apart=by_article)
    together = steps.table("compare/names-together", lambda: names.together(described.frame()))
    variants = steps.table("compare/name-variants", lambda: names.variants(described.frame()))
    related = _related(steps, variants)
    links = steps.table("compare/name-links", lambda: names.name_links(related.frame(), together.frame()))
    leading = steps.table("compare/leading-links", lambda: names.leading(links.frame()))
    ends = steps.table("compare/name-components", lambda: components(leading.frame()))
    merged = steps.table("compare/merged", lambda: names.merged(variants.frame(), leading.frame(), ends.frame()))
    return _Found(analyses, described, merged, n_parts)


def _related(steps: Steps, variants: Table) -> Table:
    """The links between name variants that meet under a key: some keys after the other, then some variants."""
    n_parts = variants.n_rows // _NAMES + 1
    keys = steps.table("compare/name-keys", lambda: names.name_keys(variants.frame()), apart=pairs.key_part(n_parts))
    by_variant = col("variant") % n_parts
    met = in_parts(steps, "compare/names-met", n_parts, lambda part: names.met(keys.frame([part])), apart=by_variant)
    return in_parts(
        steps, "compare/related-names", n_parts, lambda part: names.related(met.frame([part]), variants.frame())
    )


def _statements(steps: Steps, found: _Found) -> Table:
    n_parts = found.n_parts
    quoted = steps.table(
        "compare/quotations", lambda: quotations.quoted(found.analyses.frame()), apart=col("version") % n_parts
    )
    matches = _matches(steps, quoted, n_parts)
    ends = steps.table("compare/components", lambda: components(matches.frame()))
    by_component = col("component") % n_parts
    placed = steps.table(
        "compare/placed",
        lambda: statements.placed(quoted.frame(), ends.frame(), found.merged.frame()),
        apart=by_component,
    )
    linked = steps.table("compare/linked", lambda: statements.linked(matches.frame(), ends.frame()), apart=by_component)
    clusters = in_parts(
        steps, "compare/clusters", n_parts, lambda part: statements.clusters(placed.frame([part]), linked.frame([part]))
    )
    return in_parts(
        steps,
        "compare/statements",
        n_parts,
        lambda part: statements.statements(placed.frame([part]), clusters.frame([part])),
    )


def _matches(steps: Steps, quoted: Table, n_parts: int) -> Table:
    """The pairs of duplicates that report the same words."""
    by_period = col("period")
    duplicates = in_parts(
        steps,
        "compare/duplicates",
        n_parts,
        lambda part: quotations.duplicates_among(quoted.frame([part])),
        apart=by_period,
    )
    keys = steps.table("compare/keys", lambda: quotations.postings(duplicates.frame()), apart=pairs.key_part(n_parts))
    in_parts(steps, "compare/common-keys", n_parts, lambda part: pairs.common_keys(keys.frame([part])))
    shared = in_parts(
        steps, "compare/shared-keys", n_parts, lambda part: pairs.shared_keys(keys.frame([part])), apart=by_period
    )
    return joined(_matches_of(steps, some, shared, duplicates) for some in pairs.slices_of(duplicates))


def _matches_of(steps: Steps, some: pairs.Slice, shared: Table, duplicates: Table) -> Table:
    met = steps.table(f"compare/candidates/{some.name}", lambda: pairs.candidates(shared, some))
    return steps.table(f"compare/matches/{some.name}", lambda: pairs.matches(met.frame(), duplicates, some))


def _speakers(steps: Steps, found: _Found) -> Table:
    """The speakers over all articles."""
    members = steps.table(
        "compare/members",
        lambda: speakers.members(found.described.frame(), found.merged.frame()),
        apart=col("merged") % found.n_parts,
    )
    return in_parts(steps, "compare/speakers", found.n_parts, lambda part: speakers.speakers(members.frame([part])))


def _quotations(steps: Steps, found: _Found, found_statements: Table) -> Table:
    """The quotations of the output, some articles after the other."""
    places = steps.table(
        "compare/places", lambda: output.places(found_statements.frame()), apart=article_part(found.n_parts)
    )

    def of_part(part: int) -> Frame:
        merged_ids = speakers.merged_ids(found.described.frame([part]), found.merged.frame())
        return output.quotations(found.analyses.frame([part]), places.frame([part]), merged_ids)

    return steps.table("quotations", *(partial(of_part, part) for part in range(found.n_parts)))

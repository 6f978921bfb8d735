"""Names as articles come and go: which are related, and which speaker each name variant is.

It stores what `linking.speakers` computes over all articles at once. A speaker depends on the names that its own are
related to, and on the fuller ones of those: so what changes lies below the names that came or went.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, Select, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.orm import Mapped

from service.domain.judgements import Judgement, Subject
from service.linking.speakers.blocking_keys import blocking_keys
from service.linking.speakers.name_graph import MAX_FULLER, NameLink, NameVariant, name_link_of, speakers_of
from service.store.links.index_keys import key_number
from service.store.links.judgements import judgements_of
from service.store.sql.bulk_values import find, find_rows, in_values
from service.store.sql.reading import with_columns_of
from service.store.sql.rows.speakers import variant_of, variant_values
from service.store.sql.rows.values import Values
from service.store.sql.tables import NameKeyRow, NameLinkRow, NameVariantRow, SpeakerRow


class _KeyedVariantRow(NameVariantRow):
    """A name variant's row with a key under which it is found."""

    __abstract__ = True
    key: Mapped[int]


_VARIANTS = select(NameVariantRow).where(in_values(NameVariantRow.id))
_PLACED = update(NameVariantRow).where(NameVariantRow.id == bindparam("of")).values(speaker_id=bindparam("now"))
_NAMED = select(SpeakerRow.voice_id).distinct().where(in_values(SpeakerRow.voice_id))
_HOLDERS = with_columns_of(
    select(NameKeyRow.key, NameVariantRow)
    .join(NameVariantRow, NameVariantRow.id == NameKeyRow.voice_id)
    .where(in_values(NameKeyRow.key)),
    _KeyedVariantRow,
)
_LINKED = select(NameLinkRow.first, NameLinkRow.second, NameLinkRow.n_apart).where(
    in_values(NameLinkRow.first), in_values(NameLinkRow.second)
)
_MET = (
    update(NameLinkRow)
    .where(NameLinkRow.first == bindparam("one"), NameLinkRow.second == bindparam("other"))
    .values(n_apart=bindparam("now"))
)
_SAME = or_(NameLinkRow.is_shorter.is_(False), NameLinkRow.verdict.is_(True))
# The links to names that are the same or shorter.
_BELOW = select(NameLinkRow).where(or_(in_values(NameLinkRow.second), and_(in_values(NameLinkRow.first), _SAME)))
# The links to names that are the same or fuller; a name that is short for many leads nowhere.
_MANY = (
    select(NameLinkRow.first)
    .where(in_values(NameLinkRow.first), NameLinkRow.is_shorter)
    .group_by(NameLinkRow.first)
    .having(func.count() > bindparam("most"))
)
_ABOVE = select(NameLinkRow).where(
    or_(
        and_(in_values(NameLinkRow.first), NameLinkRow.is_shorter, NameLinkRow.first.not_in(_MANY)),
        # Each branch has a column of its own to be found by, or the whole table would be read.
        and_(in_values(NameLinkRow.first), _SAME),
        and_(in_values(NameLinkRow.second), _SAME),
    )
)


def add_variants(connection: Connection, articles: Iterable[Collection[NameVariant]]) -> set[str]:
    """Take in name variants, article by article; the ids of those whose speaker may be another now."""
    together = [{variant.id: variant for variant in variants} for variants in articles]
    by_id = {id_: variant for variants in together for id_, variant in variants.items()}
    known = {row.id for row in find_rows(connection, _VARIANTS, by_id)}
    added = [variant for variant in by_id.values() if variant.id not in known]
    if added:
        connection.execute(insert(NameVariantRow), list(map(variant_values, added)))
    _link(connection, added)
    return {variant.id for variant in added} | _count_together(connection, together, by=1)


def remove_variants(connection: Connection, named: Iterable[str]) -> set[str]:
    """Forget that one article names these variants; the ids of those whose speaker may be another now.

    Those that no article names any more are gone; the article's own rows must be gone already.
    """
    ids = set(named)
    touched = _count_together(connection, [ids], by=-1)
    gone = ids - {id_ for (id_,) in find(connection, _NAMED, ids)}
    for variant in map(variant_of, find_rows(connection, _VARIANTS, gone)):
        links = or_(NameLinkRow.first == variant.id, NameLinkRow.second == variant.id)
        ends = connection.execute(select(NameLinkRow.first, NameLinkRow.second).where(links))
        touched.update(id_ for link in ends for id_ in link)
        connection.execute(delete(NameLinkRow).where(links))
        keys = {_number(variant, key) for key in blocking_keys(variant.speaker).kept}
        connection.execute(delete(NameKeyRow).where(NameKeyRow.key.in_(keys), NameKeyRow.voice_id == variant.id))
        connection.execute(delete(NameVariantRow).where(NameVariantRow.id == variant.id))
    return touched - gone


def merge(connection: Connection, changed: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Recompute the speakers of these name variants, and of those below them.

    Each variant whose speaker is another now, with the speaker before and after.
    """
    below, _ = _spread(connection, set(changed), _BELOW)
    # Not the links on the way down: the upward step leaves out those that lead nowhere.
    around, links = _spread(connection, below, _ABOVE, most=MAX_FULLER)
    rows = {row.id: row for row in find_rows(connection, _VARIANTS, around)}
    speakers = speakers_of(map(variant_of, rows.values()), links)
    moved = {
        variant_id: (rows[variant_id].speaker_id, speakers[variant_id])
        for variant_id in below
        if rows[variant_id].speaker_id != speakers[variant_id]
    }
    if moved:
        placed = [{"of": variant_id, "now": speaker_id} for variant_id, (_, speaker_id) in moved.items()]
        connection.execute(_PLACED, placed)
    return moved


def judge_name_link(connection: Connection, judgement: Judgement) -> None:
    """Write what was decided of two variants to their link; where they have none, only that they are one speaker."""
    pair = judgement.first, judgement.second
    link = or_(*(and_(NameLinkRow.first == one, NameLinkRow.second == two) for one, two in (pair, pair[::-1])))
    if connection.execute(update(NameLinkRow).where(link).values(verdict=judgement.is_same)).rowcount:
        return
    if judgement.is_same and len(find_rows(connection, _VARIANTS, pair)) == len(pair):
        values = {"first": pair[0], "second": pair[1], "is_shorter": False, "n_apart": 0, "verdict": True}
        connection.execute(insert(NameLinkRow), [values])


def _link(connection: Connection, added: Sequence[NameVariant]) -> None:
    """Index new variants, and link them with those whose names are related."""
    links = (name_link_of(*pair, are_apart=False) for pair in _related(connection, added))
    rows = [
        {"first": link.first, "second": link.second, "is_shorter": link.is_shorter, "n_apart": 0}
        for link in links
        if link
    ]
    if rows:
        connection.execute(insert(NameLinkRow), rows)
    for judgement in judgements_of(connection, Subject.SPEAKER, (variant.id for variant in added)):
        judge_name_link(connection, judgement)


def _related(connection: Connection, added: Sequence[NameVariant]) -> Iterable[tuple[NameVariant, NameVariant]]:
    """New variants with all that are found under their keys, which are stored on the way; each pair once."""
    seekers: dict[int, list[NameVariant]] = defaultdict(list)
    stored: set[tuple[int, str]] = set()
    for variant in added:
        keys = blocking_keys(variant.speaker)
        stored.update((_number(variant, key), variant.id) for key in keys.kept)
        for key in keys.sought:
            seekers[_number(variant, key)].append(variant)
    if stored:
        rows = [{"key": key, "voice_id": variant_id} for key, variant_id in sorted(stored)]
        connection.execute(insert(NameKeyRow), rows)
    pairs: dict[tuple[str, str], tuple[NameVariant, NameVariant]] = {}
    for row in find_rows(connection, _HOLDERS, seekers):
        for variant in seekers[row.key]:
            if variant.id != row.id:
                first, second = sorted((variant, variant_of(row)), key=lambda each: each.id)
                pairs[first.id, second.id] = first, second
    return pairs.values()


def _number(variant: NameVariant, key: str) -> int:
    return key_number((variant.speaker.kind, key))


def _count_together(connection: Connection, articles: Iterable[Iterable[str]], *, by: int) -> set[str]:
    """Count that articles name both of linked variants; those that are apart now and were not, or the reverse."""
    naming: dict[str, set[int]] = defaultdict(set)
    for index, ids in enumerate(articles):
        for id_ in ids:
            naming[id_].add(index)
    counted: list[Values] = []
    changed: set[str] = set()
    for first, second, n_before in find(connection, _LINKED, naming):
        n_apart = n_before + by * len(naming[first] & naming[second])
        if n_apart != n_before:
            counted.append({"one": first, "other": second, "now": n_apart})
        if (n_apart == 0) != (n_before == 0):
            changed.update((first, second))
    if counted:
        connection.execute(_MET, counted)
    return changed


def _spread(
    connection: Connection, start: set[str], step: Select[NameLinkRow], **limit: int
) -> tuple[set[str], set[NameLink]]:
    """All variants that are reached by this step, and the links on the way."""
    reached, edge = set(start), set(start)
    links: set[NameLink] = set()
    while edge:
        found = {
            NameLink(row.first, row.second, row.is_shorter, row.n_apart > 0, row.verdict)
            for row in find_rows(connection, step, edge, **limit)
        }
        links |= found
        edge = {name for link in found for name in (link.first, link.second)} - reached
        reached |= edge
    return reached, links

"""Names as articles come and go: which are kin, and which speaker each name is.

It keeps what `comparison.speakers` computes over all articles at once. A speaker depends on the names that its own
are kin to, and on the fuller ones of those: so what changes lies below the names that came or went.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, Executable, and_, bindparam, delete, func, insert, or_, select, update

from service.domain.judgements import Judgement, Subject
from service.linking.speakers.blocking_keys import blocking_keys
from service.linking.speakers.name_graph import MAX_FULLER, NameLink, NameVariant, name_link_of, speakers_of
from service.store.links.judgements import judged_pairs
from service.store.sql.bulk_values import find, in_values
from service.store.sql.rows import Row, Values, judgement_of, key_number, variant_of, variant_values
from service.store.sql.tables import NameKeyRow, NameLinkRow, NameVariantRow, SpeakerRow

_VOICES = select(NameVariantRow).where(in_values(NameVariantRow.id))
_PLACED = update(NameVariantRow).where(NameVariantRow.id == bindparam("of")).values(speaker_id=bindparam("now"))
_TOLD = select(SpeakerRow.voice_id).distinct().where(in_values(SpeakerRow.voice_id))
_KEEPERS = (
    select(NameKeyRow.key, NameVariantRow)
    .join(NameVariantRow, NameVariantRow.id == NameKeyRow.voice_id)
    .where(in_values(NameKeyRow.key))
)
_TIED = select(NameLinkRow.first, NameLinkRow.second, NameLinkRow.n_apart).where(
    in_values(NameLinkRow.first), in_values(NameLinkRow.second)
)
_MET = (
    update(NameLinkRow)
    .where(NameLinkRow.first == bindparam("one"), NameLinkRow.second == bindparam("other"))
    .values(n_apart=bindparam("now"))
)
_SAME = or_(NameLinkRow.is_shorter.is_(False), NameLinkRow.verdict.is_(True))
# The ties to names that are the same or shorter.
_BELOW = select(NameLinkRow).where(or_(in_values(NameLinkRow.second), and_(in_values(NameLinkRow.first), _SAME)))
# The ties to names that are the same or fuller; a name that is short for many leads nowhere.
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


def add_variants(connection: Connection, told: Iterable[Collection[NameVariant]]) -> set[str]:
    """Take in voices, article by article; the ids of those whose speaker may be another now."""
    meetings = [{variant.id: variant for variant in variants} for variants in told]
    by_id = {id_: variant for variants in meetings for id_, variant in variants.items()}
    known = {row.id for row in _rows(connection, by_id)}
    added = [variant for variant in by_id.values() if variant.id not in known]
    if added:
        connection.execute(insert(NameVariantRow), list(map(variant_values, added)))
    _tie(connection, added)
    return {variant.id for variant in added} | _meet(connection, meetings, by=1)


def remove_variants(connection: Connection, told: Iterable[str]) -> set[str]:
    """Forget that one article told of these voices; the ids of those whose speaker may be another now.

    Those that no article tells any more are gone; the article's own rows must be gone already.
    """
    ids = set(told)
    touched = _meet(connection, [ids], by=-1)
    left = {row.voice_id for row in find(connection, _TOLD, ids)}
    gone = ids - left
    for variant in map(variant_of, _rows(connection, gone)):
        links = or_(NameLinkRow.first == variant.id, NameLinkRow.second == variant.id)
        touched.update(
            name
            for link in connection.execute(select(NameLinkRow.first, NameLinkRow.second).where(links))
            for name in link
        )
        connection.execute(delete(NameLinkRow).where(links))
        kept = {_number(variant, key) for key in blocking_keys(variant.speaker).kept}
        connection.execute(delete(NameKeyRow).where(NameKeyRow.key.in_(kept), NameKeyRow.voice_id == variant.id))
        connection.execute(delete(NameVariantRow).where(NameVariantRow.id == variant.id))
    return touched - gone


def merge(connection: Connection, changed: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Find the speakers of these voices, and of those below them, anew: each that is another now, before and after."""
    below, _ = _spread(connection, set(changed), _BELOW)
    # Not the ties on the way down: the upward step leaves out those that lead nowhere.
    around, links = _spread(connection, below, _ABOVE, most=MAX_FULLER)
    rows = {row.id: row for row in _rows(connection, around)}
    speakers = speakers_of(map(variant_of, rows.values()), links)
    moved = {
        voice_id: (rows[voice_id].speaker_id, speakers[voice_id])
        for voice_id in below
        if rows[voice_id].speaker_id != speakers[voice_id]
    }
    if moved:
        placed = [{"of": voice_id, "now": speaker_id} for voice_id, (_, speaker_id) in moved.items()]
        connection.execute(_PLACED, placed)
    return moved


def _tie(connection: Connection, added: Sequence[NameVariant]) -> None:
    """Index new voices, and tie them to those whose names are kin."""
    seekers: dict[int, list[NameVariant]] = defaultdict(list)
    kept: set[tuple[int, str]] = set()
    for variant in added:
        keys = blocking_keys(variant.speaker)
        kept.update((_number(variant, key), variant.id) for key in keys.kept)
        for key in keys.sought:
            seekers[_number(variant, key)].append(variant)
    if kept:
        connection.execute(insert(NameKeyRow), [{"key": key, "voice_id": voice_id} for key, voice_id in sorted(kept)])
    pairs: dict[tuple[str, str], tuple[NameVariant, NameVariant]] = {}
    for row in find(connection, _KEEPERS, seekers):
        for variant in seekers[row.key]:
            if variant.id != row.id:
                first, second = sorted((variant, variant_of(row)), key=lambda one: one.id)
                pairs[first.id, second.id] = first, second
    links = (name_link_of(*pair, are_apart=False) for pair in pairs.values())
    told = [
        {"first": one.first, "second": one.second, "is_shorter": one.is_shorter, "n_apart": 0} for one in links if one
    ]
    if told:
        connection.execute(insert(NameLinkRow), told)
    for row in judged_pairs(connection, Subject.SPEAKER, (variant.id for variant in added)):
        judge_name_link(connection, judgement_of(row))


def judge_name_link(connection: Connection, judgement: Judgement) -> None:
    """Let the tie of two voices tell what was decided of them; of those that are not kin, only that they are one."""
    pair = judgement.first, judgement.second
    link = or_(*(and_(NameLinkRow.first == one, NameLinkRow.second == two) for one, two in (pair, pair[::-1])))
    if connection.execute(update(NameLinkRow).where(link).values(verdict=judgement.is_same)).rowcount:
        return
    if judgement.is_same and len(_rows(connection, pair)) == len(pair):
        values = {"first": pair[0], "second": pair[1], "is_shorter": False, "n_apart": 0, "verdict": True}
        connection.execute(insert(NameLinkRow), [values])


def _number(variant: NameVariant, key: str) -> int:
    return key_number((variant.speaker.kind, key))


def _meet(connection: Connection, meetings: Iterable[Iterable[str]], *, by: int) -> set[str]:
    """Count that articles tell of all of these; the voices that are apart now and were not, or the reverse."""
    places: dict[str, set[int]] = defaultdict(set)
    for place, ids in enumerate(meetings):
        for id_ in ids:
            places[id_].add(place)
    counted: list[Values] = []
    changed: set[str] = set()
    for first, second, n_before in find(connection, _TIED, places):
        n_apart = n_before + by * len(places[first] & places[second])
        if n_apart != n_before:
            counted.append({"one": first, "other": second, "now": n_apart})
        if (n_apart == 0) != (n_before == 0):
            changed.update((first, second))
    if counted:
        connection.execute(_MET, counted)
    return changed


def _spread(connection: Connection, start: set[str], step: Executable, **limit: int) -> tuple[set[str], set[NameLink]]:
    """All voices that lie on the way, and the ties that it takes."""
    reached, edge = set(start), set(start)
    links: set[NameLink] = set()
    while edge:
        found = {
            NameLink(row.first, row.second, row.is_shorter, row.n_apart > 0, row.verdict)
            for row in find(connection, step, edge, **limit)
        }
        links |= found
        edge = {name for link in found for name in (link.first, link.second)} - reached
        reached |= edge
    return reached, links


def _rows(connection: Connection, ids: Iterable[str]) -> Sequence[Row]:
    return find(connection, _VOICES, ids)

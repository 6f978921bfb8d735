"""Names as articles come and go: which are kin, and which speaker each name is.

It keeps what `comparison.speakers` computes over all articles at once. A speaker depends on the names that its own
are kin to, and on the fuller ones of those: so what changes lies below the names that came or went.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, Executable, and_, bindparam, delete, func, insert, or_, select, update

from service.domain.judgements import Judgement, Subject
from service.linking.speakers.blocking_keys import name_keys
from service.linking.speakers.name_graph import MOST_FULLER, Tie, Voice, speakers_of, tie_of
from service.store.links.judgements import judged_pairs
from service.store.sql.bulk_values import among, find
from service.store.sql.rows import Row, Values, judgement_of, key_number, voice_of, voice_values
from service.store.sql.tables import NameKeyRow, SpeakerRow, TieRow, VoiceRow

_VOICES = select(VoiceRow).where(among(VoiceRow.id))
_PLACED = update(VoiceRow).where(VoiceRow.id == bindparam("of")).values(speaker_id=bindparam("now"))
_TOLD = select(SpeakerRow.voice_id).distinct().where(among(SpeakerRow.voice_id))
_KEEPERS = (
    select(NameKeyRow.key, VoiceRow).join(VoiceRow, VoiceRow.id == NameKeyRow.voice_id).where(among(NameKeyRow.key))
)
_TIED = select(TieRow.first, TieRow.second, TieRow.n_apart).where(among(TieRow.first), among(TieRow.second))
_MET = (
    update(TieRow)
    .where(TieRow.first == bindparam("one"), TieRow.second == bindparam("other"))
    .values(n_apart=bindparam("now"))
)
_SAME = or_(TieRow.is_shorter.is_(False), TieRow.verdict.is_(True))
# The ties to names that are the same or shorter.
_BELOW = select(TieRow).where(or_(among(TieRow.second), and_(among(TieRow.first), _SAME)))
# The ties to names that are the same or fuller; a name that is short for many leads nowhere.
_MANY = (
    select(TieRow.first)
    .where(among(TieRow.first), TieRow.is_shorter)
    .group_by(TieRow.first)
    .having(func.count() > bindparam("most"))
)
_ABOVE = select(TieRow).where(
    or_(
        and_(among(TieRow.first), TieRow.is_shorter, TieRow.first.not_in(_MANY)),
        # Each branch has a column of its own to be found by, or the whole table would be read.
        and_(among(TieRow.first), _SAME),
        and_(among(TieRow.second), _SAME),
    )
)


def add_voices(connection: Connection, told: Iterable[Collection[Voice]]) -> set[str]:
    """Take in voices, article by article; the ids of those whose speaker may be another now."""
    meetings = [{voice.id: voice for voice in voices} for voices in told]
    by_id = {id_: voice for voices in meetings for id_, voice in voices.items()}
    known = {row.id for row in _rows(connection, by_id)}
    added = [voice for voice in by_id.values() if voice.id not in known]
    if added:
        connection.execute(insert(VoiceRow), list(map(voice_values, added)))
    _tie(connection, added)
    return {voice.id for voice in added} | _meet(connection, meetings, by=1)


def remove_voices(connection: Connection, told: Iterable[str]) -> set[str]:
    """Forget that one article told of these voices; the ids of those whose speaker may be another now.

    Those that no article tells any more are gone; the article's own rows must be gone already.
    """
    ids = set(told)
    touched = _meet(connection, [ids], by=-1)
    left = {row.voice_id for row in find(connection, _TOLD, ids)}
    gone = ids - left
    for voice in map(voice_of, _rows(connection, gone)):
        ties = or_(TieRow.first == voice.id, TieRow.second == voice.id)
        touched.update(
            name for tie in connection.execute(select(TieRow.first, TieRow.second).where(ties)) for name in tie
        )
        connection.execute(delete(TieRow).where(ties))
        kept = {_number(voice, key) for key in name_keys(voice.speaker).kept}
        connection.execute(delete(NameKeyRow).where(NameKeyRow.key.in_(kept), NameKeyRow.voice_id == voice.id))
        connection.execute(delete(VoiceRow).where(VoiceRow.id == voice.id))
    return touched - gone


def merge(connection: Connection, changed: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Find the speakers of these voices, and of those below them, anew: each that is another now, before and after."""
    below, _ = _spread(connection, set(changed), _BELOW)
    # Not the ties on the way down: the upward step leaves out those that lead nowhere.
    around, ties = _spread(connection, below, _ABOVE, most=MOST_FULLER)
    rows = {row.id: row for row in _rows(connection, around)}
    speakers = speakers_of(map(voice_of, rows.values()), ties)
    moved = {
        voice_id: (rows[voice_id].speaker_id, speakers[voice_id])
        for voice_id in below
        if rows[voice_id].speaker_id != speakers[voice_id]
    }
    if moved:
        placed = [{"of": voice_id, "now": speaker_id} for voice_id, (_, speaker_id) in moved.items()]
        connection.execute(_PLACED, placed)
    return moved


def _tie(connection: Connection, added: Sequence[Voice]) -> None:
    """Index new voices, and tie them to those whose names are kin."""
    seekers: dict[int, list[Voice]] = defaultdict(list)
    kept: set[tuple[int, str]] = set()
    for voice in added:
        keys = name_keys(voice.speaker)
        kept.update((_number(voice, key), voice.id) for key in keys.kept)
        for key in keys.sought:
            seekers[_number(voice, key)].append(voice)
    if kept:
        connection.execute(insert(NameKeyRow), [{"key": key, "voice_id": voice_id} for key, voice_id in sorted(kept)])
    pairs: dict[tuple[str, str], tuple[Voice, Voice]] = {}
    for row in find(connection, _KEEPERS, seekers):
        for voice in seekers[row.key]:
            if voice.id != row.id:
                first, second = sorted((voice, voice_of(row)), key=lambda one: one.id)
                pairs[first.id, second.id] = first, second
    ties = (tie_of(*pair, are_apart=False) for pair in pairs.values())
    told = [
        {"first": one.first, "second": one.second, "is_shorter": one.is_shorter, "n_apart": 0} for one in ties if one
    ]
    if told:
        connection.execute(insert(TieRow), told)
    for row in judged_pairs(connection, Subject.SPEAKER, (voice.id for voice in added)):
        judge_tie(connection, judgement_of(row))


def judge_tie(connection: Connection, judgement: Judgement) -> None:
    """Let the tie of two voices tell what was decided of them; of those that are not kin, only that they are one."""
    pair = judgement.first, judgement.second
    tie = or_(*(and_(TieRow.first == one, TieRow.second == two) for one, two in (pair, pair[::-1])))
    if connection.execute(update(TieRow).where(tie).values(verdict=judgement.is_same)).rowcount:
        return
    if judgement.is_same and len(_rows(connection, pair)) == len(pair):
        values = {"first": pair[0], "second": pair[1], "is_shorter": False, "n_apart": 0, "verdict": True}
        connection.execute(insert(TieRow), [values])


def _number(voice: Voice, key: str) -> int:
    return key_number((voice.speaker.kind, key))


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


def _spread(connection: Connection, start: set[str], step: Executable, **limit: int) -> tuple[set[str], set[Tie]]:
    """All voices that lie on the way, and the ties that it takes."""
    reached, edge = set(start), set(start)
    ties: set[Tie] = set()
    while edge:
        found = {
            Tie(row.first, row.second, row.is_shorter, row.n_apart > 0, row.verdict)
            for row in find(connection, step, edge, **limit)
        }
        ties |= found
        edge = {name for tie in found for name in (tie.first, tie.second)} - reached
        reached |= edge
    return reached, ties


def _rows(connection: Connection, ids: Iterable[str]) -> Sequence[Row]:
    return find(connection, _VOICES, ids)

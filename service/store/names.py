"""Names as articles come and go: which are kin, and which speaker each name is.

It keeps what `comparison.speakers` computes over all articles at once. A speaker depends on the names that its own
are kin to, and on the fuller ones of those: so what changes lies below the names that came or went.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, func, insert, or_, select, update

from service.comparison.name_keys import name_keys
from service.comparison.voices import MOST_FULLER, Tie, Voice, speakers_of, tie_of
from service.store.chunks import chunks
from service.store.judgements import judged_pairs
from service.store.rows import Row, judgement_of, key_number, voice_of, voice_values
from service.store.tables import NameKeyRow, SpeakerRow, TieRow, VoiceRow
from service.stored import Judgement, Subject


def add_voices(connection: Connection, told: Iterable[Voice]) -> set[str]:
    """Take in the voices of one article; the ids of those whose speaker may be another now."""
    by_id = {voice.id: voice for voice in told}
    known = {row.id for row in _rows(connection, by_id)}
    added = [voice for voice in by_id.values() if voice.id not in known]
    for rows in chunks(map(voice_values, added)):
        connection.execute(insert(VoiceRow), rows)
    _tie(connection, added)
    return {voice.id for voice in added} | _meet(connection, by_id, by=1)


def remove_voices(connection: Connection, told: Iterable[str]) -> set[str]:
    """Forget that one article told of these voices; the ids of those whose speaker may be another now.

    Those that no article tells any more are gone; the article's own rows must be gone already.
    """
    ids = set(told)
    touched = _meet(connection, ids, by=-1)
    left = {
        voice_id
        for some in chunks(ids)
        for voice_id in connection.scalars(select(SpeakerRow.voice_id).where(SpeakerRow.voice_id.in_(some)))
    }
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
    below, _ = _spread(connection, set(changed), _below)
    # Not the ties on the way down: the upward step leaves out those that lead nowhere.
    around, ties = _spread(connection, below, _above)
    rows = {row.id: row for row in _rows(connection, around)}
    speakers = speakers_of(map(voice_of, rows.values()), ties)
    moved = {
        voice_id: (rows[voice_id].speaker_id, speakers[voice_id])
        for voice_id in below
        if rows[voice_id].speaker_id != speakers[voice_id]
    }
    if moved:
        one = update(VoiceRow).where(VoiceRow.id == bindparam("of"))
        placed = [{"of": voice_id, "now": speaker_id} for voice_id, (_, speaker_id) in moved.items()]
        connection.execute(one.values(speaker_id=bindparam("now")), placed)
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
    for rows in chunks({"key": key, "voice_id": voice_id} for key, voice_id in sorted(kept)):
        connection.execute(insert(NameKeyRow), rows)
    pairs: dict[tuple[str, str], tuple[Voice, Voice]] = {}
    for sought in chunks(seekers):
        keepers = select(NameKeyRow.key, VoiceRow).join(VoiceRow, VoiceRow.id == NameKeyRow.voice_id)
        for row in connection.execute(keepers.where(NameKeyRow.key.in_(sought))):
            for voice in seekers[row.key]:
                if voice.id != row.id:
                    first, second = sorted((voice, voice_of(row)), key=lambda one: one.id)
                    pairs[first.id, second.id] = first, second
    ties = (tie_of(*pair, are_apart=False) for pair in pairs.values())
    told = (
        {"first": one.first, "second": one.second, "is_shorter": one.is_shorter, "n_apart": 0} for one in ties if one
    )
    for some in chunks(told):
        connection.execute(insert(TieRow), some)
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


def _meet(connection: Connection, ids: Iterable[str], *, by: int) -> set[str]:
    """Count that an article tells of all of these; the voices that are apart now and were not, or the reverse."""
    met = TieRow.first.in_(set(ids)), TieRow.second.in_(set(ids))
    rows = connection.execute(select(TieRow.first, TieRow.second, TieRow.n_apart).where(*met)).all()
    if rows:
        connection.execute(update(TieRow).where(*met).values(n_apart=TieRow.n_apart + by))
    return {name for row in rows if 0 in (row.n_apart, row.n_apart + by) for name in (row.first, row.second)}


_SAME = or_(TieRow.is_shorter.is_(False), TieRow.verdict.is_(True))
_Step = Callable[[set[str]], ColumnElement[bool]]


def _below(reached: set[str]) -> ColumnElement[bool]:
    """The ties to names that are the same or shorter."""
    return or_(TieRow.second.in_(reached), and_(TieRow.first.in_(reached), _SAME))


def _above(reached: set[str]) -> ColumnElement[bool]:
    """The ties to names that are the same or fuller; a name that is short for many leads nowhere."""
    many = (
        select(TieRow.first)
        .where(TieRow.first.in_(reached), TieRow.is_shorter)
        .group_by(TieRow.first)
        .having(func.count() > MOST_FULLER)
    )
    same = and_(_SAME, or_(TieRow.first.in_(reached), TieRow.second.in_(reached)))
    return or_(and_(TieRow.is_shorter, TieRow.first.in_(reached), TieRow.first.not_in(many)), same)


def _spread(connection: Connection, start: set[str], step: _Step) -> tuple[set[str], set[Tie]]:
    """All voices that lie on the way, and the ties that it takes."""
    reached, edge = set(start), set(start)
    ties: set[Tie] = set()
    while edge:
        found = {
            Tie(row.first, row.second, row.is_shorter, row.n_apart > 0, row.verdict)
            for some in chunks(sorted(edge))
            for row in connection.execute(select(TieRow).where(step(set(some))))
        }
        ties |= found
        edge = {name for tie in found for name in (tie.first, tie.second)} - reached
        reached |= edge
    return reached, ties


def _rows(connection: Connection, ids: Iterable[str]) -> list[Row]:
    return [row for some in chunks(ids) for row in connection.execute(select(VoiceRow).where(VoiceRow.id.in_(some)))]

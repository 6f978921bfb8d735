"""What follows from an article that comes or goes: its speakers merged, its quotations linked, conflicts found."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from service.comparison.affiliation_conflicts import MOST_POSTS
from service.comparison.conflicts import conflicts_of_speaker
from service.comparison.passages import Passage, passages_of
from service.comparison.versions import version_id
from service.comparison.voices import Voice
from service.domain import Conflict, Report, Speaker, SpeakerKind
from service.store.chunks import chunks
from service.store.conflicts import replace_conflicts
from service.store.index import add_versions, remove_versions
from service.store.moves import record_moves
from service.store.names import add_voices, merge, remove_voices
from service.store.rows import Row, affiliation_of, article_of
from service.store.samples import sample_passage, sample_values
from service.store.statements import judged_versions, regroup
from service.store.tables import (
    AffiliationRow,
    ArticleRow,
    MergedSpeakerRow,
    QuotationRow,
    VersionRow,
    VoiceRow,
)
from service.text.names import fullest

_TOLD = (
    AffiliationRow.article_id,
    AffiliationRow.start,
    AffiliationRow.end,
    AffiliationRow.text,
    AffiliationRow.role,
    AffiliationRow.organization,
    AffiliationRow.published_at,
)


def link_article(connection: Connection, report: Report, voices: Mapping[str, Voice]) -> None:
    """Link an article whose rows are there."""
    with_posts = {voices[speaker.id].id for speaker in report.speakers if speaker.affiliations}
    update_speakers(connection, add_voices(connection, voices.values()), with_posts)
    passages = passages_of(report)
    versions = {passage.id: version_id(passage) for passage in passages}
    samples = {versions[passage.id]: passage for passage in passages}
    numbers = _numbers(connection, samples)
    added = _insert_versions(connection, {id_: one for id_, one in samples.items() if id_ not in numbers})
    numbers.update({id_: number for number, id_ in added.items()})
    placed = [{"of": passage.id, "now": numbers[versions[passage.id]]} for passage in passages]
    if placed:
        one = update(QuotationRow).where(QuotationRow.id == bindparam("of"))
        connection.execute(one.values(version=bindparam("now")), placed)
    lost = add_versions(connection, {number: samples[id_] for number, id_ in added.items()})
    regroup(connection, {*numbers.values(), *lost})


def unlink_article(connection: Connection, gone: Iterable[Row], told: Iterable[str]) -> None:
    """Take back what followed from an article: the rows of its quotations, and its voices, which are gone already."""
    gone = tuple(gone)
    numbers = {row.version for row in gone if row.version is not None}
    left = {
        number
        for some in chunks(sorted(numbers))
        for number in connection.scalars(select(QuotationRow.version).where(QuotationRow.version.in_(some)))
        if number is not None
    }
    empty = numbers - left
    rows = [
        row
        for some in chunks(sorted(empty))
        for row in connection.execute(select(VersionRow).where(VersionRow.number.in_(some)))
    ]
    touched = remove_versions(connection, {row.number: sample_passage(row.sample, row.id) for row in rows})
    for some in chunks(sorted(empty)):
        connection.execute(delete(VersionRow).where(VersionRow.number.in_(some)))
    judged = judged_versions(connection, (row.id for row in gone))
    regroup(connection, left | touched | judged, gone=gone)
    told = set(told)
    speakers = _speakers_of(connection, told)
    update_speakers(connection, remove_voices(connection, told), told, before=speakers)


def _numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(ids):
        rows = connection.execute(select(VersionRow.id, VersionRow.number).where(VersionRow.id.in_(some)))
        found.update((row[0], row[1]) for row in rows)
    return found


def _insert_versions(connection: Connection, samples: Mapping[str, Passage]) -> dict[int, str]:
    rows = [{"id": id_, "sample": sample_values(passage)} for id_, passage in samples.items()]
    for some in chunks(rows):
        connection.execute(insert(VersionRow), some)
    return {number: id_ for id_, number in _numbers(connection, samples).items()}


def _speakers_of(connection: Connection, voice_ids: Iterable[str]) -> set[str]:
    return {
        speaker_id
        for some in chunks(voice_ids)
        for speaker_id in connection.scalars(select(VoiceRow.speaker_id).where(VoiceRow.id.in_(some)))
    }


def update_speakers(
    connection: Connection, changed: Iterable[str], told: set[str], *, before: Iterable[str] = ()
) -> None:
    """Merge the changed voices anew; hold the posts of their speakers, and of those told of, against each other."""
    moved = merge(connection, changed)
    old = {speaker_id for speaker_id, _ in moved.values() if speaker_id} | set(before)
    touched = {speaker_id for _, speaker_id in moved.values()} | _speakers_of(connection, told) | old
    rows = _speaker_rows(connection, touched)
    for some in chunks(touched):
        connection.execute(delete(MergedSpeakerRow).where(MergedSpeakerRow.id.in_(some)))
    for new in chunks({"id": id_, "name": one.name, "kind": one.kind.value} for id_, one in rows.items()):
        connection.execute(insert(MergedSpeakerRow), new)
    disputed = [rows[id_] for id_ in sorted(_told_by_several(connection, rows)) if id_ in rows]
    conflicts = [conflict for speaker in disputed for conflict in _posts_in_conflict(connection, speaker)]
    replace_conflicts(connection, touched, conflicts, of="speaker_id")
    record_moves(connection, old - set(rows), dict(sorted(moved.values(), reverse=True)))


def _speaker_rows(connection: Connection, ids: Iterable[str]) -> dict[str, Speaker]:
    """The speakers that there are, with no more than their names."""
    names: dict[str, list[Row]] = {}
    for some in chunks(ids):
        for row in connection.execute(select(VoiceRow).where(VoiceRow.speaker_id.in_(some))):
            names.setdefault(row.speaker_id, []).append(row)
    return {
        id_: Speaker(id_, fullest(row.name for row in rows), SpeakerKind(rows[0].kind)) for id_, rows in names.items()
    }


def _told_by_several(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of whom more than one article says what they are."""
    told = (
        select(VoiceRow.speaker_id)
        .join(AffiliationRow, AffiliationRow.voice_id == VoiceRow.id)
        .group_by(VoiceRow.speaker_id)
        .having(func.count(AffiliationRow.article_id.distinct()) > 1)
    )
    return {
        speaker_id
        for some in chunks(ids)
        for speaker_id in connection.scalars(told.where(VoiceRow.speaker_id.in_(some)))
    }


def _posts_in_conflict(connection: Connection, speaker: Speaker) -> tuple[Conflict, ...]:
    """The conflict over the newest of the posts that articles tell of the speaker."""
    if speaker.kind is not SpeakerKind.PERSON:
        return ()
    newest = AffiliationRow.published_at, AffiliationRow.article_id, AffiliationRow.start, AffiliationRow.end
    posts = select(*_TOLD).distinct().join(VoiceRow, VoiceRow.id == AffiliationRow.voice_id)
    ordered = posts.where(VoiceRow.speaker_id == speaker.id).order_by(*(column.desc() for column in newest))
    rows = connection.execute(ordered.limit(MOST_POSTS)).all()
    ids = {row.article_id for row in rows}
    articles = tuple(map(article_of, connection.execute(select(ArticleRow).where(ArticleRow.id.in_(ids)))))
    told = Speaker(speaker.id, speaker.name, speaker.kind, affiliations=tuple(map(affiliation_of, rows)))
    return conflicts_of_speaker(told, articles)

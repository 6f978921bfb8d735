"""What follows from an article that comes or goes: its speakers merged, its quotations linked, conflicts found."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from service.domain.quotations import ArticleAnalysis, Speaker, SpeakerKind
from service.linking.speakers.name_graph import NameVariant
from service.linking.statements.comparable import ComparableQuotation, comparable_quotations
from service.linking.statements.duplicates import duplicates_id
from service.linking.statements.statements import statement_id_of
from service.store.links.blocking_index import add_versions, remove_versions
from service.store.links.clusters import judged_versions, regroup
from service.store.links.conflicts import replace_conflicts
from service.store.links.name_index import add_variants, merge, remove_variants
from service.store.links.positions import position_conflicts
from service.store.links.redirects import record_redirects
from service.store.links.representatives import representative_of, version_values
from service.store.sql.bulk_values import change, find, in_values
from service.store.sql.rows import Row, Values, quotation_values
from service.store.sql.tables import DuplicatesRow, MergedSpeakerRow, NameVariantRow, QuotationRow
from service.text.names import fullest

_NUMBERS = select(DuplicatesRow.id, DuplicatesRow.number).where(in_values(DuplicatesRow.id))
_INSERTED = insert(DuplicatesRow).returning(DuplicatesRow.id, DuplicatesRow.number)
_PLACED = (
    update(QuotationRow)
    .where(QuotationRow.id == bindparam("of"))
    .values(version=bindparam("numbered"), statement_id=bindparam("alone"))
)
_STILL_THERE = select(QuotationRow.version).distinct().where(in_values(QuotationRow.version))
_SPEAKERS_OF = select(NameVariantRow.speaker_id).distinct().where(in_values(NameVariantRow.id))
_VOICES = select(NameVariantRow).where(in_values(NameVariantRow.speaker_id))
_SPEAKERS = select(MergedSpeakerRow).where(in_values(MergedSpeakerRow.id))
_GONE = delete(MergedSpeakerRow).where(in_values(MergedSpeakerRow.id))


def link_articles(connection: Connection, told: Sequence[tuple[ArticleAnalysis, Mapping[str, NameVariant]]]) -> None:
    """Take in the quotations of articles whose other rows are there, and link them: together as one by one."""
    with_posts = {
        variants[speaker.id].id for report, variants in told for speaker in report.speakers if speaker.affiliations
    }
    changed = add_variants(connection, [tuple(variants.values()) for _, variants in told])
    update_speakers(connection, changed, with_posts)
    numbers, added = _numbered(connection, [report for report, _ in told])
    rows = [row for report, variants in told for row in quotation_values(report, variants)]
    if rows:
        connection.execute(insert(QuotationRow), [_placed(values, numbers) for values in rows])
    _join(connection, numbers, added)


def link_anew(connection: Connection, reports: Sequence[ArticleAnalysis]) -> None:
    """The same for the quotations of articles whose rows are all there, and of which nothing follows yet."""
    numbers, added = _numbered(connection, reports)
    rows = [{"of": id_, "numbered": number, "alone": statement_id_of(id_)} for id_, number in numbers.items()]
    if rows:
        connection.execute(_PLACED, rows)
    _join(connection, numbers, added)


def _numbered(
    connection: Connection, reports: Iterable[ArticleAnalysis]
) -> tuple[dict[str, int], dict[int, ComparableQuotation]]:
    """The number of each quotation's version, and the versions that were not there: a quotation of each."""
    passages = [passage for report in reports for passage in comparable_quotations(report)]
    versions = {passage.id: duplicates_id(passage) for passage in passages}
    representatives = {versions[passage.id]: passage for passage in passages}
    numbers = _numbers(connection, representatives)
    added = _insert_versions(connection, {id_: one for id_, one in representatives.items() if id_ not in numbers})
    numbers.update({id_: number for number, id_ in added.items()})
    return {passage.id: numbers[versions[passage.id]] for passage in passages}, {
        number: representatives[id_] for number, id_ in added.items()
    }


def _join(connection: Connection, numbers: Mapping[str, int], added: Mapping[int, ComparableQuotation]) -> None:
    lost = add_versions(connection, added)
    regroup(connection, {*numbers.values(), *lost}, added=numbers)


def _placed(quotation: Values, numbers: Mapping[str, int]) -> Values:
    """A quotation's row with its version; where it is speech, a statement alone, as most remain."""
    number = numbers.get(quotation["id"])
    alone = statement_id_of(quotation["id"]) if number is not None else None
    return {**quotation, "version": number, "statement_id": alone}


def unlink_article(connection: Connection, gone: Iterable[Row], told: Iterable[str]) -> None:
    """Take back what followed from an article: the rows of its quotations, and its voices, which are gone already."""
    gone = tuple(gone)
    numbers = {row.version for row in gone if row.version is not None}
    left = {row.version for row in find(connection, _STILL_THERE, numbers)}
    empty = numbers - left
    rows = find(connection, select(DuplicatesRow).where(in_values(DuplicatesRow.number)), empty)
    touched = remove_versions(connection, {row.number: representative_of(row.sample, row.id) for row in rows})
    change(connection, delete(DuplicatesRow).where(in_values(DuplicatesRow.number)), empty)
    judged = judged_versions(connection, (row.id for row in gone))
    regroup(connection, left | touched | judged, gone=gone)
    told = set(told)
    speakers = _speakers_of(connection, told)
    update_speakers(connection, remove_variants(connection, told), told, before=speakers)


def _numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    return {row.id: row.number for row in find(connection, _NUMBERS, ids)}


def _insert_versions(connection: Connection, representatives: Mapping[str, ComparableQuotation]) -> dict[int, str]:
    if not representatives:
        return {}
    rows = [version_values(id_, passage) for id_, passage in representatives.items()]
    return {row.number: row.id for row in connection.execute(_INSERTED, rows)}


def _speakers_of(connection: Connection, voice_ids: Iterable[str]) -> set[str]:
    return {row.speaker_id for row in find(connection, _SPEAKERS_OF, voice_ids)}


def update_speakers(
    connection: Connection, changed: Iterable[str], told: set[str], *, before: Iterable[str] = ()
) -> None:
    """Merge the changed voices anew; hold the posts of their speakers, and of those told of, against each other."""
    moved = merge(connection, changed)
    old = {speaker_id for speaker_id, _ in moved.values() if speaker_id} | set(before)
    touched = {speaker_id for _, speaker_id in moved.values()} | _speakers_of(connection, told) | old
    variants = _voices_of(connection, touched)
    speakers = {id_: _speaker(id_, rows) for id_, rows in variants.items()}
    _replace_speakers(connection, touched, speakers)
    _compare_positions(connection, touched, speakers, variants)
    record_redirects(connection, old - set(speakers), dict(sorted(moved.values(), reverse=True)))


def compare_positions(connection: Connection, speaker_ids: Collection[str]) -> None:
    """Hold the posts of these speakers against each other anew."""
    variants = _voices_of(connection, speaker_ids)
    _compare_positions(connection, speaker_ids, {id_: _speaker(id_, rows) for id_, rows in variants.items()}, variants)


def _compare_positions(
    connection: Connection,
    touched: Iterable[str],
    speakers: Mapping[str, Speaker],
    variants: Mapping[str, Sequence[Row]],
) -> None:
    people = [
        (speaker, [row.id for row in variants[id_]])
        for id_, speaker in sorted(speakers.items())
        if speaker.kind is SpeakerKind.PERSON
    ]
    replace_conflicts(connection, touched, position_conflicts(connection, people), of="speaker_id")


def _replace_speakers(connection: Connection, touched: Iterable[str], speakers: Mapping[str, Speaker]) -> None:
    """The rows of these speakers, where they are not there already; none of those touched that are gone."""
    there = {row.id: row._asdict() for row in find(connection, _SPEAKERS, touched)}
    rows = {id_: {"id": id_, "name": one.name, "kind": one.kind.value} for id_, one in speakers.items()}
    change(connection, _GONE, [id_ for id_, row in there.items() if row != rows.get(id_)])
    new = [row for id_, row in rows.items() if row != there.get(id_)]
    if new:
        connection.execute(insert(MergedSpeakerRow), new)


def _voices_of(connection: Connection, speaker_ids: Iterable[str]) -> dict[str, list[Row]]:
    """The voices of these speakers, of those that there are."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in find(connection, _VOICES, speaker_ids):
        found[row.speaker_id].append(row)
    return found


def _speaker(speaker_id: str, variants: Sequence[Row]) -> Speaker:
    """A speaker with no more than their name."""
    return Speaker(speaker_id, fullest(row.name for row in variants), SpeakerKind(variants[0].kind))

"""What follows from an article that comes or goes: its speakers merged, its quotations matched, conflicts found."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from service.domain.quotations import ArticleAnalysis, Speaker, SpeakerKind
from service.linking.speakers.name_graph import NameVariant
from service.linking.statements.comparable import ComparableQuotation, comparable_quotations
from service.linking.statements.duplicates import duplicates_id
from service.linking.statements.statements import statement_id_of
from service.store.links.blocking_index import add_duplicates, remove_duplicates
from service.store.links.clusters import judged_same, regroup
from service.store.links.conflicts import replace_conflicts
from service.store.links.matches import representatives_of
from service.store.links.name_index import add_variants, merge, remove_variants
from service.store.links.position_conflicts import position_conflicts
from service.store.links.redirects import record_redirects
from service.store.links.representatives import version_values
from service.store.links.topics import renew_topics, renew_topics_left
from service.store.sql.bulk_values import change, find, find_rows, in_values
from service.store.sql.rows.quotations import GroupedQuotation, quotation_values
from service.store.sql.rows.speakers import named_speaker
from service.store.sql.rows.values import Values
from service.store.sql.tables import DuplicatesRow, MergedSpeakerRow, NameVariantRow, QuotationRow
from service.text.names import fullest

WithVariants = tuple[ArticleAnalysis, Mapping[str, NameVariant]]
"""An article as it was read, and the name variants of its speakers by their ids there."""

_NUMBERS = select(DuplicatesRow.id, DuplicatesRow.number).where(in_values(DuplicatesRow.id))
_INSERTED = insert(DuplicatesRow).returning(DuplicatesRow.number, DuplicatesRow.id)
_PLACED = (
    update(QuotationRow)
    .where(QuotationRow.id == bindparam("of"))
    .values(version=bindparam("numbered"), statement_id=bindparam("alone"))
)
_STILL_THERE = select(QuotationRow.version).distinct().where(in_values(QuotationRow.version))
_SPEAKERS_OF = select(NameVariantRow.speaker_id).distinct().where(in_values(NameVariantRow.id))
_VARIANTS = select(NameVariantRow).where(in_values(NameVariantRow.speaker_id))
_SPEAKERS = select(MergedSpeakerRow.id, MergedSpeakerRow.name, MergedSpeakerRow.kind).where(
    in_values(MergedSpeakerRow.id)
)
_GONE = delete(MergedSpeakerRow).where(in_values(MergedSpeakerRow.id))


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Quotations by their ids, the number of each one's duplicates, and of those that were not there one each.

    `renewed` are the numbers of all whose matches may be others, for a topic is another.
    """

    quotations: Mapping[str, ComparableQuotation]
    numbers: Mapping[str, int]
    added: Mapping[int, ComparableQuotation]
    renewed: Collection[int]


def link_articles(connection: Connection, analysed: Sequence[WithVariants]) -> None:
    """Take in the quotations of articles whose other rows are there, and link them: together as one by one."""
    changed = add_variants(connection, [tuple(variants.values()) for _, variants in analysed])
    update_speakers(connection, changed, _with_positions(analysed))
    _join(connection, _insert_quotations(connection, analysed))


def link_anew(connection: Connection, analysed: Sequence[ArticleAnalysis]) -> None:
    """The same for the quotations of articles whose rows are all there, and of which nothing follows yet."""
    numbered = _numbered(connection, analysed)
    rows = [
        {"of": id_, "numbered": number, "alone": statement_id_of(id_) if numbered.quotations[id_].is_speech else None}
        for id_, number in numbered.numbers.items()
    ]
    if rows:
        connection.execute(_PLACED, rows)
    _join(connection, numbered)


def unlink_article(connection: Connection, gone: Collection[GroupedQuotation], variants: Iterable[str]) -> None:
    """Take back what followed from an article: from its quotations, whose rows are gone, and its name variants."""
    touched = _without_quotations(connection, gone)
    judged = judged_same(connection, (quotation.id for quotation in gone))
    regroup(connection, touched | judged, gone=gone)
    named = set(variants)
    speakers = _speakers_of(connection, named)
    update_speakers(connection, remove_variants(connection, named), named, before=speakers)


def relink_article(
    connection: Connection, analysed: WithVariants, gone: Collection[GroupedQuotation], variants_before: Iterable[str]
) -> None:
    """Link another version of an article, whose other rows are there, in the place of that before, whose rows are gone.

    All at once: what stays as it was, conflicts included, is left alone, and nobody is notified of it.
    """
    _, variants = analysed
    named_before = set(variants_before)
    speakers_before = _speakers_of(connection, named_before)
    changed = add_variants(connection, [tuple(variants.values())]) | remove_variants(connection, named_before)
    update_speakers(connection, changed, named_before | _with_positions([analysed]), before=speakers_before)
    numbered = _insert_quotations(connection, [analysed])
    lost = add_duplicates(connection, numbered.added)
    touched = _without_quotations(connection, gone)
    judged = judged_same(connection, (quotation.id for quotation in gone))
    changed_duplicates = {*numbered.numbers.values(), *numbered.renewed, *lost, *touched, *judged}
    regroup(connection, changed_duplicates, gone=gone, added=numbered.quotations)


def update_speakers(
    connection: Connection, changed: Iterable[str], named: set[str], *, before: Iterable[str] = ()
) -> None:
    """Merge the changed name variants again; compare the positions of their speakers, and of those named."""
    moved = merge(connection, changed)
    old = {speaker_id for speaker_id, _ in moved.values() if speaker_id} | set(before)
    touched = {speaker_id for _, speaker_id in moved.values()} | _speakers_of(connection, named) | old
    variants = _variants_of(connection, touched)
    speakers = {id_: _speaker(id_, rows) for id_, rows in variants.items()}
    _replace_speakers(connection, touched, speakers)
    _compare_positions(connection, touched, speakers, variants)
    record_redirects(connection, old - set(speakers), dict(sorted(moved.values(), reverse=True)))


def compare_positions(connection: Connection, speaker_ids: Collection[str]) -> None:
    """Compare the positions of each of these speakers again."""
    variants = _variants_of(connection, speaker_ids)
    speakers = {id_: _speaker(id_, rows) for id_, rows in variants.items()}
    _compare_positions(connection, speaker_ids, speakers, variants)


def _without_quotations(connection: Connection, gone: Collection[GroupedQuotation]) -> set[int]:
    """Remove duplicates that have no quotation left; those that are to be grouped again, for others are gone."""
    numbers = {quotation.version for quotation in gone if quotation.version is not None}
    left = {number for (number,) in find(connection, _STILL_THERE, numbers) if number is not None}
    empty = numbers - left
    touched = remove_duplicates(connection, representatives_of(connection, empty))
    change(connection, delete(DuplicatesRow).where(in_values(DuplicatesRow.number)), empty)
    renewed = renew_topics_left(connection, left, {quotation.id for quotation in gone})
    return left | touched | renewed


def _numbered(connection: Connection, analysed: Iterable[ArticleAnalysis]) -> _Numbered:
    quotations = {each.id: each for article in analysed for each in comparable_quotations(article)}
    ids = {id_: duplicates_id(quotation) for id_, quotation in quotations.items()}
    # The first of those of one version stands for it.
    representatives = {ids[id_]: quotations[id_] for id_ in sorted(quotations, reverse=True)}
    numbers = dict(find(connection, _NUMBERS, representatives))
    new = {id_: representative for id_, representative in representatives.items() if id_ not in numbers}
    renewed = renew_topics(connection, {number: representatives[id_] for id_, number in numbers.items()})
    added = _insert_duplicates(connection, new)
    numbers.update({id_: number for number, id_ in added.items()})
    return _Numbered(
        quotations,
        {quotation_id: numbers[id_] for quotation_id, id_ in ids.items()},
        {number: representatives[id_] for number, id_ in added.items()},
        renewed,
    )


def _with_positions(analysed: Iterable[WithVariants]) -> set[str]:
    """The name variants of the speakers of whom these articles say what they are."""
    return {
        variants[speaker.id].id
        for article, variants in analysed
        for speaker in article.speakers
        if speaker.affiliations
    }


def _insert_quotations(connection: Connection, analysed: Sequence[WithVariants]) -> _Numbered:
    numbered = _numbered(connection, [article for article, _ in analysed])
    rows = [row for article, variants in analysed for row in quotation_values(article, variants)]
    if rows:
        connection.execute(insert(QuotationRow), [_placed(values, numbered.numbers) for values in rows])
    return numbered


def _join(connection: Connection, numbered: _Numbered) -> None:
    lost = add_duplicates(connection, numbered.added)
    regroup(connection, {*numbered.numbers.values(), *numbered.renewed, *lost}, added=numbered.quotations)


def _placed(quotation: Values, numbers: Mapping[str, int]) -> Values:
    """A quotation's row with its duplicates; where it is speech, a statement alone, as most remain."""
    number = numbers.get(quotation["id"])
    alone = statement_id_of(quotation["id"]) if quotation["is_speech"] else None
    return {**quotation, "version": number, "statement_id": alone}


def _insert_duplicates(connection: Connection, representatives: Mapping[str, ComparableQuotation]) -> dict[int, str]:
    if not representatives:
        return {}
    rows = [version_values(id_, representative) for id_, representative in representatives.items()]
    return dict(connection.execute(_INSERTED, rows).all())


def _compare_positions(
    connection: Connection,
    touched: Iterable[str],
    speakers: Mapping[str, Speaker],
    variants: Mapping[str, Sequence[NameVariantRow]],
) -> None:
    people = [
        (speaker, [row.id for row in variants[id_]])
        for id_, speaker in sorted(speakers.items())
        if speaker.kind is SpeakerKind.PERSON
    ]
    replace_conflicts(connection, touched, position_conflicts(connection, people), of="speaker_id")


def _replace_speakers(connection: Connection, touched: Iterable[str], speakers: Mapping[str, Speaker]) -> None:
    """The rows of these speakers, where they are not there already; none of those touched that are gone."""
    there = set(find(connection, _SPEAKERS, touched))
    wanted = {(id_, speaker.name, speaker.kind.value) for id_, speaker in speakers.items()}
    change(connection, _GONE, sorted(id_ for id_, _, _ in there - wanted))
    new = [{"id": id_, "name": name, "kind": kind} for id_, name, kind in sorted(wanted - there)]
    if new:
        connection.execute(insert(MergedSpeakerRow), new)


def _speakers_of(connection: Connection, variant_ids: Iterable[str]) -> set[str]:
    return {speaker_id for (speaker_id,) in find(connection, _SPEAKERS_OF, variant_ids)}


def _variants_of(connection: Connection, speaker_ids: Iterable[str]) -> dict[str, list[NameVariantRow]]:
    """The name variants of these speakers, of those that there are."""
    found: dict[str, list[NameVariantRow]] = defaultdict(list)
    for row in find_rows(connection, _VARIANTS, speaker_ids):
        found[row.speaker_id].append(row)
    return found


def _speaker(speaker_id: str, variants: Sequence[NameVariantRow]) -> Speaker:
    """A speaker with no more than their name."""
    return named_speaker(speaker_id, fullest(row.name for row in variants), variants[0])

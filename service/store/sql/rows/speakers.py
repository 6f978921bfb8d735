"""Speakers, their names and affiliations, and their rows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service.domain.articles import ArticleField, Span
from service.domain.quotations import Affiliation, ArticleAnalysis, Speaker, SpeakerKind
from service.linking.speakers.name_graph import NameVariant
from service.store.sql.rows.values import Values
from service.store.sql.tables import AffiliationRow, MergedSpeakerRow, NameVariantRow, SpeakerRow


class AffiliationColumns:
    """The columns of an affiliation's row that make its value."""

    article_id: str
    start: int
    end: int
    text: str
    field: str
    role: str | None
    organization: str | None


def speaker_values(analysed: ArticleAnalysis, variants: Mapping[str, NameVariant]) -> Iterator[Values]:
    """The rows of an article's speakers."""
    for speaker in analysed.speakers:
        yield {
            "id": speaker.id,
            "name": speaker.name,
            "kind": speaker.kind.value,
            "gender": speaker.gender,
            "article_id": analysed.article.id,
            "aliases": list(speaker.aliases),
            "voice_id": variants[speaker.id].id,
        }


def speaker_of(row: SpeakerRow, affiliations: Iterable[Affiliation] = (), *, speaker_id: str | None = None) -> Speaker:
    """The speaker of one article, by that article's id of theirs or another."""
    aliases, gender = tuple(row.aliases), row.gender
    return Speaker(speaker_id or row.id, row.name, SpeakerKind(row.kind), aliases, tuple(affiliations), gender)


def merged_speaker_of(row: MergedSpeakerRow, affiliations: Iterable[Affiliation] = ()) -> Speaker:
    """The speaker over all articles, with no more than the name and some affiliations."""
    return Speaker(row.id, row.name, SpeakerKind(row.kind), affiliations=tuple(affiliations))


def member_of(merged: MergedSpeakerRow, name: str, aliases: Iterable[str], gender: str | None) -> Speaker:
    """A merged speaker as some article names them."""
    return Speaker("", name, SpeakerKind(merged.kind), tuple(aliases), gender=gender)


def named_speaker(speaker_id: str, name: str, variant: NameVariantRow) -> Speaker:
    """A speaker over all articles that goes by this name, of the kind that each of its variants has."""
    return Speaker(speaker_id, name, SpeakerKind(variant.kind))


def variant_values(variant: NameVariant) -> Values:
    """The row of a name variant that nobody has merged yet."""
    speaker = variant.speaker
    return {
        "id": variant.id,
        "name": speaker.name,
        "kind": speaker.kind.value,
        "gender": speaker.gender,
        "speaker_id": "",
    }


def variant_of(row: NameVariantRow) -> NameVariant:
    """The name variant of a row."""
    return NameVariant(row.id, Speaker(row.id, row.name, SpeakerKind(row.kind), gender=row.gender))


def affiliation_values(analysed: ArticleAnalysis, variants: Mapping[str, NameVariant]) -> Iterator[Values]:
    """The rows of what an article says that its speakers are."""
    for speaker in analysed.speakers:
        for index, affiliation in enumerate(speaker.affiliations):
            yield {
                "article_id": analysed.article.id,
                "speaker_id": speaker.id,
                "place": index,
                "start": affiliation.span.start,
                "end": affiliation.span.end,
                "text": affiliation.span.text,
                "field": affiliation.span.field.value,
                "role": affiliation.role,
                "organization": affiliation.organization,
                "voice_id": variants[speaker.id].id,
                "published_at": analysed.article.published_at or "",
            }


def affiliation_of(row: AffiliationColumns | AffiliationRow) -> Affiliation:
    """The affiliation of a row."""
    span = Span(row.start, row.end, row.text, ArticleField(row.field))
    return Affiliation(row.article_id, span, row.role, row.organization)


def compared_speaker_values(speaker: Speaker) -> Values:
    """As much of a speaker as quotations are compared by, as JSON; affiliations without their places."""
    return {
        "name": speaker.name,
        "kind": speaker.kind.value,
        "gender": speaker.gender,
        "aliases": list(speaker.aliases),
        "posts": [[each.span.text, each.role, each.organization] for each in speaker.affiliations],
    }


def compared_speaker_of(values: Mapping[str, Any]) -> Speaker:
    """The speaker that `compared_speaker_values` gave."""
    affiliations = tuple(
        Affiliation("", Span(0, len(text), text), role, organization) for text, role, organization in values["posts"]
    )
    kind, aliases = SpeakerKind(values["kind"]), tuple(values["aliases"])
    return Speaker("", values["name"], kind, aliases, affiliations, values["gender"])

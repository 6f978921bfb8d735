"""The speakers of several articles as one list: aliases merged, namesakes kept apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from service.domain.judgements import Judgement, Subject
from service.domain.quotations import Affiliation, ArticleAnalysis, Speaker
from service.linking.speakers.blocking_keys import blocking_keys
from service.linking.speakers.name_graph import NameLink, NameVariant, name_link_of, speakers_of, variants_of
from service.text.names import fullest


@dataclass(frozen=True, slots=True)
class MergedSpeakers:
    """All speakers of the compared articles, and which of them each article's speaker is."""

    speakers: tuple[Speaker, ...]
    _merged: Mapping[tuple[str, str], str]

    def merged_id(self, article_id: str, speaker_id: str | None) -> str | None:
        """The merged speaker that an article's speaker is."""
        return self._merged[article_id, speaker_id] if speaker_id is not None else None

    def merged_ids(self, article_id: str, speaker_ids: Iterable[str]) -> tuple[str, ...]:
        """The merged speakers that several of an article are, each once."""
        return tuple(dict.fromkeys(self._merged[article_id, speaker_id] for speaker_id in speaker_ids))


def merge_speakers(reports: Iterable[ArticleAnalysis], judgements: Iterable[Judgement] = ()) -> MergedSpeakers:
    """One list of speakers over all reports, in any order of the reports; judgements on name variants are respected."""
    analysed = [(report, variants_of(report)) for report in reports]
    variants = {variant.id: variant for _, found in analysed for variant in found.values()}
    naming: dict[str, set[int]] = defaultdict(set)
    for number, (_, found) in enumerate(analysed):
        for variant in found.values():
            naming[variant.id].add(number)
    merged_ids = speakers_of(variants.values(), _judged(_name_links(variants, naming), variants, judgements))
    merged = {
        (report.article.id, speaker_id): merged_ids[variant.id]
        for report, found in analysed
        for speaker_id, variant in found.items()
    }
    members: dict[str, list[Speaker]] = defaultdict(list)
    for report, _ in analysed:
        for speaker in report.speakers:
            members[merged[report.article.id, speaker.id]].append(speaker)
    speakers = (merged_speaker(speaker_id, found) for speaker_id, found in members.items())
    return MergedSpeakers(tuple(sorted(speakers, key=lambda speaker: (speaker.name, speaker.id))), merged)


def merged_speaker(speaker_id: str, members: Iterable[Speaker]) -> Speaker:
    """One speaker, merged from what the articles say; there is at least one member."""
    members = tuple(members)
    name = fullest(member.name for member in members)
    aliases = {alias for member in members for alias in (member.name, *member.aliases)}
    return Speaker(
        id=speaker_id,
        name=name,
        kind=members[0].kind,
        aliases=tuple(sorted(aliases - {name})),
        affiliations=_affiliations(members),
        gender=min((member.gender for member in members if member.gender), default=None),
    )


def _name_links(variants: Mapping[str, NameVariant], naming: Mapping[str, set[int]]) -> Iterable[NameLink]:
    """The links between the variants; `naming` has the articles that name each of them."""
    kept: dict[tuple[str, str], list[str]] = defaultdict(list)
    for variant in variants.values():
        for key in blocking_keys(variant.speaker).kept:
            kept[variant.speaker.kind, key].append(variant.id)
    pairs = {
        frozenset((variant.id, other))
        for variant in variants.values()
        for key in blocking_keys(variant.speaker).sought
        for other in kept.get((variant.speaker.kind, key), ())
        if other != variant.id
    }
    for pair in pairs:
        one, two = (variants[voice_id] for voice_id in pair)
        link = name_link_of(one, two, are_apart=not naming[one.id].isdisjoint(naming[two.id]))
        if link is not None:
            yield link


def _judged(
    links: Iterable[NameLink], variants: Mapping[str, NameVariant], judgements: Iterable[Judgement]
) -> Iterable[NameLink]:
    verdicts = {(one.first, one.second): one.is_same for one in judgements if one.subject is Subject.SPEAKER}
    for link in links:
        first, second = sorted((link.first, link.second))
        yield replace(link, verdict=verdicts.pop((first, second), None))
    for (first, second), is_same in verdicts.items():
        if is_same and first in variants and second in variants:
            yield NameLink(first, second, is_shorter=False, are_apart=False, verdict=True)


def _affiliations(members: Iterable[Speaker]) -> tuple[Affiliation, ...]:
    found = {affiliation for member in members for affiliation in member.affiliations}
    return tuple(sorted(found, key=lambda one: (one.article_id, one.span, one.role or "", one.organization or "")))

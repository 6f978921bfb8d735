"""The speakers of several articles as one list: aliases merged, namesakes kept apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from service.domain.judgements import Judgement, Subject
from service.domain.quotations import Affiliation, Report, Speaker
from service.linking.speakers.blocking_keys import name_keys
from service.linking.speakers.name_graph import Tie, Voice, speakers_of, tie_of, voices_of
from service.text.names import fullest


@dataclass(frozen=True, slots=True)
class Cast:
    """All speakers of the compared articles, and which of them each article's speaker is."""

    speakers: tuple[Speaker, ...]
    _merged: Mapping[tuple[str, str], str]

    def merged_id(self, article_id: str, speaker_id: str | None) -> str | None:
        """The merged speaker that an article's speaker is."""
        return self._merged[article_id, speaker_id] if speaker_id is not None else None


def merge_speakers(reports: Iterable[Report], judgements: Iterable[Judgement] = ()) -> Cast:
    """One list of speakers over all reports, independent of the reports' order; judgements on voices are obeyed."""
    told = [(report, voices_of(report)) for report in reports]
    voices = {voice.id: voice for _, found in told for voice in found.values()}
    meetings = {frozenset((one.id, two.id)) for _, found in told for one, two in combinations(found.values(), 2)}
    merged_ids = speakers_of(voices.values(), _judged(_ties(voices, meetings), voices, judgements))
    merged = {
        (report.article.id, speaker_id): merged_ids[voice.id]
        for report, found in told
        for speaker_id, voice in found.items()
    }
    members: dict[str, list[Speaker]] = defaultdict(list)
    for report, _ in told:
        for speaker in report.speakers:
            members[merged[report.article.id, speaker.id]].append(speaker)
    speakers = (merged_speaker(speaker_id, found) for speaker_id, found in members.items())
    return Cast(tuple(sorted(speakers, key=lambda speaker: (speaker.name, speaker.id))), merged)


def merged_speaker(speaker_id: str, members: Iterable[Speaker]) -> Speaker:
    """One speaker out of what the articles tell of them; there is at least one member."""
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


def _ties(voices: Mapping[str, Voice], meetings: set[frozenset[str]]) -> Iterable[Tie]:
    kept: dict[tuple[str, str], list[str]] = defaultdict(list)
    for voice in voices.values():
        for key in name_keys(voice.speaker).kept:
            kept[voice.speaker.kind, key].append(voice.id)
    pairs = {
        frozenset((voice.id, other))
        for voice in voices.values()
        for key in name_keys(voice.speaker).sought
        for other in kept.get((voice.speaker.kind, key), ())
        if other != voice.id
    }
    for pair in pairs:
        one, two = (voices[voice_id] for voice_id in pair)
        tie = tie_of(one, two, are_apart=pair in meetings)
        if tie is not None:
            yield tie


def _judged(ties: Iterable[Tie], voices: Mapping[str, Voice], judgements: Iterable[Judgement]) -> Iterable[Tie]:
    verdicts = {(one.first, one.second): one.is_same for one in judgements if one.subject is Subject.SPEAKER}
    for tie in ties:
        first, second = sorted((tie.first, tie.second))
        yield replace(tie, verdict=verdicts.pop((first, second), None))
    for (first, second), is_same in verdicts.items():
        if is_same and first in voices and second in voices:
            yield Tie(first, second, is_shorter=False, are_apart=False, verdict=True)


def _affiliations(members: Iterable[Speaker]) -> tuple[Affiliation, ...]:
    found = {affiliation for member in members for affiliation in member.affiliations}
    return tuple(sorted(found, key=lambda one: (one.article_id, one.span, one.role or "", one.organization or "")))

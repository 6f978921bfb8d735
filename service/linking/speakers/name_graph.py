"""Speakers as articles tell them, one voice for each name, and which voices are one speaker.

A name alone tells speakers apart: how often it stands in how many articles changes nothing. So what a new article
tells touches the names that are kin to its own, and no others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from service.domain.quotations import Report, Speaker
from service.linking.content_ids import identify
from service.linking.speakers.name_relations import Kinship, kinship
from service.text.names import name_words

# A short form of more names than this is told of nobody in particular.
MOST_FULLER = 8


@dataclass(frozen=True, slots=True)
class Voice:
    """A name and a gender as articles tell them; its speaker has no aliases and no affiliations."""

    id: str
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Tie:
    """Two voices that go by one name, or of which one (the first) goes by a shorter form of the other's."""

    first: str
    second: str
    is_shorter: bool
    are_apart: bool
    """Whether an article tells of both: who tells two speakers apart means two."""
    verdict: bool | None = None
    """Whether they are one speaker, where an editor has decided."""


_Group = tuple[Voice, ...]


def voices_of(report: Report) -> dict[str, Voice]:
    """The voice of each of the article's speakers, by the speaker's id."""
    found: dict[str, Voice] = {}
    taken: set[str] = set()
    for speaker in sorted(report.speakers, key=lambda one: one.id):
        voice = next(each for each in _possible_voices(speaker, report) if each.id not in taken)
        taken.add(voice.id)
        found[speaker.id] = voice
    return found


def _possible_voices(speaker: Speaker, report: Report) -> Iterator[Voice]:
    """A second speaker of the same name in one article is another voice, and so on."""
    for number in range(len(report.speakers)):
        is_named = kinship(speaker, speaker) is Kinship.SAME
        content = (speaker.kind, speaker.name, speaker.gender or "", str(number))
        told = "\t".join(content if is_named else (report.article.id, speaker.id))
        voice_id = identify("v", (told,))
        yield Voice(voice_id, Speaker(voice_id, speaker.name, speaker.kind, gender=speaker.gender))


def tie_of(voice: Voice, other: Voice, *, are_apart: bool) -> Tie | None:
    """What ties the two names; None where they are not kin."""
    first, second = sorted((voice, other), key=lambda one: one.id)
    found = kinship(first.speaker, second.speaker)
    if found is Kinship.FULLER:
        first, second = second, first
    return Tie(first.id, second.id, found is not Kinship.SAME, are_apart) if found else None


def speakers_of(voices: Iterable[Voice], ties: Iterable[Tie]) -> dict[str, str]:
    """The id of the speaker that each voice is, by the voice's id.

    For some of the voices there are, this is right for those all of whose kin are among them, and so on upward to
    the fullest names.
    """
    web = _Web({voice.id: voice for voice in voices}, tuple(ties))
    groups = tuple(web.groups())
    by_voice = {voice.id: group for group in groups for voice in group}
    fuller = {group: found for group in groups if (found := web.fuller(group, by_voice)) is not None}
    return {voice.id: _id(_root(group, fuller)) for group in groups for voice in group}


def _root(group: _Group, fuller: Mapping[_Group, _Group]) -> _Group:
    # Names grow along the way; acronyms that are short for each other could go round.
    seen = [group]
    while (following := fuller.get(seen[-1])) is not None and following not in seen:
        seen.append(following)
    return seen[-1] if following is None else min(seen[seen.index(following) :], key=_id)


def speaker_id_of(voice_id: str) -> str:
    """The id of a speaker whose fullest name is this voice's."""
    return identify("s", (voice_id,))


def _id(group: _Group) -> str:
    return speaker_id_of(group[0].id)


class _Web:
    """Voices and what ties them."""

    def __init__(self, voices: Mapping[str, Voice], ties: tuple[Tie, ...]) -> None:
        self._voices = voices
        self._same: dict[str, list[str]] = defaultdict(list)
        self._fuller: dict[str, list[str]] = defaultdict(list)
        for tie in ties:
            if tie.is_shorter:
                self._fuller[tie.first].append(tie.second)
            else:
                self._same[tie.first].append(tie.second)
                self._same[tie.second].append(tie.first)
        self._apart = {frozenset((tie.first, tie.second)) for tie in ties if self._tells_apart(tie)}
        self._judged_same = tuple(tie for tie in ties if tie.verdict)

    def groups(self) -> Iterator[_Group]:
        """The voices in groups of one name; each joins the first group with its name that it may join."""
        groups: list[_Group] = []
        place_of: dict[str, int] = {}
        for voice in sorted(self._voices.values(), key=_fullest_first):
            kin = sorted({place_of[other] for other in self._same[voice.id] if other in place_of})
            place = next((place for place in kin if self._may_join((voice,), groups[place])), len(groups))
            if place == len(groups):
                groups.append(())
            groups[place] = (*groups[place], voice)
            place_of[voice.id] = place
        yield from self._with_judged(groups)

    def _with_judged(self, groups: list[_Group]) -> Iterator[_Group]:
        """The groups, those in one that an editor has found to be one speaker."""
        by_voice = {voice.id: group for group in groups for voice in group}
        for tie in self._judged_same:
            one, other = by_voice[tie.first], by_voice[tie.second]
            if one != other:
                united = tuple(sorted((*one, *other), key=_fullest_first))
                by_voice.update((voice.id, united) for voice in united)
        yield from dict.fromkeys(by_voice[voice.id] for group in groups for voice in group)

    def _tells_apart(self, tie: Tie) -> bool:
        if tie.verdict is not None:
            return not tie.verdict
        return tie.are_apart and (not tie.is_shorter or bool(self._names_above(tie.first)))

    def fuller(self, group: _Group, by_voice: Mapping[str, _Group]) -> _Group | None:
        """The one group whose names the group's are short for, if there is exactly one."""
        above = [other for voice in group for other in self._names_above(voice.id)]
        groups = {by_voice[other] for other in above if other in by_voice} - {group}
        found = [other for other in groups if self._may_join(group, other)]
        if len(found) != 1 or (self._has_namesake(group, by_voice) and not _genders(group) & _genders(found[0])):
            return None
        return found[0]

    def _names_above(self, voice_id: str) -> list[str]:
        above = self._fuller[voice_id]
        return above if len(above) <= MOST_FULLER else []

    def _has_namesake(self, group: _Group, by_voice: Mapping[str, _Group]) -> bool:
        return any(by_voice.get(other) != group for voice in group for other in self._same[voice.id])

    def _may_join(self, group: _Group, other: _Group) -> bool:
        if len(_genders(group) | _genders(other)) > 1:
            return False
        return not any(frozenset((one.id, two.id)) in self._apart for one in group for two in other)


def _fullest_first(voice: Voice) -> tuple[int, str, str]:
    return -len(name_words(voice.speaker.name)), voice.speaker.name, voice.id


def _genders(group: _Group) -> frozenset[str]:
    return frozenset(voice.speaker.gender for voice in group if voice.speaker.gender)

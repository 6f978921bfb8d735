"""Name variants found in articles, and which of them are the same speaker.

A name alone tells speakers apart: how often it stands in how many articles changes nothing. So what a new article
says touches only the names that are related to its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from service.domain.quotations import ArticleAnalysis, Speaker
from service.linking.content_ids import identify
from service.linking.speakers.name_relations import NameRelation, name_relation
from service.text.names import name_words

# A short form of more names than this refers to nobody in particular.
MAX_FULLER = 8


@dataclass(frozen=True, slots=True)
class NameVariant:
    """A name and a gender as articles tell them; its speaker has no aliases and no affiliations."""

    id: str
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class NameLink:
    """Two name variants with one name, or of which one (the first) has a shorter form of the other's."""

    first: str
    second: str
    is_shorter: bool
    are_apart: bool
    """Whether an article mentions both: an article with two speakers means two."""
    verdict: bool | None = None
    """Whether they are one speaker, where an editor has decided."""


_Group = tuple[NameVariant, ...]


def variants_of(report: ArticleAnalysis) -> dict[str, NameVariant]:
    """The name variant of each of the article's speakers, by the speaker's id."""
    found: dict[str, NameVariant] = {}
    taken: set[str] = set()
    for speaker in sorted(report.speakers, key=lambda one: one.id):
        variant = next(each for each in _possible_variants(speaker, report) if each.id not in taken)
        taken.add(variant.id)
        found[speaker.id] = variant
    return found


def _possible_variants(speaker: Speaker, report: ArticleAnalysis) -> Iterator[NameVariant]:
    """A second speaker of the same name in one article is another variant, and so on."""
    for number in range(len(report.speakers)):
        is_named = name_relation(speaker, speaker) is NameRelation.SAME
        content = (speaker.kind, speaker.name, speaker.gender or "", str(number))
        key = "\t".join(content if is_named else (report.article.id, speaker.id))
        voice_id = identify("v", (key,))
        yield NameVariant(voice_id, Speaker(voice_id, speaker.name, speaker.kind, gender=speaker.gender))


def name_link_of(variant: NameVariant, other: NameVariant, *, are_apart: bool) -> NameLink | None:
    """What ties the two names; None if they are not kin."""
    first, second = sorted((variant, other), key=lambda one: one.id)
    found = name_relation(first.speaker, second.speaker)
    if found is NameRelation.FULLER:
        first, second = second, first
    return NameLink(first.id, second.id, found is not NameRelation.SAME, are_apart) if found else None


def speakers_of(variants: Iterable[NameVariant], links: Iterable[NameLink]) -> dict[str, str]:
    """The speaker's id for each name variant, by the variant's id.

    Given only some of all variants, this is right for those all of whose relations are among them, and so on upward to
    the fullest names.
    """
    graph = _NameGraph({variant.id: variant for variant in variants}, tuple(links))
    groups = tuple(graph.groups())
    by_voice = {variant.id: group for group in groups for variant in group}
    fuller = {group: found for group in groups if (found := graph.fuller(group, by_voice)) is not None}
    return {variant.id: _id(_root(group, fuller)) for group in groups for variant in group}


def _root(group: _Group, fuller: Mapping[_Group, _Group]) -> _Group:
    # Names grow along the way; acronyms that are short for each other could go round.
    seen = [group]
    while (following := fuller.get(seen[-1])) is not None and following not in seen:
        seen.append(following)
    return seen[-1] if following is None else min(seen[seen.index(following) :], key=_id)


def speaker_id_of(voice_id: str) -> str:
    """The id of a speaker whose fullest name is this variant's."""
    return identify("s", (voice_id,))


def _id(group: _Group) -> str:
    return speaker_id_of(group[0].id)


class _NameGraph:
    """Name variants and their links."""

    def __init__(self, variants: Mapping[str, NameVariant], links: tuple[NameLink, ...]) -> None:
        self._variants = variants
        self._same: dict[str, list[str]] = defaultdict(list)
        self._fuller: dict[str, list[str]] = defaultdict(list)
        for link in links:
            if link.is_shorter:
                self._fuller[link.first].append(link.second)
            else:
                self._same[link.first].append(link.second)
                self._same[link.second].append(link.first)
        self._apart = {frozenset((link.first, link.second)) for link in links if self._tells_apart(link)}
        self._judged_same = tuple(link for link in links if link.verdict)

    def groups(self) -> Iterator[_Group]:
        """The variants in groups of one name; each joins the first group with its name that it may join."""
        groups: list[_Group] = []
        place_of: dict[str, int] = {}
        for variant in sorted(self._variants.values(), key=_fullest_first):
            related = sorted({place_of[other] for other in self._same[variant.id] if other in place_of})
            place = next((place for place in related if self._may_join((variant,), groups[place])), len(groups))
            if place == len(groups):
                groups.append(())
            groups[place] = (*groups[place], variant)
            place_of[variant.id] = place
        yield from self._with_judged(groups)

    def _with_judged(self, groups: list[_Group]) -> Iterator[_Group]:
        """The groups, those in one that an editor has found to be one speaker."""
        by_voice = {variant.id: group for group in groups for variant in group}
        for link in self._judged_same:
            one, other = by_voice[link.first], by_voice[link.second]
            if one != other:
                united = tuple(sorted((*one, *other), key=_fullest_first))
                by_voice.update((variant.id, united) for variant in united)
        yield from dict.fromkeys(by_voice[variant.id] for group in groups for variant in group)

    def _tells_apart(self, link: NameLink) -> bool:
        if link.verdict is not None:
            return not link.verdict
        return link.are_apart and (not link.is_shorter or bool(self._names_above(link.first)))

    def fuller(self, group: _Group, by_voice: Mapping[str, _Group]) -> _Group | None:
        """The one group whose names the group's are short for, if there is exactly one."""
        above = [other for variant in group for other in self._names_above(variant.id)]
        groups = {by_voice[other] for other in above if other in by_voice} - {group}
        found = [other for other in groups if self._may_join(group, other)]
        if len(found) != 1 or (self._has_namesake(group, by_voice) and not _genders(group) & _genders(found[0])):
            return None
        return found[0]

    def _names_above(self, voice_id: str) -> list[str]:
        above = self._fuller[voice_id]
        return above if len(above) <= MAX_FULLER else []

    def _has_namesake(self, group: _Group, by_voice: Mapping[str, _Group]) -> bool:
        return any(by_voice.get(other) != group for variant in group for other in self._same[variant.id])

    def _may_join(self, group: _Group, other: _Group) -> bool:
        if len(_genders(group) | _genders(other)) > 1:
            return False
        return not any(frozenset((one.id, two.id)) in self._apart for one in group for two in other)


def _fullest_first(variant: NameVariant) -> tuple[int, str, str]:
    return -len(name_words(variant.speaker.name)), variant.speaker.name, variant.id


def _genders(group: _Group) -> frozenset[str]:
    return frozenset(variant.speaker.gender for variant in group if variant.speaker.gender)

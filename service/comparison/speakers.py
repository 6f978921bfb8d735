"""The speakers of several articles as one list: aliases merged, namesakes kept apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.comparison.bodies import Relation, body_relation
from service.comparison.identity import identify
from service.domain import Affiliation, Report, Speaker, SpeakerKind
from service.text.names import fullest, is_short_form, name_words, same_full_name

# Descriptions name nobody: "a police officer" of two articles may be two officers.
_NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class _Member:
    """A speaker as one article tells them."""

    article_id: str
    speaker: Speaker

    @property
    def key(self) -> tuple[str, str]:
        return self.article_id, self.speaker.id


_Group = tuple[_Member, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """All speakers of the compared articles, and which of them each article's speaker is."""

    speakers: tuple[Speaker, ...]
    _roles: tuple[tuple[_Member, str], ...]

    def merged_ids(self, article_id: str) -> dict[str, str]:
        """The ids of one article's speakers, and those of the merged speakers that they are."""
        return {member.speaker.id: merged for member, merged in self._roles if member.article_id == article_id}


def merge_speakers(reports: Iterable[Report]) -> Cast:
    """One list of speakers over all reports, independent of the reports' order."""
    members = sorted(
        (_Member(report.article.id, speaker) for report in reports for speaker in report.speakers),
        key=lambda member: (-len(name_words(member.speaker.name)), member.speaker.name, member.key),
    )
    groups: list[_Group] = []
    for member in members:
        _join_same_name(groups, member)
    merged = [(_merged(group), group) for group in _with_short_forms(groups)]
    merged.sort(key=lambda pair: (pair[0].name, pair[0].id))
    roles = tuple((member, speaker.id) for speaker, group in merged for member in group)
    return Cast(tuple(speaker for speaker, _ in merged), roles)


def _join_same_name(groups: list[_Group], member: _Member) -> None:
    for place, group in enumerate(groups):
        if _may_join(group, (member,)) and any(_same_name(member.speaker, other.speaker) for other in group):
            groups[place] = (*group, member)
            return
    groups.append((member,))


def _with_short_forms(groups: list[_Group]) -> list[_Group]:
    """A group whose name is short for exactly one other group's name is that group; shortest first."""
    merged = list(groups)
    for group in groups[::-1]:
        fuller = [other for other in merged if _is_shorter(group, other)]
        if group in merged and len(fuller) == 1:
            merged.remove(group)
            merged[merged.index(fuller[0])] = (*fuller[0], *group)
    return merged


def _is_shorter(group: _Group, other: _Group) -> bool:
    return (
        group != other
        and _may_join(group, other)
        and any(is_short_form(one.speaker.name, two.speaker.name) for one in group for two in other)
    )


def _may_join(group: _Group, other: _Group) -> bool:
    """Same kind, no two genders, no article in both: who tells two speakers apart means two."""
    first, second = group[0].speaker, other[0].speaker
    if first.kind is not second.kind or first.kind not in _NAMED:
        return False
    genders = {member.speaker.gender for member in (*group, *other)} - {None}
    shared = {member.article_id for member in group} & {member.article_id for member in other}
    return len(genders) < 2 and not shared


def _same_name(speaker: Speaker, other: Speaker) -> bool:
    if speaker.kind is SpeakerKind.ORGANIZATION:
        return body_relation(speaker.name, other.name) is Relation.SAME
    return same_full_name(name_words(speaker.name), name_words(other.name))


def _merged(group: _Group) -> Speaker:
    named = [member.speaker.name for member in group]
    name = fullest(named)
    aliases = {alias for member in group for alias in (member.speaker.name, *member.speaker.aliases)}
    genders = {member.speaker.gender for member in group} - {None}
    return Speaker(
        id=identify("s", ("\t".join(member.key) for member in group)),
        name=name,
        kind=group[0].speaker.kind,
        aliases=tuple(sorted(aliases - {name})),
        affiliations=_affiliations(group),
        gender=min((gender for gender in genders if gender), default=None),
    )


def _affiliations(group: _Group) -> tuple[Affiliation, ...]:
    found = {affiliation for member in group for affiliation in member.speaker.affiliations}
    return tuple(sorted(found, key=lambda one: (one.article_id, one.span, one.role or "", one.organization or "")))

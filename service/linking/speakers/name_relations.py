"""Whether two speakers, as two articles tell them, go by one name, or one by a shorter form of the other's."""

import re
from enum import StrEnum

from service.domain.quotations import Speaker, SpeakerKind
from service.linking.speakers.organizations import Relation, organization_relation, organization_stems
from service.text.names import is_short_form, name_words, same_full_name

JOINT = re.compile(r"\s+and\s+|\s*,\s*")
# Descriptions name nobody: "a police officer" of two articles may be two officers.
NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANIZATION})


class NameRelation(StrEnum):
    """How one name relates to another."""

    SAME = "same"
    SHORTER = "shorter"
    FULLER = "fuller"


def name_relation(speaker: Speaker, other: Speaker) -> NameRelation | None:
    """How the first one's name relates to the other's; None if the two do not go by one name.

    What speaks against their being one, genders aside, is left to the caller.
    """
    if speaker.kind is not other.kind or speaker.kind not in NAMED:
        return None
    if _same_name(speaker, other):
        return NameRelation.SAME
    if _is_shorter(speaker, other):
        return NameRelation.SHORTER
    return NameRelation.FULLER if _is_shorter(other, speaker) else None


def have_one_gender(speaker: Speaker, other: Speaker) -> bool:
    """Whether the articles do not tell that one is a woman and the other a man."""
    return len({speaker.gender, other.gender} - {None}) < 2


def _same_name(speaker: Speaker, other: Speaker) -> bool:
    if speaker.kind is SpeakerKind.PERSON:
        return same_full_name(name_words(speaker.name), name_words(other.name))
    left, right = organization_stems(speaker.name), organization_stems(other.name)
    return left == right and organization_relation(speaker.name, other.name) is Relation.SAME


def _is_shorter(speaker: Speaker, other: Speaker) -> bool:
    if is_short_form(speaker.name, other.name):
        # Two people who speak together are no longer form of either.
        return speaker.kind is not SpeakerKind.PERSON or not JOINT.search(f"{speaker.name} {other.name}")
    if speaker.kind is SpeakerKind.PERSON or organization_relation(speaker.name, other.name) is not Relation.SAME:
        return False
    left, right = (len(organization_stems(name)) for name in (speaker.name, other.name))
    return left < right or (left == right and speaker.name < other.name)

"""What is kept of a version: as much of one quotation as is compared, and, in short, what it means."""

import struct
from collections.abc import Iterable, Mapping
from typing import Any

from service.domain.articles import Span
from service.domain.quotations import Affiliation, Quotation, QuotationKind, Speaker, SpeakerKind
from service.linking.statements.comparable import Part, Passage
from service.linking.wording.signatures import Gist, Outline
from service.linking.wording.tokens import words_of
from service.store.sql.rows import Row, Values

_BYTES, _HEAD = 8, 3


def version_values(version_id: str, passage: Passage) -> Values:
    """The row of a version, of which the passage is one quotation."""
    outline = passage.outline
    return {
        "id": version_id,
        "printed": _packed(outline.printed) if outline.printed else None,
        "whole": _packed(outline.whole) if outline.whole is not outline.printed else None,
        "sample": _sample_values(passage),
    }


def outline_of(row: Row) -> Outline:
    """What tells of a version whether it is worth comparing."""
    printed = _unpacked(row.printed) if row.printed is not None else None
    whole = _unpacked(row.whole) if row.whole is not None else printed
    assert whole is not None, "every version has a gist"
    return Outline(printed, whole)


def speaker_of(sample: Mapping[str, Any]) -> Speaker | None:
    """The speaker as the version's articles tell them."""
    told = sample["speaker"]
    if told is None:
        return None
    posts = tuple(
        Affiliation("", Span(0, len(text), text), role, organization) for text, role, organization in told["posts"]
    )
    return Speaker("", told["name"], SpeakerKind(told["kind"]), tuple(told["aliases"]), posts, told["gender"])


def _sample_values(passage: Passage) -> Values:
    """What is compared of a quotation: its words, which are printed, the speaker as told, the day."""
    return {
        "kind": passage.quotation.kind.value,
        "parts": [[part.span.text, part.is_printed] for part in passage.parts],
        "speaker": _told_values(passage.speaker) if passage.speaker else None,
        "is_likely": passage.is_likely,
        "day": passage.day,
        "content": passage.content,
    }


def passage_of(sample: Mapping[str, Any], quotation: Quotation, context: Iterable[int] = ()) -> Passage:
    """A quotation of the version that the sample is one of."""
    parts = tuple(
        Part(span, words_of(text, follows_gap=place > 0), is_printed)
        for place, (span, (text, is_printed)) in enumerate(zip(quotation.parts, sample["parts"], strict=True))
    )
    told = speaker_of(sample), sample["is_likely"], sample["day"]
    return Passage(quotation, parts, *told, tuple(context), sample["content"])


def sample_passage(sample: Mapping[str, Any], version_id: str) -> Passage:
    """The same of no quotation in particular."""
    spans = tuple(Span(0, len(text), text) for text, _ in sample["parts"])
    return passage_of(sample, Quotation(version_id, "", QuotationKind(sample["kind"]), spans))


def _packed(gist: Gist) -> bytes:
    """Three numbers for all words, then one for what each sense says, then the senses, names first."""
    senses = sorted(gist.senses, key=lambda sense: (sense not in gist.names, sense))
    says = (gist.senses[sense] for sense in senses)
    n = len(senses)
    return struct.pack(f"<{n + _HEAD}d{n}q", gist.weight, gist.small, len(gist.names), *says, *senses)


def _unpacked(packed: bytes) -> Gist:
    n = (len(packed) // _BYTES - _HEAD) // 2
    weight, small, n_names, *numbers = struct.unpack(f"<{n + _HEAD}d{n}q", packed)
    senses = numbers[n:]
    return Gist(dict(zip(senses, numbers[:n], strict=True)), frozenset(senses[: int(n_names)]), weight, small)


def _told_values(speaker: Speaker) -> Values:
    return {
        "name": speaker.name,
        "kind": speaker.kind.value,
        "gender": speaker.gender,
        "aliases": list(speaker.aliases),
        "posts": [[one.span.text, one.role, one.organization] for one in speaker.affiliations],
    }

"""What is kept of a version: as much of one quotation as is compared, and, in short, what it means."""

import struct
from collections.abc import Iterable, Mapping
from typing import Any

from service.domain.articles import Span
from service.domain.quotations import Affiliation, Quotation, QuotationKind, Speaker, SpeakerKind
from service.linking.statements.comparable import ComparableQuotation, Part
from service.linking.wording.signatures import ContentSignature, SignaturePair
from service.linking.wording.tokens import words_of
from service.store.sql.rows import Row, Values

_BYTES, _HEAD = 8, 3


def version_values(duplicates_id: str, passage: ComparableQuotation) -> Values:
    """The row of a version, of which the passage is one quotation."""
    signatures = passage.signatures
    return {
        "id": duplicates_id,
        "printed": _packed(signatures.printed) if signatures.printed else None,
        "whole": _packed(signatures.whole) if signatures.whole is not signatures.printed else None,
        "sample": _representative_values(passage),
    }


def signatures_of(row: Row) -> SignaturePair:
    """What tells of a version whether it is worth comparing."""
    printed = _unpacked(row.printed) if row.printed is not None else None
    whole = _unpacked(row.whole) if row.whole is not None else printed
    assert whole is not None, "every version has a gist"
    return SignaturePair(printed, whole)


def speaker_of(representative: Mapping[str, Any]) -> Speaker | None:
    """The speaker as the version's articles tell them."""
    told = representative["speaker"]
    if told is None:
        return None
    posts = tuple(
        Affiliation("", Span(0, len(text), text), role, organization) for text, role, organization in told["posts"]
    )
    return Speaker("", told["name"], SpeakerKind(told["kind"]), tuple(told["aliases"]), posts, told["gender"])


def _representative_values(passage: ComparableQuotation) -> Values:
    """What is compared of a quotation: its words, which are printed, the speaker as told, the day."""
    return {
        "kind": passage.quotation.kind.value,
        "parts": [[part.span.text, part.is_printed] for part in passage.parts],
        "speaker": _told_values(passage.speaker) if passage.speaker else None,
        "is_likely": passage.is_likely,
        "day": passage.day,
        "content": passage.content,
    }


def comparable_of(
    representative: Mapping[str, Any], quotation: Quotation, context: Iterable[int] = ()
) -> ComparableQuotation:
    """A quotation of the version that the sample is one of."""
    parts = tuple(
        Part(span, words_of(text, follows_gap=place > 0), is_printed)
        for place, (span, (text, is_printed)) in enumerate(zip(quotation.parts, representative["parts"], strict=True))
    )
    told = speaker_of(representative), representative["is_likely"], representative["day"]
    return ComparableQuotation(quotation, parts, *told, tuple(context), representative["content"])


def representative_of(representative: Mapping[str, Any], duplicates_id: str) -> ComparableQuotation:
    """The same of no quotation in particular."""
    spans = tuple(Span(0, len(text), text) for text, _ in representative["parts"])
    return comparable_of(representative, Quotation(duplicates_id, "", QuotationKind(representative["kind"]), spans))


def _packed(signature: ContentSignature) -> bytes:
    """Three numbers for all words, then one for what each sense says, then the senses, names first."""
    senses = sorted(signature.senses, key=lambda synonym_class: (synonym_class not in signature.names, synonym_class))
    says = (signature.senses[synonym_class] for synonym_class in senses)
    n = len(senses)
    return struct.pack(f"<{n + _HEAD}d{n}q", signature.weight, signature.small, len(signature.names), *says, *senses)


def _unpacked(packed: bytes) -> ContentSignature:
    n = (len(packed) // _BYTES - _HEAD) // 2
    weight, small, n_names, *numbers = struct.unpack(f"<{n + _HEAD}d{n}q", packed)
    senses = numbers[n:]
    return ContentSignature(
        dict(zip(senses, numbers[:n], strict=True)), frozenset(senses[: int(n_names)]), weight, small
    )


def _told_values(speaker: Speaker) -> Values:
    return {
        "name": speaker.name,
        "kind": speaker.kind.value,
        "gender": speaker.gender,
        "aliases": list(speaker.aliases),
        "posts": [[one.span.text, one.role, one.organization] for one in speaker.affiliations],
    }

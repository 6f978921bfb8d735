"""What is stored of duplicates: as much of one quotation as is compared, and signatures of what it means."""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from service.domain.articles import ArticleField
from service.domain.quotations import Quotation, ReportedAs, Speaker
from service.linking.statements.comparable import ComparableQuotation, Part
from service.linking.statements.events import Occasion
from service.linking.wording.signatures import ContentSignature, SignaturePair
from service.linking.wording.tokens import words_of
from service.store.sql.rows.quotations import compared_quotation_of
from service.store.sql.rows.speakers import compared_speaker_of, compared_speaker_values
from service.store.sql.rows.values import Values

# The bytes of a number; four numbers, which are said below, come first.
BYTES, HEAD = 8, 4
# Each code takes two bytes.
_CODES = "utf-16-le"
# Between the pieces that stand between marks: no code.
BREAK = "\1"

Sample = Mapping[str, Any]
"""A representative as JSON, in the column `sample`."""


def version_values(duplicates_id: str, representative: ComparableQuotation) -> Values:
    """The row of duplicates with this representative."""
    signatures = representative.signatures
    printed, whole, topic = signatures.printed, signatures.whole, representative.occasion.topic
    return {
        "id": duplicates_id,
        "printed": _packed(printed, BREAK.join(signatures.parts)) if printed else None,
        "whole": _packed(whole, whole.codes) if whole is not printed else None,
        "topic": topic,
        "topic_of": representative.id if topic is not None else None,
        "sample": _sample_of(representative),
    }


def signatures_of(packed_quoted: bytes | None, packed_whole: bytes | None) -> SignaturePair:
    """What decides whether duplicates are worth comparing."""
    quoted, parts = _unpacked(packed_quoted) if packed_quoted is not None else (None, ())
    whole, _ = _unpacked(packed_whole) if packed_whole is not None else (quoted, ())
    assert whole is not None, "duplicates have a signature"
    return SignaturePair(quoted, whole, parts)


def comparable_of(
    sample: Sample, quotation: Quotation, context: Iterable[int] = (), *, topic: str | None = None
) -> ComparableQuotation:
    """One quotation of the duplicates that the sample is one of; the topic is needed where they are matched."""
    parts = tuple(
        Part(span, words_of(text, follows_gap=index > 0), is_printed)
        for index, (span, (text, is_printed)) in enumerate(zip(quotation.parts, sample["parts"], strict=True))
    )
    quotation = replace(quotation, reported_as=ReportedAs.DENIED) if sample.get("is_denied") else quotation
    known = sample["confidence"], Occasion(sample["day"], topic), tuple(context), sample["content"]
    return ComparableQuotation(quotation, parts, sample_speaker(sample), *known, tuple(sample.get("relays", ())))


def sample_speaker(sample: Sample) -> Speaker | None:
    """Who said the words of a representative."""
    return compared_speaker_of(sample["speaker"]) if sample["speaker"] is not None else None


def representative_of(sample: Sample, duplicates_id: str, topic: str | None) -> ComparableQuotation:
    """The representative, without its place in an article."""
    texts = (text for text, _ in sample["parts"])
    # A row of an earlier version holds speech only, and does not say so.
    is_speech, field = sample.get("is_speech", True), ArticleField(sample.get("field", ArticleField.TEXT))
    quotation = compared_quotation_of(duplicates_id, sample["kind"], texts, is_speech=is_speech, field=field)
    return comparable_of(sample, quotation, topic=topic)


def _sample_of(representative: ComparableQuotation) -> Values:
    return {
        "kind": representative.quotation.kind.value,
        "is_speech": representative.is_speech,
        "parts": [[part.span.text, part.is_printed] for part in representative.parts],
        "speaker": compared_speaker_values(representative.speaker) if representative.speaker else None,
        "confidence": representative.confidence,
        "day": representative.day,
        "content": representative.content,
        **({"is_denied": True} if representative.is_denied else {}),
        **({"relays": list(representative.relays)} if representative.relays else {}),
        **({"field": representative.quotation.field.value} if representative.is_in_title else {}),
    }


def _packed(signature: ContentSignature, codes: str) -> bytes:
    """Four numbers for all words; what each sense says; the senses, names first; the words' codes, piece by piece."""
    senses = sorted(signature.senses, key=lambda synonym_class: (synonym_class not in signature.names, synonym_class))
    says = (signature.senses[synonym_class] for synonym_class in senses)
    n = len(senses)
    head = signature.weight, signature.small, n, len(signature.names)
    return struct.pack(f"<{n + HEAD}d{n}q", *head, *says, *senses) + codes.encode(_CODES)


def _unpacked(packed: bytes) -> tuple[ContentSignature, tuple[str, ...]]:
    """A signature, and the codes of each piece."""
    n = int(struct.unpack_from("<d", packed, 2 * BYTES)[0])
    weight, small, _, n_names, *numbers = struct.unpack_from(f"<{n + HEAD}d{n}q", packed)
    senses, codes = numbers[n:], packed[(2 * n + HEAD) * BYTES :].decode(_CODES)
    names = frozenset(senses[: int(n_names)])
    says = dict(zip(senses, numbers[:n], strict=True))
    return ContentSignature(says, names, weight, small, codes.replace(BREAK, "")), tuple(codes.split(BREAK))

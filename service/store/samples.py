"""What is kept of a version: as much of one quotation as is compared."""

from collections.abc import Iterable, Mapping
from typing import Any

from service.comparison.gists import Gist, Outline
from service.comparison.passages import Part, Passage
from service.comparison.words import words_of
from service.domain import Affiliation, Quotation, QuotationKind, Span, Speaker, SpeakerKind
from service.store.rows import Values


def sample_values(passage: Passage) -> Values:
    """What is compared of a quotation: its words, which of them are printed, and the speaker as its article tells."""
    printed = passage.outline.printed
    return {
        "kind": passage.quotation.kind.value,
        "parts": [[part.span.text, part.is_printed] for part in passage.parts],
        "speaker": _told_values(passage.speaker) if passage.speaker else None,
        "is_likely": passage.is_likely,
        "content": passage.content,
        "gists": [_gist_values(printed) if printed else None, _gist_values(passage.outline.whole)],
    }


def outline_of(sample: Mapping[str, Any]) -> Outline:
    """What tells of a sample whether it is worth comparing."""
    told = sample["speaker"]
    printed, whole = sample["gists"]
    return Outline(Gist(*printed) if printed else None, Gist(*whole), _told(told) if told else None)


def passage_of(sample: Mapping[str, Any], quotation: Quotation, context: Iterable[int] = ()) -> Passage:
    """A quotation of the version that the sample is one of."""
    told = sample["speaker"]
    parts = tuple(
        Part(span, words_of(text, follows_gap=place > 0), is_printed)
        for place, (span, (text, is_printed)) in enumerate(zip(quotation.parts, sample["parts"], strict=True))
    )
    speaker = _told(told) if told else None
    return Passage(quotation, parts, speaker, sample["is_likely"], tuple(context), sample["content"])


def sample_passage(sample: Mapping[str, Any], version_id: str) -> Passage:
    """The same of no quotation in particular."""
    spans = tuple(Span(0, len(text), text) for text, _ in sample["parts"])
    return passage_of(sample, Quotation(version_id, "", QuotationKind(sample["kind"]), spans))


def _gist_values(gist: Gist) -> list[Any]:
    return [gist.senses, gist.weight, gist.small]


def _told_values(speaker: Speaker) -> Values:
    return {
        "name": speaker.name,
        "kind": speaker.kind.value,
        "gender": speaker.gender,
        "aliases": list(speaker.aliases),
        "posts": [[one.span.text, one.role, one.organization] for one in speaker.affiliations],
    }


def _told(told: Mapping[str, Any]) -> Speaker:
    posts = tuple(
        Affiliation("", Span(0, len(text), text), role, organization) for text, role, organization in told["posts"]
    )
    return Speaker("", told["name"], SpeakerKind(told["kind"]), tuple(told["aliases"]), posts, told["gender"])

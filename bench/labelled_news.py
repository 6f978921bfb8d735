"""Labelled quotations and their speakers (`gold/GUIDE.md` in the folder `shared`) beside our answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from bench.answers import Analyses


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """Words between quotation marks. `speakers` are the names that are right; none where the article tells nobody."""

    start: int
    end: int
    is_speech: bool
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudgedSpan:
    """A labelled span beside the answer: the `name` of its speaker with the `confidence`, None where none is named."""

    is_speech: bool
    is_found: bool
    name: str | None
    confidence: float | None
    is_right: bool


def labelled_spans(quotes: Iterable[Mapping[str, Any]]) -> tuple[LabelledSpan, ...]:
    """The spans of which people could tell whether they are speech."""
    return tuple(
        LabelledSpan(
            quote["start"],
            quote["end"],
            quote["speech"],
            tuple(name for name in (quote["speaker"], *quote.get("accept", ())) if name),
        )
        for quote in quotes
        if quote["speech"] is not None
    )


def judged_spans(
    scorer: ModuleType, analyses: Analyses, article: Mapping[str, str], spans: Iterable[LabelledSpan]
) -> Iterator[JudgedSpan]:
    """The spans of an article ("id", "text"), with the same names right as `score_gold` takes for right.

    A speaker given to words that are not speech is wrong.
    """
    answer = analyses([article])
    names = {speaker["id"]: speaker["name"] for speaker in answer["speakers"]}
    for span in spans:
        found = [q for q in answer["quotations"] if q["is_speech"] and scorer.covers(q, span.start, span.end)]
        named = next((quotation for quotation in found if quotation["speaker_id"]), None)
        name = None if named is None else names[named["speaker_id"]]
        is_right = name is not None and span.is_speech and any(scorer.same_name(name, one) for one in span.speakers)
        yield JudgedSpan(span.is_speech, bool(found), name, None if named is None else named["confidence"], is_right)

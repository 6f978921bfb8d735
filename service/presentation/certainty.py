"""What is certain enough to be shown at first; pages and tables say how much is hidden, and show it when asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.domain.conflicts import Analysis
from service.domain.quotations import Attribution


def certain_part(analysis: Analysis, min_confidence: float) -> Analysis:
    """The analysis without quotations that are less certain, and without speakers whom then nothing names.

    All conflicts stay: that two reports tell the same makes it more certain, and no conflict should be missed.
    """
    kept = tuple(each for each in analysis.attributions if each.confidence >= min_confidence)
    if len(kept) == len(analysis.attributions):
        return analysis
    named = {*speakers_named(kept), *_speakers_of_conflicts(analysis)}
    speakers = tuple(speaker for speaker in analysis.speakers if speaker.id in named)
    return replace(analysis, attributions=kept, speakers=speakers)


def speakers_named(attributions: Sequence[Attribution]) -> set[str | None]:
    """The ids of everyone who says or relays any of these quotations."""
    return {one for each in attributions for one in (each.speaker_id, *each.speaker_ids, *each.via)}


def _speakers_of_conflicts(analysis: Analysis) -> Iterator[str | None]:
    yield from (conflict.speaker_id for conflict in analysis.conflicts)
    disputed = {conflict.statement_id for conflict in analysis.conflicts}
    for statement in analysis.statements:
        if statement.id in disputed:
            yield from statement.speaker_ids

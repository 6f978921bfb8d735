"""Verdicts and reporting clauses to utterances: which words, in how many parts, by which mention."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.attribution.cues import ReportingClause
from service.attribution.reading import Reading
from service.attribution.reports import report_probability
from service.attribution.speakers import Verdict
from service.domain import Mention, QuotationKind, Span

# From here on a clause counts as an indirect report: more likely one than not.
_REPORTS = 0.5


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words of one speaker with the clause that reports them."""

    kind: QuotationKind
    parts: tuple[Span, ...]
    is_speech: bool
    mention: Mention | None
    clause: ReportingClause | None
    confidence: float
    evidence: tuple[str, ...]


def find_utterances(
    reading: Reading, verdicts: Sequence[Verdict], clauses: Sequence[ReportingClause]
) -> tuple[Utterance, ...]:
    """The utterances of an article in order of their first part."""
    groups = list(_groups(verdicts))
    found = [_marked_utterance(reading, group) for group in groups]
    taken = [part for utterance in found for part in utterance.parts]
    found += _indirect_utterances(reading, clauses, taken)
    return tuple(sorted(found, key=lambda utterance: (utterance.parts[0].start, utterance.parts[0].end)))


def _groups(verdicts: Sequence[Verdict]) -> Iterator[list[Verdict]]:
    """Verdicts of one utterance together: neighbours in a paragraph with one mention as their speaker."""
    group: list[Verdict] = []
    for verdict in verdicts:
        if group and not _belongs(group[-1], verdict):
            yield group
            group = []
        group.append(verdict)
    if group:
        yield group


def _belongs(before: Verdict, verdict: Verdict) -> bool:
    if not (before.is_speech and verdict.is_speech) or before.candidate is None or verdict.candidate is None:
        return False
    same_place = before.run.marks[-1].paragraph == verdict.run.marks[0].paragraph
    if not same_place or before.candidate.mention != verdict.candidate.mention:
        return False
    clauses = (before.candidate.clause, verdict.candidate.clause)
    return clauses[0] is None or clauses[1] is None or clauses[0].verb == clauses[1].verb


def _marked_utterance(reading: Reading, group: Sequence[Verdict]) -> Utterance:
    first = group[0]
    spans = [marked.span for verdict in group for marked in verdict.run.marks]
    candidate = first.candidate if first.is_speech else None
    clause = next(
        (v.candidate.clause for v in group if v.candidate is not None and v.candidate.clause is not None),
        None,
    )
    parts = _with_reported_words(reading, spans, clause) if candidate is not None else spans
    return Utterance(
        kind=_kind(parts, spans),
        parts=tuple(reading.article.span(part.start, part.end) for part in parts),
        is_speech=first.is_speech,
        mention=None if candidate is None else candidate.mention,
        clause=clause if candidate is not None else None,
        confidence=max(v.speech * v.probability for v in group) if first.is_speech else 1 - first.speech,
        evidence=first.evidence if first.is_speech else (),
    )


def _kind(parts: Sequence[Span], spans: Sequence[Span]) -> QuotationKind:
    is_fragment = spans[0].text[:1].islower()
    return QuotationKind.MIXED if len(parts) > len(spans) or is_fragment else QuotationKind.DIRECT


def _with_reported_words(reading: Reading, spans: list[Span], clause: ReportingClause | None) -> list[Span]:
    """The marked spans and, where the clause reports more than stands between marks, its other words around them."""
    if clause is None or clause.content is None:
        return spans
    words = reading.parse.words
    start, end = words[clause.content[0]].span.start, words[clause.content[1] - 1].span.end
    if not any(start < span.end and span.start < end for span in spans):
        return spans
    # A parse that ends the reported clause too early does not end the sentence's quotations with it.
    sentence_end = reading.parse.sentences[reading.parse.sentence(clause.verb)].span.end
    if start > clause.cue.end:
        end = max([end, *(span.end for span in spans if span.start < sentence_end)])
    # A full stop before the closing mark ends the sentence, whatever the parse makes of what follows.
    end = min([end, *(span.end for span in spans if start < span.end and span.text[-1:] in tuple(".?!"))])
    holes = [marked.outer for marked in reading.marks]
    loose = [piece for piece in _pieces(reading, start, end, holes) if _is_reported(reading, piece)]
    return sorted([*spans, *loose])


def _pieces(reading: Reading, start: int, end: int, holes: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch when the holes are cut out, blanks and commas at the ends off."""
    position = start
    for hole in [*holes, Span(end, end, "")]:
        if hole.end < start or hole.start > end:
            continue
        text = reading.parse.text[position : max(position, hole.start)]
        inner = text.strip(" \n,;:—–-")
        if inner:
            offset = position + text.index(inner)
            yield Span(offset, offset + len(inner), inner)
        position = max(position, hole.end)


def _is_reported(reading: Reading, piece: Span) -> bool:
    """Whether the piece says something, and is no dateline or hearer before a colon."""
    words = reading.parse.within(piece.start, piece.end)
    after = reading.parse.text[piece.end : piece.end + 3].lstrip()[:1]
    return after != ":" and any(reading.parse.words[word].pos not in ("PUNCT", "SCONJ", "CCONJ") for word in words)


def _indirect_utterances(
    reading: Reading, clauses: Sequence[ReportingClause], taken: Sequence[Span]
) -> Iterator[Utterance]:
    for clause in clauses:
        content = _indirect_content(reading, clause)
        if content is None or any(part.overlaps(content) for part in taken):
            continue
        mention = mention_of(reading, clause)
        probability = report_probability(reading, clause)
        if mention is not None and probability >= _REPORTS:
            yield Utterance(
                kind=QuotationKind.INDIRECT,
                parts=(content,),
                is_speech=True,
                mention=mention,
                clause=clause,
                confidence=probability,
                evidence=("reported_clause",),
            )


def _indirect_content(reading: Reading, clause: ReportingClause) -> Span | None:
    if clause.content is None or clause.source is None:
        return None
    span = reading.parse.span(clause.content[0], clause.content[1] - 1)
    return reading.article.span(span.start, span.end)


def mention_of(reading: Reading, clause: ReportingClause) -> Mention | None:
    """The mention of the clause's speaker: its head, or the name that hangs on it."""
    if clause.source is None:
        return None
    found = reading.mention_at.get(clause.source)
    for child in reading.parse.children(clause.source, "flat", "compound", "appos"):
        named = reading.mention_at.get(child)
        if (
            named is not None
            and named.entity
            and (found is None or not found.entity)
            and abs(child - clause.source) <= 6
        ):
            return named
    return found or next(
        (m for m in reading.mentions if clause.source in reading.parse.within(m.span.start, m.span.end)), None
    )

"""Quoted passages with their likeliest speakers to utterances: which words, in how many parts, by which mention."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from service.attribution.direct.context import Candidate
from service.attribution.direct.judging import RankedSpeaker
from service.attribution.direct.narration import is_narration, without_dateline
from service.attribution.document import AnnotatedArticle
from service.attribution.reported_runs import OTHERWISE, ReportedRuns
from service.attribution.reporting.clauses import ReportingClause
from service.attribution.reporting.content_spans import after_hearer
from service.attribution.reporting.source_mentions import mentions_of, relative_pronoun
from service.attribution.utterance import Utterance
from service.attribution.utterance_borders import goes_on, sentence_between
from service.domain.articles import Span
from service.domain.quotations import MentionKind, QuotationKind, ReportedAs


def quoted_utterances(annotated: AnnotatedArticle, ranking: Sequence[RankedSpeaker]) -> tuple[Utterance, ...]:
    """The utterances of the article's quoted words, in order."""
    runs = ReportedRuns(annotated)
    found: list[Utterance] = []
    for group in _groups(annotated, ranking):
        found += _utterances(annotated, group, runs, found[-1].parts[-1].end if found else 0)
    return tuple(found)


def _groups(annotated: AnnotatedArticle, ranking: Sequence[RankedSpeaker]) -> Iterator[list[RankedSpeaker]]:
    """Verdicts of one speaker together: neighbours in a paragraph that no two sentences report."""
    group: list[RankedSpeaker] = []
    for ranked in ranking:
        if group and not _belongs(annotated, group[-1], ranked):
            yield group
            group = []
        group.append(ranked)
    if group:
        yield group


def _belongs(annotated: AnnotatedArticle, before: RankedSpeaker, ranked: RankedSpeaker) -> bool:
    if not (before.is_speech and ranked.is_speech) or before.candidate is None or ranked.candidate is None:
        return False
    same_place = before.passage.marks[-1].paragraph == ranked.passage.marks[0].paragraph
    if not same_place or before.entity is not ranked.entity:
        return False
    verbs = [clause.verb for clause in map(_clause, (before, ranked)) if clause is not None]
    if sentence_between(annotated, before.passage.end, ranked.passage.start, verbs):
        return False
    first, second = before.candidate.clause, ranked.candidate.clause
    if first is None or second is None or first.verb == second.verb:
        return True
    return _interrupt_together(annotated, before, ranked, (first, second))


def _interrupt_together(
    annotated: AnnotatedArticle,
    before: RankedSpeaker,
    ranked: RankedSpeaker,
    clauses: tuple[ReportingClause, ReportingClause],
) -> bool:
    """Whether the clauses are one sentence's, which ends before the second words: “…,” said Lee, noting a law. “…”"""
    parse = annotated.parse
    start, stop = before.passage.marks[-1].span.end, ranked.passage.marks[0].outer.start
    are_between = all(start <= clause.cue.start and clause.cue.end <= stop for clause in clauses)
    sentence = parse.sentences[parse.sentence(clauses[0].verb)].span
    return are_between and sentence.end <= stop and sentence.contains(clauses[1].cue)


def _utterances(
    annotated: AnnotatedArticle, group: Sequence[RankedSpeaker], runs: ReportedRuns, stop: int
) -> Iterator[Utterance]:
    """The utterances of one speaker's passages; what one clause reports is one, whatever stands between marks.

    Words of phrases before `stop` are somebody else's.
    """
    clause = next((clause for clause in map(_clause, group) if clause is not None), None)
    spans = [marked.span for ranked in group for marked in ranked.passage.marks]
    is_attributed = group[0].is_speech and group[0].candidate is not None
    loose = _of_clause(annotated, spans, clause) if is_attributed else []
    utterances = [[group[0]]]
    for before, ranked in pairwise(group):
        if _are_one(annotated, before, ranked, loose):
            utterances[-1].append(ranked)
        else:
            utterances.append([ranked])
    starts = [0, *(passages[-1].passage.marks[-1].span.end for passages in utterances[:-1])]
    ends = [*(passages[0].passage.marks[0].outer.start for passages in utterances[1:]), len(annotated.parse.text)]
    for passages, start, end in zip(utterances, starts, ends, strict=True):
        own = [marked.span for ranked in passages for marked in ranked.passage.marks]
        around = [piece for piece in loose if start <= piece.start and piece.end <= end]
        if is_attributed:
            phrases = _of_phrases(annotated, runs.around(own), max(start, stop), end)
            around = _fuller(around, [piece for piece in phrases if not _reports(group, piece)], own, runs)
            around = [_without_hearer(annotated, piece, clause) for piece in around]
        yield _marked_utterance(annotated, passages, sorted([*own, *around]))


def _are_one(annotated: AnnotatedArticle, before: RankedSpeaker, ranked: RankedSpeaker, parts: Sequence[Span]) -> bool:
    left, right = before.passage.marks[-1].span, ranked.passage.marks[0].span
    if before.may_be_named == ranked.may_be_named and any(left.end < p.start and p.end < right.start for p in parts):
        # The words between them are reported, too: “dead” and would harm “everyone”.
        return True
    cues = tuple(clause.cue for clause in map(_clause, (before, ranked)) if clause is not None)
    return goes_on(annotated.parse.text, left, right, cues)


def _clause(ranked: RankedSpeaker) -> ReportingClause | None:
    return None if ranked.candidate is None else ranked.candidate.clause


def _marked_utterance(annotated: AnnotatedArticle, group: Sequence[RankedSpeaker], parts: Sequence[Span]) -> Utterance:
    first = group[0]
    spans = [marked.span for ranked in group for marked in ranked.passage.marks]
    candidate = first.candidate if first.is_speech else None
    clause = next((clause for clause in map(_clause, group) if clause is not None), None)
    governance = first.governance
    return Utterance(
        kind=_kind(parts, spans),
        parts=tuple(annotated.article.span(part.start, part.end) for part in parts),
        is_speech=first.is_speech,
        mention=None if candidate is None else candidate.mention,
        place=None if candidate is None else _place(annotated, candidate, spans[0]),
        cue=None if candidate is None or clause is None else clause.cue,
        confidence=max(v.probability for v in group) if first.is_speech else 1 - first.speech,
        evidence=first.evidence if first.is_speech else (),
        reported_as=ReportedAs.SAID if governance is None else governance.reported_as,
        relays=() if governance is None else mentions_of(annotated, governance.relays),
        is_unsaid=governance is not None and governance.is_unsaid,
        entity=first.entity if any(ranked.may_be_named for ranked in group) else None,
    )


def _place(annotated: AnnotatedArticle, candidate: Candidate, words: Span) -> Span:
    """The mention, or the "who" that stands for it in the sentence of the words."""
    clause, parse = candidate.clause, annotated.parse
    # The words may stand inside a word of the parse, and no word begin in them: www.example.org/“yes”.
    first = parse.at(words.start)
    if clause is None or first is None or parse.sentence(clause.verb) != parse.sentence(first):
        return candidate.mention.span
    return relative_pronoun(parse, clause.verb) or candidate.mention.span


def _kind(parts: Sequence[Span], spans: Sequence[Span]) -> QuotationKind:
    is_fragment = spans[0].text[:1].islower()
    return QuotationKind.MIXED if len(parts) > len(spans) or is_fragment else QuotationKind.DIRECT


def _fuller(of_clause: list[Span], of_phrases: list[Span], marked: Sequence[Span], runs: ReportedRuns) -> list[Span]:
    """Of the words around marked ones, those of the clause, or those of phrases where clearly more are reported."""
    n_more = runs.n_reported(of_phrases, marked) - runs.n_reported(of_clause, marked)
    return of_phrases if n_more > (OTHERWISE if of_clause else 0) else of_clause


def _reports(group: Sequence[RankedSpeaker], piece: Span) -> bool:
    """Whether a piece says who reports the words, or by which verb."""
    candidates = [ranked.candidate for ranked in group if ranked.candidate is not None]
    clauses = [clause for clause in map(_clause, group) if clause is not None]
    return any(piece.contains(one.mention.span) for one in candidates) or any(
        piece.contains(one.cue) for one in clauses
    )


def _of_clause(annotated: AnnotatedArticle, spans: Sequence[Span], clause: ReportingClause | None) -> list[Span]:
    """Where the clause reports more than stands between marks, its other words around them."""
    if clause is None or clause.content is None:
        return []
    words = annotated.parse.words
    start, end = words[clause.content[0]].span.start, words[clause.content[1] - 1].span.end
    if not any(start < span.end and span.start < end for span in spans):
        return []
    # A parse that ends the reported clause too early does not end the sentence's quotations with it.
    sentence_end = annotated.parse.sentences[annotated.parse.sentence(clause.verb)].span.end
    if start > clause.cue.end:
        end = max([end, *(span.end for span in spans if span.start < sentence_end)])
    # A full stop before the closing mark ends the sentence, whatever the parse makes of what follows.
    end = min([end, *(span.end for span in spans if start < span.end and span.text[-1:] in tuple(".?!"))])
    holes = [marked.outer for marked in annotated.marks_between(start, end)]
    return [
        piece
        for piece in (without_dateline(annotated, piece) for piece in _pieces(annotated, start, end, holes))
        if _is_reported(annotated, piece)
        and not is_narration(annotated, piece)
        and not _names_speaker(annotated, piece, clause)
        and not _leads_to_another(annotated, piece, spans)
    ]


def _without_hearer(annotated: AnnotatedArticle, piece: Span, clause: ReportingClause | None) -> Span:
    """The piece without whom the words are said to: of "told the union to wait", "to wait"."""
    parse = annotated.parse
    first = parse.at(piece.start)
    if clause is None or first is None:
        return piece
    start = after_hearer(parse, clause.verb)
    if not clause.verb < first < start or start >= len(parse) or parse.lower(start) not in ("to", "not", "that"):
        return piece
    start += parse.lower(start) == "that"
    # A text may end with "told the union that".
    offset = parse.words[start].span.start if start < len(parse) else piece.end
    return Span(offset, piece.end, parse.text[offset : piece.end]) if offset < piece.end else piece


def _of_phrases(annotated: AnnotatedArticle, phrases: Sequence[range], start: int, end: int) -> Iterator[Span]:
    """The words of phrases that stand between no marks, from start to end, without the conjunctions that lead them."""
    parse = annotated.parse
    for phrase in phrases:
        has_lead = len(phrase) > 1 and parse.relation(phrase.start) == "mark"
        first = parse.words[phrase.start + has_lead].span.start
        borders = max(first, start), min(parse.words[phrase.stop - 1].span.end, end)
        holes = [marked.outer for marked in annotated.marks_between(*borders)]
        for piece in _pieces(annotated, *borders, holes):
            if _is_reported(annotated, piece) and not is_narration(annotated, piece):
                yield piece


def _pieces(annotated: AnnotatedArticle, start: int, end: int, holes: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch when the holes are cut out, blanks and commas at the ends off."""
    position = start
    for hole in [*holes, Span(end, end, "")]:
        if hole.end < start or hole.start > end:
            continue
        text = annotated.parse.text[position : max(position, hole.start)]
        inner = text.strip(" \n,;:—–-")
        if inner:
            offset = position + text.index(inner)
            yield Span(offset, offset + len(inner), inner)
        position = max(position, hole.end)


def _names_speaker(annotated: AnnotatedArticle, piece: Span, clause: ReportingClause) -> bool:
    """Whether the piece names the speaker, whom a parse gone wrong puts among the reported words: "by Lee as a “…”"."""
    source = None if clause.source is None else annotated.mention_at.get(clause.source)
    return source is not None and source.kind is MentionKind.NAME and piece.contains(source.span)


def _leads_to_another(annotated: AnnotatedArticle, piece: Span, spans: Sequence[Span]) -> bool:
    """Whether it tells who says the next words, by the same verb: Lee warned of “chaos”, the union of “delays”."""
    has_verb = any(map(annotated.parse.is_verbal, annotated.parse.within(piece.start, piece.end)))
    if has_verb or not any(span.end <= piece.start for span in spans):
        return False
    return any(marked.span not in spans for marked in annotated.marks_between(piece.end, piece.end + len(" “")))


def _is_reported(annotated: AnnotatedArticle, piece: Span) -> bool:
    """Whether the piece says something, and is no dateline or hearer before a colon."""
    words = annotated.parse.within(piece.start, piece.end)
    after = annotated.parse.text[piece.end : piece.end + 3].lstrip()[:1]
    return after != ":" and any(annotated.parse.words[word].pos not in ("PUNCT", "SCONJ", "CCONJ") for word in words)

"""Turns of an interview or a transcript, which stand without marks: "Dana Cole: I wanted …", below "Crown replied:"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import ReportingClause
from service.attribution.reporting.source_mentions import mention_of
from service.attribution.utterance import Utterance
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import SURE_CUE, verb_lemma
from service.domain.articles import Span
from service.domain.quotations import Mention, QuotationKind
from service.lexicon import words

# A label is a name or "Q" before a colon; what follows is said, and is no mere value ("Venue: Hillford").
_LABELLED = re.compile(r"(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):\s+(?P<words>\S.*)")
_MARKS = frozenset('“”"„«»')
_FIRST_PERSONS = frozenset(("i", "we", "my", "our", "me", "us"))
# As sure as the form is: of labelled articles, too few have such turns to measure it.
_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class _Turn:
    label: Span
    words: Span
    answers: bool
    """Whether a question stands right above it, in a paragraph or a turn of its own."""


def unmarked_turns(annotated: AnnotatedArticle, clauses: Sequence[ReportingClause]) -> Iterator[Utterance]:
    """The turns whose speaker is named, by the label or by the clause above, with that mention."""
    paragraphs = list(_paragraphs(annotated.parse.text))
    turns = list(_turns(annotated, paragraphs))
    # One label alone may be anything: two speak with each other, or one answers the questions above.
    if len({turn.label.text for turn in turns}) > 1 or any(turn.answers for turn in turns):
        answering = _answering(annotated, clauses, turns[0])
        for turn in turns:
            mention = _labelled(annotated, turn.label, answering)
            if mention is not None:
                yield _utterance(annotated, turn.words, mention)
    for above, below in pairwise(paragraphs):
        clause = _leading(annotated, clauses, above) if above.text.endswith(":") else None
        source = None if clause is None or clause.source is None else mention_of(annotated, clause.source)
        if clause is not None and source is not None and _is_led_speech(annotated, clause, below):
            yield _utterance(annotated, below, source)


def _paragraphs(text: str) -> Iterator[Span]:
    for found in re.finditer(r"[^\n]+", text):
        inner = found[0].strip()
        if inner:
            start = found.start() + found[0].index(inner)
            yield Span(start, start + len(inner), inner)


def _turns(annotated: AnnotatedArticle, paragraphs: Sequence[Span]) -> Iterator[_Turn]:
    """The turns of those who are known to speak, and of whoever asks: "The Herald: How did it feel?"."""
    found = [
        turn for above, below in zip([None, *paragraphs], paragraphs, strict=False) if (turn := _turn(above, below))
    ]
    asking = {turn.label.text for turn in found if turn.words.text.endswith("?")}
    for turn in found:
        is_speaker = _is_speaker(annotated, turn.label) or turn.label.text in asking
        if is_speaker and (turn.answers or _has_verb(annotated, turn.words)):
            yield turn


def _turn(above: Span | None, paragraph: Span) -> _Turn | None:
    found = _LABELLED.fullmatch(paragraph.text)
    if found is None or _MARKS.intersection(paragraph.text):
        return None
    said = Span(paragraph.start + found.start("words"), paragraph.end, found["words"])
    label = Span(paragraph.start, paragraph.start + len(found["label"]), found["label"])
    answers = above is not None and above.text.endswith("?") and not above.text.startswith(f"{label.text}:")
    return _Turn(label, said, answers)


def _has_verb(annotated: AnnotatedArticle, said: Span) -> bool:
    return any(map(annotated.parse.is_verbal, annotated.parse.within(said.start, said.end)))


def _is_speaker(annotated: AnnotatedArticle, label: Span) -> bool:
    return label.text.casefold() in words("reporting/turn_labels") or bool(_named(annotated, label))


def _named(annotated: AnnotatedArticle, label: Span) -> Mention | None:
    inside = annotated.parse.within(label.start, label.end)
    mentions = (annotated.mention_at.get(word) for word in inside)
    return next((each for each in mentions if each is not None and each.entity == "PERSON"), None)


def _labelled(annotated: AnnotatedArticle, label: Span, answering: Mention | None) -> Mention | None:
    named = _named(annotated, label)
    return answering if named is None and label.text.casefold() in ("a", "answer") else named


def _answering(annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], first: _Turn) -> Mention | None:
    """Who gives the answers: the person who speaks last before the turns, or the only one who is named there."""
    before = [each for each in annotated.mentions if each.span.end <= first.label.start and each.entity == "PERSON"]
    sources = {clause.source for clause in clauses}
    speaking = [each for each in before if each.head in sources]
    if speaking:
        return speaking[-1]
    return before[0] if len({each.name for each in before}) == 1 else None


def _leading(annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], above: Span) -> ReportingClause | None:
    """The reporting clause right before the colon."""
    last = annotated.parse.within(above.start, above.end)
    beside = clauses[bisect_left(clauses, last.start, key=_verb) : bisect_left(clauses, last.stop, key=_verb)]
    near = [clause for clause in beside if clause.likelihood >= SURE_CUE]
    return None if not near or near[-1].is_passive else near[-1]


def _verb(clause: ReportingClause) -> int:
    return clause.verb


def _is_led_speech(annotated: AnnotatedArticle, clause: ReportingClause, below: Span) -> bool:
    """Whether a paragraph without marks speaks of "I" or "we", or is what the clause leads to: "wrote in a letter:"."""
    inside = annotated.parse.within(below.start, below.end)
    is_personal = any(annotated.parse.lower(word) in _FIRST_PERSONS for word in inside)
    is_sentence = any(map(annotated.parse.is_verbal, inside)) and below.text[-1:] in ".!?" and below.text[0].isupper()
    is_missing = clause.content is None and is_sentence and _writes(annotated, clause)
    return (is_personal or is_missing) and not _MARKS.intersection(below.text)


def _writes(annotated: AnnotatedArticle, clause: ReportingClause) -> bool:
    """Whether somebody writes, or speaks in a letter or a statement: what follows is no mere list."""
    parse = annotated.parse
    nouns = (noun_lemma(parse, child) for child in parse.children(clause.verb, "obl", "obj"))
    is_in_document = any("document" in kinds_of_nouns(noun) for noun in nouns)
    return is_in_document or verb_lemma(parse, clause.verb) in ("write", "post", "tweet")


def _utterance(annotated: AnnotatedArticle, said: Span, mention: Mention) -> Utterance:
    return Utterance(
        kind=QuotationKind.DIRECT,
        parts=(annotated.article.span(said.start, said.end),),
        is_speech=True,
        mention=mention,
        place=mention.span,
        cue=None,
        confidence=_CONFIDENCE,
        evidence=(),
    )

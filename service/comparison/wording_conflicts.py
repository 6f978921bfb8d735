"""One statement, different words between quotation marks."""

from collections.abc import Sequence

from service.comparison.alignment import diff
from service.comparison.claims import PassagePair, in_order, involved, places, sides
from service.comparison.identity import identify
from service.comparison.summary import wording_summary
from service.comparison.wording import wording_severity
from service.domain import Article, Claim, Conflict, ConflictKind, Severity, Statement

_GRAVITY = tuple(Severity)


def wording_conflict(
    statement: Statement, pairs: Sequence[PassagePair], articles: Sequence[Article]
) -> Conflict | None:
    """The conflict over the words, if two articles print others; `diff` is between the first two claims."""
    graded = [(severity, pair) for pair in pairs if (severity := _severity(pair)) is not None]
    if not graded:
        return None
    passages = involved(pair for _, pair in graded)
    apart = {frozenset(passage.id for passage in pair) for _, pair in graded}
    groups = sides(passages, lambda one, other: frozenset((one.id, other.id)) in apart)
    claims = in_order(Claim(group[0].printed_text, places(group)) for group in groups)
    fullest = {group[0].printed_text: group[0] for group in groups}
    first, second = (fullest[claim.value] for claim in claims[:2])
    steps = diff(first.printed_words, second.printed_words)
    return Conflict(
        id=identify("c", (ConflictKind.WORDING, statement.id, *(claim.value for claim in claims))),
        kind=ConflictKind.WORDING,
        severity=min((severity for severity, _ in graded), key=_GRAVITY.index),
        statement_id=statement.id,
        speaker_id=None,
        summary=wording_summary(first.speaker, claims, steps, articles),
        claims=claims,
        diff=steps,
    )


def _severity(pair: PassagePair) -> Severity | None:
    return wording_severity(pair[0].printed_words, pair[1].printed_words)

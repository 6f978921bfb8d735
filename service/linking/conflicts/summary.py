"""A conflict in one plain sentence: who or what, each value, and where it stands."""

from collections.abc import Iterable, Sequence

from service.domain.articles import Article
from service.domain.conflicts import Claim, DiffOp, DiffStep
from service.domain.quotations import Speaker

# Enough of a quotation to know it by; enough words around a change to read it.
_LONGEST, _CONTEXT = 100, 3


def speaker_summary(claims: Iterable[Claim], words: str, articles: Sequence[Article]) -> str:
    """Who is said to have said it, where."""
    sides = _joined(f"{claim.value} in {_where(claim, articles)}" for claim in claims)
    return f"“{_clipped(words)}” is attributed to {sides}."


def affiliation_summary(speaker: Speaker, claims: Iterable[Claim], articles: Sequence[Article]) -> str:
    """What the speaker is said to be, where."""
    sides = _joined(f"“{claim.value}” in {_where(claim, articles)}" for claim in claims)
    return f"{speaker.name} is {sides}."


def wording_summary(
    speaker: str | None, claims: Sequence[Claim], diff: Sequence[DiffStep], articles: Sequence[Article]
) -> str:
    """Who is quoted, the first words that differ, with some around them, and where each wording stands."""
    left, right = _first_change(diff)
    who = speaker or "One statement"
    shown = (left, right, *(_clipped(claim.value) for claim in claims[2:]))
    pairs = zip(claims, shown, strict=True)
    sides = _joined(f"“{words}” in {_where(claim, articles)}" for claim, words in pairs)
    return f"{who} is quoted in different words: {sides}."


def _first_change(diff: Sequence[DiffStep]) -> tuple[str, str]:
    """The first change with its context on both sides; words left out at either end are none."""
    changed = [place for place, step in enumerate(diff) if step.op is not DiffOp.EQUAL]
    inner = [place for place in changed if 0 < place < len(diff) - 1 or (diff[place].a and diff[place].b)]
    place = (inner or changed)[0]
    left, right = ([step.a for step in diff], [step.b for step in diff])
    return _excerpt(left, place), _excerpt(right, place)


def _excerpt(runs: Sequence[str], place: int) -> str:
    """The run with a few words around it, and dots where there are more."""
    before, words, after = (
        " ".join(part).split() for part in (runs[:place], runs[place : place + 1], runs[place + 1 :])
    )
    opening = ["…"] if len(before) > _CONTEXT else []
    closing = ["…"] if len(after) > _CONTEXT else []
    return " ".join((*opening, *before[-_CONTEXT:], *words, *after[:_CONTEXT], *closing)).rstrip(",")


def _where(claim: Claim, articles: Sequence[Article]) -> str:
    outlets = {article.id: article.outlet or article.id for article in articles}
    return _joined(dict.fromkeys(outlets[article_id] for article_id in claim.article_ids))


def _joined(phrases: Iterable[str]) -> str:
    *first, last = phrases
    return f"{', '.join(first)} and {last}" if first else last


def _clipped(text: str) -> str:
    text = " ".join(text.split()).rstrip(",")
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"

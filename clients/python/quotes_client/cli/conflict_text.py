"""A conflict for a terminal: its summary, then what each side says, with the words that differ in {braces}."""

from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import indent, shorten, wrap

from quotes_client.answers import Claim, Conflict, DiffStep
from quotes_client.enumerations import DiffOp, Status
from quotes_client.stored_answers import Decision, StoredConflict

# Of the articles that make a claim: more would not be read.
_MOST_OUTLETS = 5
# A line stays readable between these; a pipe has no width of its own and gets the second number.
_NARROWEST, _USUAL, _WIDEST = 80, 100, 120
# The fields of a diff's steps, a claim each.
_SIDES = ("a", "b")
# A run of words, and whether another side has others.
_Run = tuple[str, bool]


def conflict_text(conflict: StoredConflict) -> str:
    """The conflict as text, with the outlets of its claims and what an editor decided."""
    width = min(max(get_terminal_size((_USUAL, 0)).columns, _NARROWEST), _WIDEST)
    lines = wrap(f"{conflict.severity.upper()} ({conflict.kind}): {conflict.summary}", width)
    outlets = {article.id: article.outlet or article.id for article in conflict.articles}
    for claim, runs in zip(conflict.claims, _runs_of_claims(conflict), strict=True):
        words = " ".join(f"{{{text}}}" if is_different else text for text, is_different in runs)
        heading = shorten(_sources(claim, outlets), width - 4, placeholder=" …")
        lines.append(indent("\n".join([f"{heading}:", *(f"  {line}" for line in wrap(words, width - 6))]), "    "))
    if conflict.judgement is not None:
        lines += wrap(_decision(conflict.status, conflict.judgement), width, initial_indent="    ")
    return "\n".join([*lines, ""])


def _sources(claim: Claim, outlets: dict[str, str]) -> str:
    # An article may have been deleted a moment ago.
    names = [outlets.get(article_id, article_id) for article_id in claim.article_ids[:_MOST_OUTLETS]]
    n_more = len(claim.article_ids) - len(names)
    return ", ".join([*dict.fromkeys(names), *([f"{n_more} more"] if n_more else [])])


def _decision(status: Status, judgement: Decision) -> str:
    what = "Opened again" if status is Status.OPEN else status.capitalize()
    return f"{what} by {judgement.judged_by}{f': {judgement.reason}' if judgement.reason else '.'}"


def _runs_of_claims(conflict: Conflict) -> list[list[_Run]]:
    """The words of each claim; which of them differ is for the service to say, in the conflict's diff."""
    # The diff is of the first two claims, so of three it would mark one side against another, and not the third.
    if conflict.diff is None or len(conflict.claims) > len(_SIDES):
        return [[(claim.value, False)] for claim in conflict.claims]
    return [_of_diff(conflict.diff, side) for side in _SIDES]


def _of_diff(steps: Iterable[DiffStep], side: str) -> list[_Run]:
    return [(text, step.op is not DiffOp.EQUAL) for step in steps if (text := getattr(step, side))]

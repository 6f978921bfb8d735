"""A conflict for a terminal: its summary, then what each side says, with the words that differ in {braces}."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from shutil import get_terminal_size
from textwrap import indent, shorten, wrap
from typing import TYPE_CHECKING

from quotes_client.answers import Claim, Conflict, DiffStep, StoredConflict
from quotes_client.enumerations import DiffOp
from quotes_client.errors import ClientError

if TYPE_CHECKING:
    from quotes_client.client import Client

# Of the articles that make a claim: each costs a request, and more would not be read.
_MOST_OUTLETS = 5
_MOST_REMEMBERED = 10_000
# A line stays readable between these; a pipe has no width of its own and gets the second number.
_NARROWEST, _USUAL, _WIDEST = 80, 100, 120
# The fields of a diff's steps, a claim each.
_SIDES = ("a", "b")
# A run of words, and whether another side has others.
_Run = tuple[str, bool]


def conflict_texts(client: "Client") -> Callable[[StoredConflict], str]:
    """Conflicts as text, with the outlets of their claims; each article is asked for once."""

    @lru_cache(_MOST_REMEMBERED)
    def outlet(article_id: str) -> str:
        try:
            return client.article(article_id).outlet or article_id
        except ClientError:
            # It was deleted a moment ago, or the service stops: the conflict is worth showing all the same.
            return article_id

    def sources(claim: Claim) -> str:
        names = [outlet(article_id) for article_id in claim.article_ids[:_MOST_OUTLETS]]
        n_more = len(claim.article_ids) - len(names)
        return ", ".join([*dict.fromkeys(names), *([f"{n_more} more"] if n_more else [])])

    return lambda conflict: f"{_text(conflict, sources)}\n"


def _text(conflict: Conflict, sources: Callable[[Claim], str]) -> str:
    width = min(max(get_terminal_size((_USUAL, 0)).columns, _NARROWEST), _WIDEST)
    lines = wrap(f"{conflict.severity.upper()} ({conflict.kind}): {conflict.summary}", width)
    for claim, runs in zip(conflict.claims, _runs_of_claims(conflict), strict=True):
        words = " ".join(f"{{{text}}}" if is_different else text for text, is_different in runs)
        heading = shorten(sources(claim), width - 4, placeholder=" …")
        lines.append(indent("\n".join([f"{heading}:", *(f"  {line}" for line in wrap(words, width - 6))]), "    "))
    return "\n".join(lines)


def _runs_of_claims(conflict: Conflict) -> list[list[_Run]]:
    """The words of each claim; which of them differ is for the service to say, in the conflict's diff."""
    # The diff is of the first two claims, so of three it would mark one side against another, and not the third.
    if conflict.diff is None or len(conflict.claims) > len(_SIDES):
        return [[(claim.value, False)] for claim in conflict.claims]
    return [_of_diff(conflict.diff, side) for side in _SIDES]


def _of_diff(steps: Iterable[DiffStep], side: str) -> list[_Run]:
    return [(text, step.op is not DiffOp.EQUAL) for step in steps if (text := getattr(step, side))]

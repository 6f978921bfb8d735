"""What is found in a file: an article, or something that is not one, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from quotes_client.submissions import Article


@dataclass(frozen=True, slots=True)
class Found:
    """An article and where it stands, such as "day.jsonl:2"."""

    place: str
    article: Article


@dataclass(frozen=True, slots=True)
class Refused:
    """What is not an article, in one line that says where and why.

    Where it `is_expected`, as pictures are in the archive of a site, it counts as left out and not as failed.
    """

    reason: str
    is_expected: bool = False


Findings = Iterator[Found | Refused]


class UnreadableError(Exception):
    """A file, or a part of it, is not what it seems; the message is one plain sentence without its place."""

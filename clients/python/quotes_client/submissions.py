"""What callers submit: articles, and what editors say of two."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Article:
    """An article to read: its text, or the HTML page that holds it, or only the URL of either.

    `published_at` is a date, or a date and time, of ISO 8601. What is left out is read from the page, if there is one.
    `language` is a tag such as "en-GB"; with "any", an article is read that is not in English.
    """

    text: str | None = None
    html: str | None = None
    url: str | None = None
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published_at: str | None = None
    authors: tuple[str, ...] | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class PairJudgement:
    """What an editor says of two speakers or two statements, each by its id or by that of a quotation of it.

    `by` is who decides, unless the service asks for keys: then it is the name of the key. `reason` is why.
    """

    subject: Literal["speaker", "statement"]
    first: str
    second: str
    verdict: Literal["same", "different"]
    by: str = ""
    reason: str | None = None

"""Events: two articles of about the same days that are about the same matter report one event.

Their quotations are one statement on less evidence than those of other dated articles, for in a stream of news much is
said again every day: the evidence is weighed as between articles that tell no day.
"""

from collections import defaultdict
from dataclasses import dataclass

from service.domain.articles import Article
from service.linking.time_window import day_of, days_apart
from service.linking.wording.tokens import SMALL, words_of
from service.linking.wording.word_codes import codes_of, n_shared

# An event is reported for some days.
MOST_DAYS_OF_AN_EVENT = 3
# The beginning shows what an article is about, and a reprint that is cut at its end has the same.
_BEGINNING = 3_000
# Of the first number of words two such articles share the second: three in five pairs of articles of one real story do,
# and of a year's articles, as if of one day, one pair in a thousand. With one word less, or within four weeks, the
# archive (`bench/archive.md`) has by folds a precision of 83.6, or 75.8, instead of 86.2.
N_WORDS, N_SHARED = 56, 18


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and about what something was reported."""

    day: int | None
    """When the article was published, in days since 1970; None if it does not tell."""
    topic: str | None = None
    """The codes of the words that the article says most; None if it does not tell its day."""

    def is_of_one_event_with(self, other: "Occasion") -> bool:
        """Whether both articles tell their day and, by these and by their words, of one event."""
        n_days = days_apart(self.day, other.day)
        return n_days is not None and n_days <= MOST_DAYS_OF_AN_EVENT and is_one_topic(self.topic, other.topic)


def occasion_of(article: Article) -> Occasion:
    """When and about what this article reports."""
    day = day_of(article)
    return Occasion(day, _topic_of(article.text) if day is not None else None)


def days_that_count(one: Occasion, other: Occasion) -> int | None:
    """How many days lie between two reports; None if one tells no day, and None if both report one event."""
    return None if one.is_of_one_event_with(other) else days_apart(one.day, other.day)


def is_one_topic(topic: str | None, other: str | None) -> bool:
    """Whether two articles are about the same, as the words show that each says most."""
    return topic is not None and other is not None and n_shared(topic, other) >= N_SHARED


def _topic_of(text: str) -> str:
    """The words that say most, each counted as often as it is there; of equal ones those that come first."""
    says: dict[str, float] = defaultdict(float)
    for word in words_of(text[:_BEGINNING]):
        if word.weight > SMALL and not word.is_number:
            says[word.stem] += word.weight
    most = sorted(says, key=lambda stem: -says[stem])[:N_WORDS]
    return "".join(sorted(codes_of(most)))

"""Any number of articles made from real ones: quotations altered, cut and given to others, names replaced.

Stories are reported by one outlet or by several; their reports share most quotations, in the same words or with some
changed. Words and people come up as often as in the news: few of them daily, most of them seldom.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from service.domain.articles import Article, Span
from service.domain.quotations import (
    Affiliation,
    ArticleAnalysis,
    Attribution,
    Quotation,
    QuotationKind,
    Speaker,
    SpeakerKind,
)
from service.linking.wording.tokens import SMALL, words_of

N_QUOTATIONS = 10
_N_SPEAKERS = 4
# Outlets that tell a story, and how often.
_OUTLETS, _SHARES = (1, 2, 4, 8), (60, 25, 10, 5)
# The share of content words that differ in another statement.
_OTHER = 0.6
_REPORTED, _CHANGED, _CUT, _SHORT_NAME, _POST, _OTHER_POST = 0.6, 0.3, 0.2, 0.3, 0.5, 0.05
_FIRST_DAY, _BETWEEN_STORIES = datetime(2020, 1, 1, tzinfo=UTC), timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class _Law:
    """That of Zipf and Mandelbrot: what comes up at each place of a list of `n`, about once in (place + `head`)."""

    n: int
    head: int

    def place(self, chance: random.Random) -> int:
        return int(self.head * (self.n / self.head + 1) ** chance.random()) - self.head


# The most frequent word is one in a hundred, as in the real quotations; the most quoted person one in fifty.
_WORDS, _PEOPLE = _Law(300_000, head=10), _Law(200_000, head=5)

_Position = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Stock:
    """What real articles lend: quotations as lists of words, the content words, names and positions.

    The words stand in the order of how often they come up, each once; the names in that of the alphabet.
    """

    quotations: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    positions: tuple[_Position, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody who is quoted, and what an article says that they are."""

    name: str
    position: _Position | None


@dataclass(frozen=True, slots=True)
class _Saying:
    """Somebody's words, as one outlet reports them."""

    words: tuple[str, ...]
    person: _Person


def stock_of(reports: Sequence[ArticleAnalysis]) -> Stock:
    """What these articles lend."""
    texts = [one.quotation.text.split() for report in reports for one in report.attributions if one.quotation.is_speech]
    people = [each for report in reports for each in report.speakers if each.kind is SpeakerKind.PERSON]
    names = [name.split() for name in (person.name for person in people) if len(name.split()) > 1]
    positions = [
        (position.span.text, position.role, position.organization) for each in people for position in each.affiliations
    ]
    words = Counter(word for text in texts for word in text if _carries_matter(word))
    return Stock(
        tuple(tuple(text) for text in texts if len(text) > 3),
        tuple(word for word, _ in words.most_common()),
        tuple(sorted({name[0] for name in names})),
        tuple(sorted({name[-1] for name in names})),
        tuple(positions),
    )


def short(stock: Stock, n_words: int) -> Stock:
    """The same with no longer quotations than of this many words."""
    return replace(stock, quotations=tuple(one for one in stock.quotations if len(one) <= n_words))


def stories(stock: Stock, *, seed: int, n_quotations: int = N_QUOTATIONS) -> Iterator[list[ArticleAnalysis]]:
    """The reports of one story after the other, without end; each report has this many quotations."""
    chance = random.Random(seed)
    for number in count():
        people = [_person(stock, chance) for _ in range(_N_SPEAKERS)]
        sayings = [_saying(stock, chance, chance.choice(people)) for _ in range(n_quotations * 2)]
        n_outlets = chance.choices(_OUTLETS, _SHARES)[0]
        day = _FIRST_DAY + number * _BETWEEN_STORIES
        articles = (Article(f"{seed}-{number}-{each}", "", None, f"Outlet {each}") for each in range(n_outlets))
        yield [
            _report(replace(article, published_at=day.isoformat()), _chosen(sayings, stock, chance, n_quotations))
            for article in articles
        ]


def _person(stock: Stock, chance: random.Random) -> _Person:
    """Somebody, probably in the news before; usually with the same position as then."""
    place = _PEOPLE.place(chance)
    own = random.Random(place)
    last = own.choice(stock.last_names)
    if place >= len(stock.last_names):
        # More people than real surnames: the half of one and the half of another.
        other = own.choice(stock.last_names)
        last = last[: len(last) // 2 + 1] + other[len(other) // 2 :]
    position = own.choice(stock.positions) if own.random() < _POST else None
    if position and chance.random() < _OTHER_POST:
        position = chance.choice(stock.positions)
    return _Person(f"{own.choice(stock.first_names)} {last}", position)


def _saying(stock: Stock, chance: random.Random, person: _Person) -> _Saying:
    words = (_altered(word, stock, chance, share=_OTHER) for word in chance.choice(stock.quotations))
    return _Saying(tuple(words), person)


def _chosen(sayings: Sequence[_Saying], stock: Stock, chance: random.Random, n: int) -> list[_Saying]:
    """The sayings that one outlet reports, in its words."""
    chosen = [one for one in sayings if chance.random() < _REPORTED][:n]
    return [_reported_again(one, stock, chance) for one in (*chosen, *sayings)[:n]]


def _reported_again(saying: _Saying, stock: Stock, chance: random.Random) -> _Saying:
    words = saying.words
    if chance.random() < _CUT and len(words) > 8:
        words = words[: -(len(words) // 3)]
    if chance.random() < _CHANGED:
        place = chance.randrange(len(words))
        words = (*words[:place], _altered(words[place], stock, chance, share=1.0), *words[place + 1 :])
    person = saying.person
    if chance.random() < _SHORT_NAME:
        person = replace(person, name=person.name.split()[-1])
    return _Saying(words, person)


def _altered(word: str, stock: Stock, chance: random.Random, *, share: float) -> str:
    if not _carries_matter(word) or chance.random() >= share:
        return word
    place = _WORDS.place(chance)
    if place < len(stock.words):
        return stock.words[place]
    # No real quotation has a word so rare: a real one grows letters in the place of the number's digits.
    return f"{stock.words[place % len(stock.words)].strip('.,;:!?')}{str(place).translate(_LETTERS)}"


_LETTERS = str.maketrans("0123456789", "bcdfghklmn")


def _carries_matter(word: str) -> bool:
    found = words_of(word)
    return bool(found) and found[0].weight > SMALL


def _report(article: Article, sayings: Sequence[_Saying]) -> ArticleAnalysis:
    text, attributions = "", []
    speakers: dict[str, Speaker] = {}
    for saying in sayings:
        words, name, position = " ".join(saying.words), saying.person.name, saying.person.position
        start = len(text) + 1
        text += f"“{words}” said {name}"
        quotation = Quotation(
            f"{article.id}:{start}", article.id, QuotationKind.DIRECT, (Span(start, start + len(words), words),)
        )
        if name not in speakers:
            speakers[name] = _speaker(article.id, saying.person, len(text))
            text += f", {position[0]}" if position else ""
        text += ".\n\n"
        attributions.append(Attribution(quotation, speaker_id=speakers[name].id, confidence=1.0))
    return ArticleAnalysis(replace(article, text=text), tuple(attributions), tuple(speakers.values()))


def _speaker(article_id: str, person: _Person, end: int) -> Speaker:
    positions: tuple[Affiliation, ...] = ()
    if person.position:
        text, role, organization = person.position
        positions = (Affiliation(article_id, Span(end + 2, end + 2 + len(text), text), role, organization),)
    return Speaker(f"{article_id}:{person.name}", person.name, SpeakerKind.PERSON, affiliations=positions)

"""Any number of articles made from real ones: quotations altered, cut and given to others, names made anew.

Stories are told by one outlet or by several; their reports share most quotations, in the same words or with some
changed. The words are those of real quotations, the frequent ones as frequent, some of them made rare.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.comparison.words import SMALL, words_of
from service.domain import (
    Affiliation,
    Article,
    Attribution,
    Quotation,
    QuotationKind,
    Report,
    Span,
    Speaker,
    SpeakerKind,
)

N_QUOTATIONS = 10
_N_SPEAKERS = 4
# Outlets that tell a story, and how often.
_OUTLETS, _SHARES = (1, 2, 4, 8), (60, 25, 10, 5)
# Of the words that carry matter: so many are others in another statement, and so many are heard of nowhere else.
_OTHER, _NEW = 0.6, 0.05
_REPORTED, _CHANGED, _CUT, _SHORT_NAME, _POST = 0.6, 0.3, 0.2, 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Stock:
    """What real articles lend: quotations as lists of words, the words that carry matter, names and posts."""

    quotations: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    posts: tuple[tuple[str, str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class _Saying:
    """Words of somebody, as one outlet tells them."""

    words: tuple[str, ...]
    name: str
    post: tuple[str, str | None, str | None] | None


def stock_of(reports: Sequence[Report]) -> Stock:
    """What these articles lend."""
    texts = [one.quotation.text.split() for report in reports for one in report.attributions if one.quotation.is_speech]
    people = [each for report in reports for each in report.speakers if each.kind is SpeakerKind.PERSON]
    names = [name.split() for name in (person.name for person in people) if len(name.split()) > 1]
    posts = [(post.span.text, post.role, post.organization) for each in people for post in each.affiliations]
    return Stock(
        tuple(tuple(text) for text in texts if len(text) > 3),
        tuple(word for text in texts for word in text if _carries_matter(word)),
        tuple(name[0] for name in names),
        tuple(name[-1] for name in names),
        tuple(posts),
    )


def stories(stock: Stock, *, seed: int) -> Iterator[list[Report]]:
    """The reports of one story after the other, without end."""
    chance = random.Random(seed)
    number = 0
    while True:
        told = [_saying(stock, chance, number + place) for place in range(N_QUOTATIONS * 2)]
        n_outlets = chance.choices(_OUTLETS, _SHARES)[0]
        yield [_report(f"{seed}-{number}-{outlet}", _chosen(told, stock, chance)) for outlet in range(n_outlets)]
        number += len(told)


def _saying(stock: Stock, chance: random.Random, number: int) -> _Saying:
    # The story's few speakers come round again.
    people = random.Random(number // (N_QUOTATIONS * 2) * _N_SPEAKERS + number % _N_SPEAKERS)
    name = f"{people.choice(stock.first_names)} {people.choice(stock.last_names)}"
    words = (_altered(word, stock, chance, share=_OTHER) for word in chance.choice(stock.quotations))
    post = people.choice(stock.posts) if people.random() < _POST else None
    return _Saying(tuple(words), name, post)


def _chosen(told: Sequence[_Saying], stock: Stock, chance: random.Random) -> list[_Saying]:
    """The sayings that one outlet reports, in its words."""
    chosen = [one for one in told if chance.random() < _REPORTED][:N_QUOTATIONS]
    return [_told_again(one, stock, chance) for one in (*chosen, *told)[:N_QUOTATIONS]]


def _told_again(saying: _Saying, stock: Stock, chance: random.Random) -> _Saying:
    words = saying.words
    if chance.random() < _CUT and len(words) > 8:
        words = words[: -(len(words) // 3)]
    if chance.random() < _CHANGED:
        place = chance.randrange(len(words))
        words = (*words[:place], _altered(words[place], stock, chance, share=1.0), *words[place + 1 :])
    name = saying.name.split()[-1] if chance.random() < _SHORT_NAME else saying.name
    return _Saying(words, name, saying.post)


def _altered(word: str, stock: Stock, chance: random.Random, *, share: float) -> str:
    if not _carries_matter(word) or chance.random() >= share:
        return word
    if chance.random() < _NEW:
        return f"{word.strip('.,;:!?')}{chance.randrange(10**6):06d}".translate(_LETTERS)
    return chance.choice(stock.words)


# A word that nobody has heard: letters in the place of a number's digits.
_LETTERS = str.maketrans("0123456789", "bcdfghklmn")


def _carries_matter(word: str) -> bool:
    found = words_of(word)
    return bool(found) and found[0].weight > SMALL


def _report(article_id: str, told: Sequence[_Saying]) -> Report:
    text, attributions = "", []
    speakers: dict[str, Speaker] = {}
    for saying in told:
        words = " ".join(saying.words)
        start = len(text) + 1
        text += f"“{words}” said {saying.name}"
        quotation = Quotation(
            f"{article_id}:{start}", article_id, QuotationKind.DIRECT, (Span(start, start + len(words), words),)
        )
        if saying.name not in speakers:
            speakers[saying.name] = _speaker(article_id, saying, len(text))
            text += f", {saying.post[0]}" if saying.post else ""
        text += ".\n\n"
        attributions.append(Attribution(quotation, speaker_id=speakers[saying.name].id, confidence=1.0))
    article = Article(article_id, text, outlet=f"Outlet {article_id[-1]}")
    return Report(article, tuple(attributions), tuple(speakers.values()))


def _speaker(article_id: str, saying: _Saying, end: int) -> Speaker:
    posts: tuple[Affiliation, ...] = ()
    if saying.post:
        text, role, organization = saying.post
        posts = (Affiliation(article_id, Span(end + 2, end + 2 + len(text), text), role, organization),)
    return Speaker(f"{article_id}:{saying.name}", saying.name, SpeakerKind.PERSON, affiliations=posts)

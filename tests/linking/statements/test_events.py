"""Which articles report one event."""

from dataclasses import replace

import pytest

from service.domain.articles import Article
from service.linking.statements.events import N_SHARED, N_WORDS, Occasion, days_that_count, is_one_topic, occasion_of

# Words that are in no list.
WORDS = [f"{first}{second}ox" for first in "bdfgklmnpr" for second in ("al", "em", "ir", "on", "ut", "yv")]
TOPIC = "".join(map(chr, range(0x6000, 0x6000 + N_WORDS)))


def article(words, day="2024-06-01"):
    return Article("a", " ".join(words), published_at=day)


def topic(words):
    return occasion_of(article(words)).topic


def test_an_article_that_tells_no_day_has_no_topic():
    assert occasion_of(article(WORDS, day=None)) == Occasion(None, None)
    assert occasion_of(article(WORDS)).day == 19875


def test_a_topic_is_of_the_words_that_are_said_most():
    assert len(topic(WORDS)) == N_WORDS < len(WORDS)
    assert topic(["the", "of", "20", *WORDS[:9]]) == topic(WORDS[:9]) == topic(WORDS[8::-1])
    assert topic([*WORDS, WORDS[-1]]) != topic(WORDS)
    assert topic([*WORDS[:-1], "people", WORDS[-1]]) == topic(WORDS[:-1])


def test_what_follows_late_counts_for_nothing():
    long = WORDS[:9] * 100
    assert topic([*long, *WORDS]) == topic(WORDS[:9])


@pytest.mark.parametrize("n", [N_SHARED - 1, N_SHARED])
def test_articles_that_share_words_enough_are_about_the_same(n):
    other = TOPIC[:n] + "".join(map(chr, range(0x7000, 0x7000 + N_WORDS - n)))
    assert is_one_topic(TOPIC, other) is (n == N_SHARED)
    assert not is_one_topic(TOPIC, None)
    assert not is_one_topic(None, TOPIC)


@pytest.mark.parametrize(
    ("day", "topic", "n_days"), [(10, TOPIC, None), (13, TOPIC, None), (14, TOPIC, 4), (10, "", 0), (None, None, None)]
)
def test_days_count_where_articles_tell_of_two_events(day, topic, n_days):
    one, other = Occasion(10, TOPIC), Occasion(day, topic)
    assert days_that_count(one, other) == days_that_count(other, one) == n_days


def test_a_reprint_that_is_cut_is_about_the_same():
    whole = article(WORDS * 20)
    cut = replace(whole, text=whole.text[:3_500])
    assert occasion_of(cut) == occasion_of(whole)

"""Feeds that are followed: what is new in them, and how seldom they are asked."""

import pytest

from quotes_client.cli.following import FollowedFeed
from quotes_client.formats.addresses import GoneError, LaterError, Reply
from quotes_client.formats.found import Found, UnreadableError
from quotes_client.formats.records import FieldMap

URL = "https://x.example/feed"
MINUTE = 60


class Site:
    """What `fetched` answers, one after the other, and what it was asked with."""

    def __init__(self, *answers: object) -> None:
        self._answers = list(answers)
        self.asked: list[Reply | None] = []

    def __call__(self, url: str, *, since: Reply | None = None) -> Reply | None:
        self.asked.append(since)
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def feed(*links: str, ttl: str = "") -> Reply:
    items = "".join(f"<item><title>{link}</title><link>https://x.example/{link}</link></item>" for link in links)
    text = f"<rss version='2.0'><channel><title>Post</title>{ttl}{items}</channel></rss>"
    return Reply(URL, text.encode(), "text/xml", None, etag='"1"')


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch):
    """Follows a feed with these answers; the clock stands still."""

    def follow(*answers: object) -> tuple[FollowedFeed, Site]:
        site = Site(*answers)
        monkeypatch.setattr("quotes_client.cli.following.fetched", site)
        return FollowedFeed(URL, 15, FieldMap.of(()), now=lambda: 0.0), site

    return follow


def titles(followed: FollowedFeed) -> list[str | None]:
    return [each.article.title for each in followed.news() if isinstance(each, Found)]


def test_each_entry_is_news_once(followed):
    one, site = followed(feed("a", "b"), feed("b", "c"), None, feed("a"))
    assert [titles(one) for _ in range(4)] == [["a", "b"], ["c"], [], ["a"]]
    assert site.asked[0] is None
    assert site.asked[2].etag == '"1"'


@pytest.mark.parametrize(
    ("ttl", "minutes"), [("", 15), ("<ttl>60</ttl>", 60), ("<ttl>1</ttl>", 15), ("<ttl>x</ttl>", 15)]
)
def test_a_feed_is_asked_as_seldom_as_it_wishes(followed, ttl: str, minutes: int):
    one, _ = followed(feed("a", ttl=ttl))
    one.news()
    assert one.next_at == minutes * MINUTE


def test_a_feed_in_trouble_is_asked_less_and_less(followed):
    failure = UnreadableError("cannot be fetched: status 500")
    one, _ = followed(failure, failure, LaterError("is busy", 36_000), feed("a"))
    waits = []
    for _ in range(4):
        (news,) = one.news()
        waits.append(one.next_at / MINUTE)
    assert waits == [30, 60, 600, 15]
    assert isinstance(news, Found)


def test_a_feed_that_is_gone_is_not_asked_again(followed):
    one, _ = followed(GoneError("is gone for good"))
    (refused,) = one.news()
    assert (refused.reason, one.is_gone) == (f"{URL} is gone for good.", True)

"""Conflicts as an Atom feed, as a feed reader reads it."""

from dataclasses import replace

import feedparser
import pytest

from service.domain.archive import ArticleSummary, ConflictDetail, StoredConflict
from service.store.sql.rows.conflicts import detail_of
from service.web.api.alerts.atom import Feed, feed_xml

FEED = Feed(
    "urn:quotes:conflicts:1", "Conflicts: Wells & more", "https://quotes.example", "https://quotes.example/f?a=1&b=2"
)
ARTICLES = (
    ArticleSummary("morning", None, "The Morning <Example>", None, None, 1.0),
    ArticleSummary("evening", "An evening", None, None, None, 1.0),
)


@pytest.fixture
def conflict(analysis) -> ConflictDetail:
    """The first one."""
    stored = StoredConflict.of(analysis.conflicts[0], found_at=1.5e9, changed_at=1.6e9)
    return detail_of(stored, {}, speakers=(), articles=ARTICLES, judgement=None)


def test_a_reader_finds_each_conflict(conflict: ConflictDetail):
    newer = replace(conflict, id="c/9", changed_at=1.7e9)
    read = feedparser.parse(feed_xml(FEED, [newer, conflict]))
    assert not read.bozo
    assert (read.version, read.feed.id, read.feed.title) == ("atom10", FEED.id, FEED.title)
    assert read.feed.updated == "2023-11-14T22:13:20.000+00:00"
    assert [entry.id for entry in read.entries] == ["urn:quotes:conflict:c%2F9", "urn:quotes:conflict:c1"]
    (_, entry) = read.entries
    assert (entry.title, entry.link) == (conflict.summary, "https://quotes.example/desk/conflicts/c1")
    assert (entry.updated, entry.published) == ("2020-09-13T12:26:40.000+00:00", "2017-07-14T02:40:00.000+00:00")
    assert {tag.term for tag in entry.tags} == {"wording", "high", "words", "open"}
    assert "not build the bridge before May,”: An evening" in entry.content[0].value
    assert "The Morning &lt;Example&gt;" in entry.content[0].value


def test_an_empty_feed_is_a_feed_and_always_the_same():
    read = feedparser.parse(feed_xml(FEED, []))
    assert (read.bozo, read.entries, read.feed.updated) == (False, [], "1970-01-01T00:00:00.000+00:00")
    assert [link.rel for link in read.feed.links] == ["self", "alternate"]


def test_the_next_page_is_linked():
    read = feedparser.parse(feed_xml(replace(FEED, following="https://quotes.example/next"), []))
    assert read.feed.links[-1].href == "https://quotes.example/next"


def test_what_no_xml_can_hold_is_left_out(conflict: ConflictDetail):
    read = feedparser.parse(feed_xml(FEED, [replace(conflict, summary="A\x0b “bell”\x07\ufffe.")]))
    assert (read.bozo, read.entries[0].title) == (False, "A “bell”.")

"""Each format has a file of its own in `files/`; what is in there is found, and nothing else."""

from pathlib import Path

import pytest

from quotes_client import Article
from quotes_client.formats.files import articles_at
from quotes_client.formats.found import Found, Refused
from quotes_client.formats.records import FieldMap

FILES = Path(__file__).parent / "files"
BRIDGE = "“We will build the new bridge before May,” said Ana Ruiz, director of the Port Office."
GAZETTE, LEDGER = "The Valley Gazette", "urn:newsml:capitalledger.example:20240314"
FOUND = {
    "feed.rss": [
        Article(
            html=f"<p>{BRIDGE}</p>",
            url="https://www.valleygazette.example/news/bridge",
            title="Harbour bridge to be rebuilt & widened",
            outlet=GAZETTE,
            published_at="2024-06-21T05:30:00+00:00",
            authors=("Mara Lind",),
        ),
        Article(
            url="https://www.valleygazette.example/news/ferry",
            title="Ferry fares rise",
            outlet=GAZETTE,
            published_at="2024-06-22T08:00:00+00:00",
        ),
        "3 has neither text nor address.",
    ],
    "feed.atom": [
        Article(
            "“There is no money for it,” the mayor, Omar Said, told reporters.",
            url="https://northernechopost.example/stadium",
            title="Council turns down stadium",
            outlet="Northern Echo Post",
            published_at="2024-07-02T21:05:00+00:00",
            authors=("Priya Nair",),
        )
    ],
    "sitemap.xml": [
        Article(
            url="https://metroherald.example/live/storm-ines",
            title="Storm Ines: thousands without power",
            outlet="Metro Herald",
            published_at="2024-10-03T05:00:00+00:00",
        ),
        Article(url="https://metroherald.example/about"),
        "[3] has no address.",
    ],
    "sitemap_index.xml": ["lists the sitemap https://metroherald.example/sitemap-1.xml: give its address to read it."],
    "story.nitf": [
        Article(
            "GENEVA - Talks on the border river resumed on Monday after a break of two years.\n\n"
            "“Both sides want water in summer and no floods in spring,” said the mediator, Ilse Brandt.\n\n"
            "“We begin where we left off.”",
            id="cp-20240812-river",
            title="Talks on border river resume",
            outlet="Lakeside Tribune",
            published_at="2024-08-12T09:15:00+00:00",
            authors=("Ewa Nowik",),
        )
    ],
    "message.xml": [
        Article(
            "The board of Harrow Bank was warned of losses a year before they became public.\n\n"
            "“We acted at once,” said its chairman, Paul Stern.",
            id=f"{LEDGER}:bank",
            title="Bank knew of losses a year ago",
            outlet="The Capital Ledger",
            published_at="2024-03-14T08:00:00+00:00",
            authors=("Helen Marsh",),
            language="en",
        ),
        "photo is not a text but of the class 'picture'.",
        "rumour has been withdrawn by its publisher.",
        Article(
            "Shares of the bank fell by a tenth.",
            id=f"{LEDGER}:brief",
            title="Brief",
            outlet="ledger",
            published_at="2024-03-14",
            authors=("Ravi Deol",),
        ),
    ],
    "item.ninjs": [
        Article(
            "“We will stay until the minister speaks to us,” said Carla Benn, who leads the fishermen's union.",
            id="urn:ninjs.example.com:20240509:fishermen",
            title="Fishermen block the harbour for a second day",
            outlet="Island Courier",
            published_at="2024-05-09T14:00:00Z",
            authors=("Tomás Quiroga",),
            language="en",
        )
    ],
    "items.json": [
        Article(
            html="<p>“It will rain,” said Ana Ruiz.</p>",
            id="urn:x:1",
            title="Rain in town",
            outlet="Island Courier",
            published_at="2024-05-09T14:00:00Z",
            authors=("Mara Lind",),
        ),
        "[2] is not a text but of the type 'picture'.",
        "[3] has been withdrawn by its publisher.",
        "[4] has no text.",
    ],
    "day.jsonl": [
        Article("“It will rain,” said Ana Ruiz.", id="one", title="Rain", authors=("Mara Lind",)),
        ":3 has no text, html or url.",
        ":4 is not JSON in UTF-8: Expecting value: line 1 column 1 (char 0).",
    ],
    "table.csv": [
        Article(
            "“It will rain,” said Ana Ruiz.",
            title="Rain; and wind",
            published_at="2024-05-06",
            authors=("Mara Lind", "Jon Ode"),
        ),
        ":3 has no text, html or url.",
    ],
    "release.eml": [
        Article(
            "“We will open the bridge before May,” said Ana Ruiz, director of the Port Office.\n",
            id="release-7@port.example",
            title="Bridge to open “before May”",
            outlet="Port Office Press",
            published_at="2024-06-21T06:30:00+01:00",
        )
    ],
    "utf16.txt": [Article("“It will rain,” said Ana Ruiz.", id="utf16")],
    "picture.txt": ["is not a text."],
    "unknown.xml": ["is XML of a kind that is not read: <menu>."],
}
MAPS = {
    "day.jsonl": ("headline=title", "story.body=text", "by=authors"),
    "table.csv": ("headline=title", "body=text", "date=published_at", "author=authors"),
}


def found(*paths: Path, names: tuple[str, ...] = ()) -> list[Found | Refused]:
    return list(articles_at(tuple(map(str, paths)), FieldMap.of(names)))


@pytest.mark.parametrize("name", FOUND)
def test_each_format_has_its_articles(name: str):
    findings = found(FILES / name, names=MAPS.get(name, ()))
    assert len(findings) == len(FOUND[name])
    for finding, expected in zip(findings, FOUND[name], strict=True):
        if isinstance(expected, Article):
            assert isinstance(finding, Found)
            assert finding.article == expected
        else:
            assert isinstance(finding, Refused)
            assert finding.reason.startswith(str(FILES / name))
            assert finding.reason.endswith(expected)


@pytest.mark.parametrize(("name", "words"), [("western", "José Núñez"), ("cyrillic", "Ана Руис")])
def test_texts_that_do_not_say_their_encoding(name: str, words: str):
    (finding,) = found(FILES / f"{name}.txt")
    assert isinstance(finding, Found)
    assert words in finding.article.text


def test_only_pictures_and_withdrawn_items_of_a_message_are_expected():
    refused = [each.is_expected for each in found(FILES / "message.xml") if isinstance(each, Refused)]
    assert refused == [True, True]
    assert not found(FILES / "picture.txt")[0].is_expected


def test_a_folder_is_read_file_by_file(tmp_path: Path):
    (tmp_path / "may").mkdir()
    for name, text in (("may/one.txt", "Rain."), ("two.HTML", "<p>Snow."), ("notes.md", "x"), ("page.xhtml", "")):
        (tmp_path / name).write_text(text, "utf-8")
    one, empty, two = found(tmp_path)
    assert (one.article, two.article) == (Article("Rain.", id="may/one"), Article(html="<p>Snow.", id="two"))
    assert empty.reason.endswith("page.xhtml is empty.")


def test_what_cannot_be_read_is_named(tmp_path: Path):
    assert found(tmp_path / "none.txt")[0].reason.endswith("none.txt cannot be read: No such file or directory.")


@pytest.mark.parametrize("path", sorted(FILES.iterdir()), ids=lambda path: path.name)
def test_markup_is_never_a_text(path: Path, tmp_path: Path):
    """Under whatever name it comes."""
    for name in ("x.txt", "x", "x.html", "x.json"):
        (tmp_path / name).write_bytes(path.read_bytes())
        for finding in found(tmp_path / name):
            text = finding.article.text or "" if isinstance(finding, Found) else ""
            assert not text.lstrip().startswith(("<", "{", "["))

"""Adding articles on the desk."""

import io
from dataclasses import replace
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from service.application.dependencies import Dependencies, Limits
from service.application.use_cases import UseCases
from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.domain.queries import Filters, PageRequest
from service.errors import OutgoingError
from service.outbound.http_client import Reply
from service.store import Store
from tests.browser import PROGRAM, Browser
from tests.services import NoParser, service_app, store_app
from tests.threaded import in_a_thread
from tests.web.desk.conftest import ANA, HOSTILE

WORDS = "We will open the new reading room of the library in May."
TEXT = f"“{WORDS}” said {ANA}, the mayor."
PAGE = f"<html><head><title>The library</title></head><body><article><p>{TEXT}</p></article></body></html>"
GERMAN = "Der Bürgermeister hat gestern gesagt, dass die Bücherei im Mai wieder geöffnet werden soll. " * 5


def added(client: FlaskClient, **fields):
    return client.post("/desk/add", data=fields)


def the_article(store: Store):
    (summary,) = store.reader.articles(Filters(), PageRequest()).items
    return store.reader.article(summary.article_id).article


def test_text_is_pasted_and_its_article_shown(client: FlaskClient, store: Store):
    answer = added(
        client, text=f"{TEXT}\r\n\r\nThe end.", title="The library", outlet="The Post", published_at="2024-05-01"
    )
    article = the_article(store)
    assert (article.text, article.title) == (f"{TEXT}\n\nThe end.", "The library")
    assert (article.outlet, article.published_at) == ("The Post", "2024-05-01")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/desk/articles/{article.id}?done=stored")
    page = client.get(answer.headers["Location"]).text
    assert "The article has been added." in page
    assert "No quotations were found in it." in page
    assert "The library" in page


def test_the_same_article_is_added_once(client: FlaskClient, store: Store):
    first, again = (added(client, text=TEXT) for _ in range(2))
    assert again.headers["Location"] == first.headers["Location"].replace("done=stored", "done=already-stored")
    assert "was added before" in client.get(again.headers["Location"]).text
    assert store.desk.overview().n_articles == 1


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("story.txt", TEXT.encode()),
        ("STORY.TXT", f"\ufeff{TEXT}".encode()),
        ("story.txt", TEXT.encode("utf-16")),
        ("story.txt", TEXT.encode("cp1252")),
        ("story.html", PAGE.encode()),
        # As a form, it would have too many fields.
        ("story.htm", PAGE.replace("<p>", "<p hidden>" + "&nbsp;" * 2000 + "</p><p>").encode()),
    ],
)
def test_a_file_is_read(client: FlaskClient, store: Store, name: str, body: bytes):
    assert added(client, file=(io.BytesIO(body), name), outlet="The Post").status_code == 303
    assert the_article(store).text.strip() == TEXT
    assert the_article(store).title == ("The library" if "htm" in name else None)


@pytest.mark.parametrize(
    ("fields", "status", "message"),
    [
        ({}, 422, "Enter a web address, paste the text, or choose a file."),
        ({"title": "The library"}, 422, "Enter a web address"),
        ({"text": GERMAN}, 422, "is in German, and only English is read"),
        ({"text": TEXT * 20}, 413, "characters; the limit is 1000"),
        ({"text": "\0“Yes,” she said."}, 422, "has a null character"),
        ({"url": "news.example/1"}, 422, "Web address: Not a valid URL."),
        ({"text": TEXT, "published_at": "in May"}, 422, "Published on: Not a date"),
        (
            {"url": "https://news.example/secret"},
            422,
            "cannot be fetched from https://news.example/secret: it is private.",
        ),
        ({"text": TEXT, "file": "story.txt"}, 422, "Paste the text or choose a file, not both."),
        ({"file": "story.pdf"}, 422, "“story.pdf” cannot be read. Choose a text file (.txt) or a web page (.html)."),
        ({"file": "story"}, 422, "“story” cannot be read."),
        ({"file": f"{HOSTILE}.doc"}, 422, "cannot be read."),
    ],
)
def test_what_is_refused_stays_in_the_form(settings: Settings, store: Store, fields, status: int, message: str):
    client = service_app(settings, reading(store)).test_client()
    sent = {name: (io.BytesIO(b"x"), value) if name == "file" else value for name, value in fields.items()}
    answer = client.post("/desk/add", data={"outlet": "The <Post>", **sent})
    assert (answer.status_code, message in answer.text) == (status, True)
    assert 'role="alert"' in answer.text
    assert 'value="The &lt;Post&gt;"' in answer.text
    assert ("choose it again" in answer.text) == ("file" in fields)
    for name in fields.keys() - {"file"}:
        assert fields[name].strip() in answer.text, name
    assert "<script" not in answer.text
    assert store.desk.overview().n_articles == 0


@pytest.mark.parametrize(("name", "where"), [("story.txt", ""), ("story.html", " that can be found in its HTML")])
def test_a_file_without_a_text_is_refused(client: FlaskClient, store: Store, name: str, where: str):
    answer = added(client, file=(io.BytesIO(b"  \n"), name))
    assert (answer.status_code, f"The article has no text{where}." in answer.text) == (422, True)


def test_any_language_is_read_when_asked(client: FlaskClient, store: Store):
    refused = added(client, text=GERMAN, language="")
    assert '<option value="">English only' in refused.text
    assert added(client, text=GERMAN, language="any").status_code == 303
    assert the_article(store).language == "de"


def test_an_address_is_fetched(settings: Settings, store: Store):
    client = service_app(settings, reading(store)).test_client()
    assert added(client, url="https://news.example/1", outlet="The Post").status_code == 303
    article = the_article(store)
    assert (article.text, article.title, article.outlet) == (TEXT, "The library", "The Post")


def test_an_address_within_the_network_is_refused(client: FlaskClient, store: Store):
    answer = added(client, url="http://127.0.0.1:1/")
    assert answer.status_code == 422
    assert "cannot be fetched" in answer.text
    assert 'value="http://127.0.0.1:1/"' in answer.text


def test_a_link_fills_the_form_in_and_stores_nothing(client: FlaskClient, store: Store):
    page = client.get("/desk/add?url=https://news.example/1%3Fa%3D%22b").text
    assert 'value="https://news.example/1?a=&#34;b"' in page
    assert "javascript:void open(&#39;http://localhost/desk/add?url=&#39;" in page.replace("'", "&#39;")
    assert store.desk.overview().n_articles == 0


def reading(store: Store) -> UseCases:
    """With a limit, and a web of two pages."""

    def fetch(url: str) -> Reply:
        if url.endswith("secret"):
            raise OutgoingError("it is private")
        return Reply(200, "text/html", "utf-8", PAGE.encode())

    dependencies = replace(Dependencies(store=store), fetch=fetch)
    return UseCases(NoParser(), limits=Limits(characters=1000), dependencies=dependencies)


@pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed here: `apt-get install chromium`")
def test_a_bookmark_of_who_has_signed_in_opens_the_form(browser: Browser, settings: Settings, store: Store):
    """From a page of another site, whose requests come without the key."""
    secret, key = new_key("editor", [Scope.READ, Scope.WRITE])
    app = store_app(replace(settings, api_keys=(key,)), store)
    with in_a_thread(make_server("127.0.0.1", 0, app, threaded=True)) as address:
        browser.open(f"{address}/desk/sign-in?back=/desk/add")
        browser.fill("#key", secret)
        browser.press("main form button")
        bookmark = browser.ask("document.querySelector('.bookmarklet').href").removeprefix("javascript:")
        elsewhere = address.replace("127.0.0.1", "localhost") + "/healthz"
        browser.open(elsewhere)
        browser.ask(unquote(bookmark).replace("void open(", "void location.assign("))
        for _ in range(2):
            browser.wait_for("Page.loadEventFired")
        assert browser.ask("document.querySelector('#url').value") == elsewhere
    assert store.desk.overview().n_articles == 0

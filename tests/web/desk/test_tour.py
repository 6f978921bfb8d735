"""An editor's way through the desk in a browser, with the real models: from two pasted articles to the speaker."""

import csv
from collections.abc import Iterator

import pytest
import requests
from flask import Flask
from werkzeug.serving import make_server

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.domain.queries import Filters, PageRequest
from service.outbound.http_client import Guard
from service.store import Store
from tests.browser import PROGRAM, Browser
from tests.parsing.models import real_parser
from tests.services import service_app
from tests.store.receiver import receiving
from tests.threaded import in_a_thread
from tests.webhooks.sending import deliver_due

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed here: `apt-get install chromium`"),
]
MORNING = """Port to close in June

LIMA, May 4 (Example News) — “We will close the old port in June, and every ferry will stop,” said Ana Ruiz, the \
director of the Port Office, on Saturday. “It is a hard decision,” Ruiz told reporters, “and the right one.”"""
EVENING = """Harbour office: ferries go on

“We will not close the old port in June, and no ferry will stop,” said Ana Ruiz, a former director of the Port Office, \
at a meeting on Sunday."""


@pytest.fixture
def app(store: Store, settings: Settings) -> Flask:
    """A service that reads."""
    return service_app(settings, UseCases(real_parser(), dependencies=Dependencies(store=store)))


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Of the service, over HTTP."""
    with in_a_thread(make_server("127.0.0.1", 0, app, threaded=True)) as url:
        yield url


def add(browser: Browser, address: str, text: str, outlet: str, day: str) -> None:
    """Paste an article, as an editor does who comes by way of the navigation."""
    browser.open(f"{address}/desk/")
    browser.press("nav a[href='/desk/add']")
    for name, value in (("text", text), ("outlet", outlet), ("published_at", day)):
        browser.fill(f"#{name}", value)
    browser.press("form.add button.primary")


def test_an_editors_tour(browser: Browser, address: str, store: Store):
    with receiving() as receiver:
        watch(browser, address, receiver.url)
        add(browser, address, MORNING, "The Morning Example", "2024-05-04")
        assert "no conflicts with other reports" in browser.text(".done")
        first = browser.ask("location.pathname")
        add(browser, address, EVENING, "Evening Star", "2024-05-05")
        assert "2 conflicts with other reports" in browser.text(".done")
        deliver_due(store.outbox, Guard(seconds=5, allows_private=True))
        assert receiver.types == ["conflict.created"] * 2
    see_the_dispute(browser, address + first)
    browser.press("nav a[href='/desk/alerts']")
    assert "Last message delivered" in browser.text(".alerts")
    judge(browser, store, address)
    find_the_speaker(browser)
    assert browser.complaints == []


def watch(browser: Browser, address: str, receiver: str) -> None:
    """Have new conflicts sent to a program, as JSON."""
    browser.open(f"{address}/desk/alerts")
    browser.ask("document.querySelector('#by-standard').checked = true")
    browser.fill("#address", receiver)
    browser.press("form.alert button.primary")
    assert "whsec_" in browser.text(".done")


def see_the_dispute(browser: Browser, article: str) -> None:
    """In the text of either article, one step from the words of the other."""
    assert "The Morning Example: other words" in browser.text(".report")
    browser.open(article)
    assert "Evening Star: other words" in browser.text(".report")
    assert "Evening Star: another role" in browser.text(".report")
    browser.ask("document.querySelector('.report .dispute').click()")
    card = browser.text(":target")
    for words in ("“We will", "no", "LIMA, May 4 (Example News) — “", "Evening Star, 5 May 2024"):
        assert words in card, words
    # The dateline stands around the words, never in them.
    assert not browser.ask("[...document.querySelectorAll('.side .words')].some(one => one.innerText.includes('LIMA'))")


def judge(browser: Browser, store: Store, address: str) -> None:
    """Confirm the conflict over the words by keyboard, export what was decided, and take it back."""
    browser.open(f"{address}/desk/?kind=wording")
    (conflict,) = store.reader.conflicts(Filters(kind="wording"), PageRequest()).items
    browser.type_key("j")
    assert browser.ask("document.activeElement.id") == conflict.id
    browser.fill(f"#{conflict.id} [name=by]", "Lee")
    browser.type_key("c", loads=True)
    assert store.reader.conflict(conflict.id).status == "confirmed"
    browser.open(f"{address}/desk/?kind=wording&status=")
    conflicts = exported(browser)
    browser.open(f"{address}/desk/judgements")
    decided = exported(browser)
    browser.open(f"{address}/desk/?kind=wording&status=confirmed&judged={conflict.id}")
    rows = [row for row in csv.DictReader(conflicts.splitlines()) if row["conflict_id"] == conflict.id]
    assert [row["status"] for row in rows] == ["confirmed"] * 2
    assert "Lee" in decided
    browser.type_key("u", loads=True)
    assert store.reader.conflict(conflict.id).status == "open"


def exported(browser: Browser) -> str:
    """What the link below the list saves as a table."""
    answer = requests.get(browser.ask("document.querySelector('a[download]').href"), timeout=60)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return answer.content.decode()


def find_the_speaker(browser: Browser) -> None:
    """By name, with both roles over time."""
    browser.fill("#search-words", "ruiz")
    browser.press(".search button")
    assert "Ana Ruiz person" in browser.text("main")
    assert "2 open conflicts" in browser.text("main")
    browser.press("main .namesakes a")
    roles = browser.text(".posts")
    assert roles.index("former director") < roles.rindex("director of the Port Office, on Saturday")

"""The pages in a real browser: nothing on its console, nothing that hangs out sideways, forms that work."""

from dataclasses import replace
from pathlib import Path

import pytest

from service.domain.conflicts import Analysis
from service.domain.queries import Filters, PageRequest
from service.store import Store
from service.web.page.documents import analysis_html
from tests.browser import FAR_NAME, PROGRAM, Browser
from tests.web.desk.conftest import ANA, DRY, NOT_DRY, told
from tests.web.desk.test_blueprint import paths

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed here: `apt-get install chromium`")

SIZES = ((390, False), (1280, False), (1280, True))


def test_pages_fit_and_say_nothing_on_the_console(browser: Browser, address: str, watched: Store):
    for path in paths(watched):
        browser.open(address + path)
        # With all that can be opened.
        browser.ask("document.querySelectorAll('details').forEach(one => { one.open = true })")
        for width, is_dark in SIZES:
            browser.resize(width, dark=is_dark)
            assert browser.ask("document.documentElement.scrollWidth") <= width, (path, width)
    # The last of the paths is not there, which the browser says, too.
    assert [one for one in browser.complaints if "404" not in one] == []


def test_names_without_an_end_are_broken(browser: Browser, address: str, store: Store):
    endless = "x" * 200
    for one in (told("a", (endless, DRY, (endless, "Lima"))), told("b", (ANA, f"{NOT_DRY} {endless}"))):
        store.articles.save(replace(one, article=replace(one.article, outlet=endless, title=endless)))
    browser.resize(390)
    for path in paths(store)[:-1]:
        browser.open(address + path)
        assert browser.ask("document.documentElement.scrollWidth") <= 390, path


def test_a_page_with_many_articles_is_no_wider_than_a_phone(browser: Browser, analysis: Analysis, tmp_path: Path):
    """What its list of contents says to screen readers alone scrolls with that list, not with the page."""
    (one, *_) = analysis.articles
    more = tuple(replace(one, id=f"report-{number}") for number in range(8))
    page = tmp_path / "page.html"
    page.write_text(analysis_html(replace(analysis, articles=(*analysis.articles, *more))), "utf-8")
    browser.resize(390)
    browser.open(page.as_uri())
    assert browser.ask("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("host", ["127.0.0.1", FAR_NAME])
def test_an_editor_judges_with_a_browser(browser: Browser, address: str, filled: Store, host: str):
    """Also where the browser tells the service no more than the page's origin: over plain http, from elsewhere."""
    address = address.replace("127.0.0.1", host)
    (conflict, *_) = filled.reader.conflicts(Filters(kind="wording"), PageRequest()).items
    browser.open(f"{address}/desk/?kind=wording")
    browser.ask("document.querySelector('[name=by]').value = 'Lee'")
    browser.press("button[value=confirmed]")
    assert filled.reader.conflict(conflict.id).status == "confirmed"
    assert browser.ask("location.pathname + location.search") == f"/desk/?kind=wording&judged={conflict.id}"
    browser.open(f"{address}/desk/conflicts/{conflict.id}")
    assert browser.ask("document.querySelector('[name=by]').value") == "Lee"
    # That it does not trust the far name is all that it says.
    assert [one for one in browser.complaints if "untrustworthy" not in one] == []


def test_an_editor_judges_by_keys(browser: Browser, address: str, filled: Store):
    (conflict, *_) = filled.reader.conflicts(Filters(kind="wording"), PageRequest()).items
    browser.open(f"{address}/desk/?kind=wording&status=")
    assert browser.ask("document.querySelector('.keys').hidden") is False
    browser.type_key("j")
    assert browser.ask("document.activeElement.id") == conflict.id
    browser.fill(".judge [name=by]", "Lee")
    # After the first, the browser knows who judges.
    for key, status in (("c", "confirmed"), ("u", "open"), ("d", "dismissed")):
        browser.type_key(key, loads=True)
        assert filled.reader.conflict(conflict.id).status == status
    browser.ask("document.querySelector('#search-words').focus()")
    browser.type_key("u")
    assert browser.ask("document.querySelector('#search-words').value") == "u"
    assert browser.complaints == []

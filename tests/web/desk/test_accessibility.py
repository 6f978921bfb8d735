"""Every page before axe-core (MPL 2.0, which npm fetches): no serious fault, narrow and wide, in light and dark."""

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

from service.store import Store
from tests.browser import PROGRAM, Browser
from tests.rounds import IS_THOROUGH
from tests.web.desk.conftest import ANA, DRY, NOT_DRY
from tests.web.desk.test_blueprint import paths

pytestmark = [
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed here: `apt-get install chromium`"),
    pytest.mark.skipif(shutil.which("npm") is None, reason="Node and npm are not installed here"),
]
AXE = "axe-core@4.14.1"
# How axe calls what keeps people from using a page.
GRAVE = {"serious", "critical"}
OF_COLOURS = ["color-contrast", "link-in-text-block"]
NARROW, WIDE = 390, 1280
LOOKS = [(NARROW, False), (WIDE, True), *([(NARROW, True), (WIDE, False)] if IS_THOROUGH else [])]


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The program, as it runs in a page."""
    folder = tmp_path_factory.mktemp("axe")
    npm = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", AXE]
    installed = subprocess.run(npm, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    if installed.returncode:
        pytest.skip(f"npm cannot install: {installed.stderr[-300:]}")
    return Path(folder, "node_modules", "axe-core", "axe.min.js").read_text(encoding="utf-8")


def faults(browser: Browser, axe: str) -> dict[tuple[int, bool], list[str]]:
    """What is wrong with the page that is open, in each look: the rule, and where it is broken."""
    browser.ask(f"{axe}\n;0")
    wrong = {}
    for width, is_dark in LOOKS:
        browser.resize(width, dark=is_dark)
        # In the dark, pages have other colours and nothing else.
        rules = f", runOnly: {json.dumps(OF_COLOURS)}" if is_dark else ""
        found = browser.ask(f"axe.run({{resultTypes: ['violations']{rules}}}).then(found => found.violations)")
        wrong[width, is_dark] = [
            f"{each['id']}: {[place['html'][:160] for place in each['nodes'][:3]]}"
            for each in found
            if each["impact"] in GRAVE
        ]
    return {look: faults for look, faults in wrong.items() if faults}


def test_no_page_keeps_anybody_out(browser: Browser, address: str, filled: Store, axe: str):
    found = {}
    for path in ("/", *paths(filled)):
        browser.open(address + path)
        browser.ask("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found[path] = faults(browser, axe)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_what_was_read_keeps_nobody_out(browser: Browser, address: str, store: Store, axe: str):
    browser.open(address)
    for number, words in enumerate((DRY, NOT_DRY), 1):
        browser.fill(f"#text-{number}", f"“{words}” said {ANA}.")
    browser.press("button[value=read]")
    assert "Store these articles" in browser.text("main")
    assert faults(browser, axe) == {}


def test_grave_faults_are_found_in_each_look(browser: Browser, axe: str):
    words = "<p style='color: #bbb; background: #ccc'>Hard to read"
    page = f"<html lang=en><title>a</title><main><h1>a</h1>{words}<p><img src=x>"
    browser.open(f"data:text/html,{quote(page)}")
    found = faults(browser, axe)
    assert set(found) == set(LOOKS)
    for (_, is_dark), wrong in found.items():
        rules = {fault.partition(":")[0] for fault in wrong}
        assert rules == ({"color-contrast"} if is_dark else {"color-contrast", "image-alt"})

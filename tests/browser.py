"""Chromium without a window, driven over its own pipe: what a page says on its console, how wide it is, its picture."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
# A name for this machine that the browser does not trust as it trusts this machine's own.
FAR_NAME = "desk.test"
# Its own descriptors for the pipe.
_IN, _OUT = 3, 4


class Browser:
    """Chromium with one tab at a time."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to = to_browser
        self._from = os.fdopen(from_browser, "rb")
        self._number = 0
        self._session: str | None = None
        self._profile: str | None = None
        self.complaints: list[str] = []

    def renew(self) -> None:
        """An empty tab, which knows nothing of those before: no cookie, no size."""
        self._session = None
        if self._profile is not None:
            self._call("Target.disposeBrowserContext", browserContextId=self._profile)
        self._profile = self._call("Target.createBrowserContext")["browserContextId"]
        target = self._call("Target.createTarget", url="about:blank", browserContextId=self._profile)["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._call(f"{domain}.enable")
        self.complaints = []

    def resize(self, width: int, height: int = 900, *, dark: bool = False) -> None:
        """As wide as a screen or a phone; Chromium's own windows stay wider than those."""
        self._call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._call("Emulation.setEmulatedMedia", features=[scheme])

    def send_with_all(self, headers: dict[str, str]) -> None:
        """These headers go with every request from now on."""
        self._call("Network.setExtraHTTPHeaders", headers=headers)

    def open(self, address: str) -> None:
        """Load a page, and wait until it is there."""
        self._call("Page.navigate", url=address)
        self.wait_for("Page.loadEventFired")

    def ask(self, expression: str) -> Any:
        """The value of an expression of JavaScript in the page."""
        answer = self._call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, selector: str) -> None:
        """Click, and wait for the page that follows."""
        self.ask(f"document.querySelector({json.dumps(selector)}).click()")
        self.wait_for("Page.loadEventFired")

    def type_key(self, key: str, *, loads: bool = False) -> None:
        """Press a key where the focus is, and wait for the page that follows, if one `loads`."""
        self._call("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        if loads:
            self.wait_for("Page.loadEventFired")

    def fill(self, selector: str, value: str) -> None:
        """Write into a field."""
        self.ask(f"document.querySelector({json.dumps(selector)}).value = {json.dumps(value)}")

    def text(self, selector: str) -> str:
        """What a reader sees of the first such part of the page."""
        return str(self.ask(f"document.querySelector({json.dumps(selector)}).innerText"))

    def picture(self, path: Path) -> None:
        """The whole page, as a PNG file."""
        shot = self._call("Page.captureScreenshot", captureBeyondViewport=True, format="png")
        path.write_bytes(base64.b64decode(shot["data"]))

    def wait_for(self, event: str) -> None:
        """Until the browser tells of this."""
        while self._hear().get("method") != event:
            pass

    def close(self) -> None:
        """Let go of the pipe, which ends the browser."""
        os.close(self._to)
        self._from.close()

    def _call(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while (heard := self._hear()).get("id") != self._number:
            pass
        assert "error" not in heard, heard
        return heard["result"]

    def _hear(self) -> dict[str, Any]:
        heard = bytearray()
        while (byte := self._from.read(1)) != b"\0":
            assert byte, "Chromium has ended"
            heard += byte
        message: dict[str, Any] = json.loads(heard)
        if message.get("method") == "Log.entryAdded" and message["params"]["entry"]["level"] in {"warning", "error"}:
            self.complaints.append(message["params"]["entry"]["text"])
        if message.get("method") in {"Runtime.exceptionThrown", "Runtime.consoleAPICalled"}:
            self.complaints.append(json.dumps(message["params"]))
        return message


@contextmanager
def browsing(folder: Path) -> Iterator[Browser]:
    """A browser that keeps its files in the folder."""
    assert PROGRAM is not None
    hear, to_browser = os.pipe()
    from_browser, tell = os.pipe()
    options = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe")
    process = subprocess.Popen(
        [PROGRAM, *options, f"--host-resolver-rules=MAP {FAR_NAME} 127.0.0.1", f"--user-data-dir={folder}"],
        # The shell's redirections put the pipe where Chromium looks for it.
        preexec_fn=lambda: (os.dup2(hear, 100), os.dup2(tell, 101), os.dup2(100, _IN), os.dup2(101, _OUT)),
        pass_fds=(_IN, _OUT),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(hear)
    os.close(tell)
    browser = Browser(to_browser, from_browser)
    try:
        yield browser
    finally:
        browser.close()
        process.wait(30)

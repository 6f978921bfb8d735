"""What the tests ask of any page."""

import re
from html.parser import HTMLParser

EMPTY_TAGS = {"meta", "link", "input", "br"}
# Fields that are seen.
FIELDS = {"input", "textarea", "select"}
LANDMARKS = {"header", "nav", "main", "footer"}


class SoundPage(HTMLParser):
    """Collects what the tests ask of a page, and that its tags are closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.landmarks: set[str] = set()
        self.ids, self.links, self.headings, self.labels, self.fields = [], [], [], set(), set()
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag not in EMPTY_TAGS:
            self._open.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "a":
            self.links.append(attributes["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "label":
            self.labels.add(attributes["for"])
        if tag in LANDMARKS:
            self.landmarks.add(tag)
        if tag in FIELDS and attributes.get("type") != "hidden":
            self.fields.add(attributes["id"])

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

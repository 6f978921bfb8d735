"""Messages as the webhooks of Slack and Microsoft Teams take them; the one file that knows their forms.

What articles print is shown as text: neither of the two may read links, mentions or emphasis into it.
"""

import json
from typing import Any

from service.domain.webhooks import Event, MessageFormat
from service.webhooks.sentences import Content, Sentence, sentence_of

_LINK = "Open on the desk"
# Adaptive Cards of this version have text without markup, and Teams shows them.
_CARD, _CARD_VERSION = "application/vnd.microsoft.card.adaptive", "1.2"


def chat_body(format_: MessageFormat, event: Event, content: Content, public_url: str | None) -> str | None:
    """The body of a message in this format; None of the standard one, which is no chat's."""
    form = _FORMS.get(format_)
    if form is None:
        return None
    return json.dumps(form(sentence_of(event, content, public_url)), ensure_ascii=False)


def _slack(sentence: Sentence) -> dict[str, Any]:
    """The sentence for notifications, and a block of plain text with a button for the window."""
    section: dict[str, Any] = {"type": "section", "text": _plain(sentence.text)}
    if sentence.address is not None:
        section["accessory"] = {"type": "button", "text": _plain(_LINK), "url": sentence.address}
    link = f" <{_escaped(sentence.address)}|{_LINK}>" if sentence.address is not None else ""
    return {"text": f"{_escaped(sentence.text)}{link}", "blocks": [section]}


def _plain(text: str) -> dict[str, Any]:
    # Slack refuses blocks of more characters.
    return {"type": "plain_text", "text": text[:3000], "emoji": False}


def _escaped(text: str) -> str:
    """As Slack asks for it: these three are control characters."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _teams(sentence: Sentence) -> dict[str, Any]:
    """An Adaptive Card; a `TextBlock` would be read as Markdown, in which articles could print links."""
    card: dict[str, Any] = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": _CARD_VERSION,
        "body": [{"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": sentence.text}]}],
    }
    if sentence.address is not None:
        card["actions"] = [{"type": "Action.OpenUrl", "title": _LINK, "url": sentence.address}]
    return {"type": "message", "attachments": [{"contentType": _CARD, "contentUrl": None, "content": card}]}


_FORMS = {MessageFormat.SLACK: _slack, MessageFormat.TEAMS: _teams}

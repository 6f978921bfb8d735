"""Messages as Slack and Teams take them."""

import json

from service.domain.webhooks import Event, MessageFormat
from service.webhooks.chat_messages import chat_body

CONFLICT = {"id": "c1", "severity": "low", "summary": "<!channel> [pay](https://evil.example) & *go*"}
TEXT = "New conflict (low severity): <!channel> [pay](https://evil.example) & *go*"
HOME = "https://quotes.example"


def message(format_: MessageFormat, public_url: str | None = HOME) -> dict[str, object]:
    """The body of a message about the conflict."""
    return json.loads(chat_body(format_, Event.CONFLICT_CREATED, CONFLICT, public_url) or "")


def test_slack_gets_a_sentence_and_a_button():
    sent = message(MessageFormat.SLACK)
    (block,) = sent["blocks"]
    assert block["text"] == {"type": "plain_text", "text": TEXT, "emoji": False}
    assert block["accessory"]["url"] == f"{HOME}/desk/conflicts/c1"
    assert sent["text"] == (
        "New conflict (low severity): &lt;!channel&gt; [pay](https://evil.example) &amp; *go* "
        f"<{HOME}/desk/conflicts/c1|Open on the desk>"
    )


def test_teams_gets_a_card_without_markup():
    sent = message(MessageFormat.TEAMS)
    (attachment,) = sent["attachments"]
    card = attachment["content"]
    assert (sent["type"], attachment["contentType"]) == ("message", "application/vnd.microsoft.card.adaptive")
    assert card["body"] == [{"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": TEXT}]}]
    assert [action["url"] for action in card["actions"]] == [f"{HOME}/desk/conflicts/c1"]


def test_without_an_address_there_is_no_link():
    assert "accessory" not in message(MessageFormat.SLACK, None)["blocks"][0]
    assert "|" not in message(MessageFormat.SLACK, None)["text"]
    assert "actions" not in message(MessageFormat.TEAMS, None)["attachments"][0]["content"]


def test_the_standard_is_written_elsewhere():
    assert chat_body(MessageFormat.STANDARD, Event.WEBHOOK_TEST, {}, None) is None

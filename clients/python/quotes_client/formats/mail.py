"""Mail: press releases and newsletters, each an article by its sender."""

from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default

from quotes_client.formats.encodings import decoded
from quotes_client.formats.found import UnreadableError
from quotes_client.formats.times import iso_time
from quotes_client.submissions import Article

# Between a text and the signature that mail programs put below it.
_SIGNATURE = "\n-- \n"


def mail_article(content: bytes) -> Article:
    """The article of a message; its attachments are left out. Raises UnreadableError if it has no text."""
    message = message_from_bytes(content, policy=default)
    body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    if body is None or message["From"] is None:
        raise UnreadableError("is not a mail with a text")
    # The first line, too, may be that of the signature.
    text = f"\n{_text(body)}".replace("\r\n", "\n").partition(_SIGNATURE)[0].removeprefix("\n")
    if not text.strip():
        raise UnreadableError("is a mail without a text")
    is_page = body.get_content_type() == "text/html"
    return Article(
        text=None if is_page else text,
        html=text if is_page else None,
        id=_line(message["Message-ID"]),
        title=_line(message["Subject"]),
        outlet=_sender(message),
        published_at=iso_time(_line(message["Date"])),
    )


def _text(body: Message) -> str:
    payload = body.get_payload(decode=True)
    return decoded(payload, charset=body.get_content_charset()) if isinstance(payload, bytes) else ""


def _sender(message: EmailMessage) -> str | None:
    """The name of the sender; without one, the domain of the address."""
    addresses = message["From"].addresses
    return next((address.display_name or address.domain for address in addresses), None) or None


def _line(header: object) -> str | None:
    return " ".join(str(header).split()).strip("<>") or None if header is not None else None

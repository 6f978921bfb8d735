"""E-mail by the operator's server; the one file that knows SMTP."""

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate
from pathlib import Path
from urllib.parse import unquote, urlsplit

from service.errors import OutgoingError, RefusedError, SettingsError
from service.outbound.deadline import Deadline

# `smtp` encrypts where the server can; `smtp+starttls` sends nothing where it cannot.
_PORTS = {"smtp": 587, "smtp+starttls": 587, "smtps": 465}
# What a server says of an address or a message before it knows who sends it: that the operator can mend.
_NOT_LOGGED_IN = 530


@dataclass(frozen=True, slots=True)
class Mail:
    """A message to one address; `id` is the same for each attempt, so that mail programs show it once."""

    id: str
    to: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server that takes mail from `sender`, within some seconds; it may be any, for the operator names it.

    With `smtps`, all is encrypted; otherwise where the server can, and without that nothing is sent where it is
    required or a password would have to go along.
    """

    host: str
    port: int
    is_encrypted: bool
    requires_encryption: bool
    user: str
    password: str = field(repr=False)
    sender: str
    seconds: float = 10
    certificates: Path | None = None

    @classmethod
    def of(cls, url: str, sender: str, *, seconds: float = 10, certificates: Path | None = None) -> "MailServer":
        """The server of a URL such as `smtps://user:password@mail.example:465`; raises SettingsError for others."""
        parts = urlsplit(url)
        if parts.scheme not in _PORTS or not parts.hostname:
            raise SettingsError(
                "QUOTES_SMTP_URL cannot be used: it must begin with smtps://, smtp+starttls:// or smtp://, and a host."
            )
        login = unquote(parts.username or ""), unquote(parts.password or "")
        port = parts.port or _PORTS[parts.scheme]
        encryption = parts.scheme == "smtps", parts.scheme != "smtp"
        return cls(parts.hostname, port, *encryption, *login, sender, seconds, certificates)

    def send(self, mail: Mail) -> None:
        """Raises OutgoingError if the server does not take it, RefusedError if it never will.

        What it says may be repeated to the operator.
        """
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, mail.to, " ".join(mail.subject.split())
        message["Message-ID"] = f"<{mail.id}@{self.sender.rpartition('@')[2].rstrip('>')}>"
        message["Date"] = formatdate()
        # No answer, please: of holidays, or of other programs.
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(mail.text)
        try:
            with Deadline(self.seconds) as deadline, self._opened() as server:
                # It is open, which its type does not say.
                if server.sock is not None:
                    deadline.watch(server.sock)
                self._log_in(server)
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            (said,) = error.recipients.values()
            raise _refusal(*said, is_address=True) from error
        except smtplib.SMTPDataError as error:
            raise _refusal(error.smtp_code, error.smtp_error, is_address=False) from error
        # smtplib raises ValueError for addresses and commands that it cannot send.
        except (OSError, smtplib.SMTPException, ValueError) as error:
            raise OutgoingError(f"its mail server does not take it ({error})") from error

    def _opened(self) -> smtplib.SMTP:
        if self.is_encrypted:
            return smtplib.SMTP_SSL(self.host, self.port, timeout=self.seconds, context=self._context())
        return smtplib.SMTP(self.host, self.port, timeout=self.seconds)

    def _log_in(self, server: smtplib.SMTP) -> None:
        server.ehlo_or_helo_if_needed()
        if not self.is_encrypted:
            self._encrypt(server)
        if self.password:
            server.login(self.user, self.password)

    def _encrypt(self, server: smtplib.SMTP) -> None:
        if server.has_extn("starttls"):
            server.starttls(context=self._context())
        elif self.requires_encryption or self.password:
            raise smtplib.SMTPNotSupportedError("it encrypts nothing, so nothing was sent")

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.certificates) if self.certificates is not None else None)


def _refusal(code: int, text: bytes | str, *, is_address: bool) -> OutgoingError:
    """By the first digit of its code: 5 is for good, and 4 for now (RFC 5321, 4.2.1)."""
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    reply = f"{code} {' '.join(said.split())}".strip()
    if not 500 <= code < 600 or code == _NOT_LOGGED_IN:
        return OutgoingError(f"its mail server does not take it ({reply})")
    return RefusedError(f"its mail server refuses it for good ({reply})", is_address=is_address)

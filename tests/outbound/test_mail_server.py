"""E-mail by a server."""

from dataclasses import replace

import pytest

from service.errors import OutgoingError, SettingsError
from service.outbound.mail_server import Mail, MailServer
from tests.outbound.mail_receivers import receiving_mail

# The receivers are servers in a thread.
pytestmark = pytest.mark.slow

MAIL = Mail("msg_1", "desk@news.example", "Ana Pérez\nBcc: all@news.example", "It is “dry”.\n.\nSo it is.\n")


def server_at(port: int, login: str = "") -> MailServer:
    """The server on this machine."""
    return MailServer.of(f"smtp://{login}127.0.0.1:{port}", "Quotes <quotes@news.example>", seconds=5)


def test_a_mail_arrives_as_it_was_written():
    with receiving_mail() as receiver:
        server_at(receiver.port).send(MAIL)
    (got,) = receiver.got
    assert (got["To"], got["From"], got["Bcc"]) == ("desk@news.example", "Quotes <quotes@news.example>", None)
    assert (got["Message-ID"], got["Auto-Submitted"]) == ("<msg_1@news.example>", "auto-generated")
    assert got.get_payload(decode=True).decode().replace("\r\n", "\n").replace("..", ".") == MAIL.text


def test_refusals_are_told():
    with receiving_mail(n_refused=1) as receiver, pytest.raises(OutgoingError, match="not now"):
        server_at(receiver.port).send(MAIL)
    with pytest.raises(OutgoingError, match="does not take it"):
        server_at(receiver.port).send(MAIL)


def test_no_password_is_sent_in_the_open():
    with receiving_mail() as receiver, pytest.raises(OutgoingError, match="encrypts nothing"):
        server_at(receiver.port, "lee:s%40cret@").send(MAIL)
    assert receiver.got == []


def test_the_url_says_which_server():
    server = MailServer.of("smtps://lee:s%40cret@mail.example", "q@news.example")
    assert (server.host, server.port, server.is_encrypted, server.user, server.password) == (
        *("mail.example", 465, True),
        *("lee", "s@cret"),
    )
    assert MailServer.of("smtp://mail.example", "q@news.example").port == 587
    assert "s@cret" not in repr(server)
    assert replace(server, password="").user == "lee"
    for url in ("https://mail.example", "smtp://", "mail.example"):
        with pytest.raises(SettingsError):
            MailServer.of(url, "q@news.example")

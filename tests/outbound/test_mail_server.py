"""E-mail by a server."""

from dataclasses import replace

import pytest

from service.errors import OutgoingError, RefusedError, SettingsError
from service.outbound.mail_server import Mail, MailServer
from tests.outbound.mail_receivers import receiving_mail
from tests.outbound.servers import CERTIFICATE

# The receivers are servers in a thread.
pytestmark = pytest.mark.slow

MAIL = Mail("msg_1", "desk@news.example", "Ana Pérez\nBcc: all@news.example", "It is “dry”.\n.\nSo it is.\n")


# What goes before the encryption, and its first command.
GREETING = [("EHLO", False), ("STARTTLS", False), ("EHLO", True)]


def server_at(port: int, login: str = "", *, scheme: str = "smtp", host: str = "127.0.0.1") -> MailServer:
    """The server on this machine, where only its own certificate is trusted."""
    url = f"{scheme}://{login}{host}:{port}"
    return MailServer.of(url, "Quotes <quotes@news.example>", seconds=5, certificates=CERTIFICATE)


def test_a_mail_arrives_as_it_was_written():
    with receiving_mail() as receiver:
        server_at(receiver.port).send(MAIL)
    (got,) = receiver.got
    assert (got["To"], got["From"], got["Bcc"]) == ("desk@news.example", "Quotes <quotes@news.example>", None)
    assert (got["Message-ID"], got["Auto-Submitted"]) == ("<msg_1@news.example>", "auto-generated")
    assert got.get_payload(decode=True).decode().replace("\r\n", "\n").replace("..", ".") == MAIL.text


def test_what_cannot_be_taken_now_is_told():
    with receiving_mail({"MAIL": ["451 not now"]}) as receiver, pytest.raises(OutgoingError, match="not now"):
        server_at(receiver.port).send(MAIL)
    with pytest.raises(OutgoingError, match="does not take it"):
        server_at(receiver.port).send(MAIL)


@pytest.mark.parametrize(
    ("command", "reply", "is_final"),
    [
        ("RCPT", "550-5.1.1 nobody\r\n550 of that name", True),
        ("RCPT", "553 no such address", True),
        ("RCPT", "450 the box is in use", False),
        ("RCPT", "530 log in first", False),
        ("DATA", "554 no such words here", True),
        ("DATA", "451 not now", False),
        ("MAIL", "550 not from you", False),
    ],
)
def test_refusals_of_address_and_message_may_be_final(command: str, reply: str, is_final: bool):
    with receiving_mail({command: [reply]}) as receiver, pytest.raises(OutgoingError) as caught:
        server_at(receiver.port).send(MAIL)
    assert isinstance(caught.value, RefusedError) == is_final
    assert reply.rpartition(" ")[2] in str(caught.value)
    assert "\n" not in str(caught.value)
    assert getattr(caught.value, "is_address", False) == (is_final and command == "RCPT")
    assert receiver.got == []


@pytest.mark.parametrize("scheme", ["smtp", "smtp+starttls"])
def test_mail_and_password_are_encrypted_where_the_server_can(scheme: str):
    with receiving_mail(can_encrypt=True) as receiver:
        server_at(receiver.port, "lee:s%40cret@", scheme=scheme, host="localhost").send(MAIL)
    assert receiver.heard[:3] == GREETING
    assert all(is_encrypted for _, is_encrypted in receiver.heard[3:])
    assert (receiver.logins, len(receiver.got)) == ([("lee", "s@cret")], 1)


def test_all_is_encrypted_from_the_first_byte_on():
    with receiving_mail(over_tls=True) as receiver:
        server_at(receiver.port, "lee:s%40cret@", scheme="smtps", host="localhost").send(MAIL)
    assert all(is_encrypted for _, is_encrypted in receiver.heard)
    assert (receiver.logins, len(receiver.got)) == ([("lee", "s@cret")], 1)


@pytest.mark.parametrize(
    ("scheme", "login"), [("smtp+starttls", ""), ("smtp+starttls", "lee:s%40cret@"), ("smtp", "lee:s%40cret@")]
)
def test_nothing_is_sent_in_the_open_where_that_must_not_be(scheme: str, login: str):
    with receiving_mail() as receiver, pytest.raises(OutgoingError, match="encrypts nothing"):
        server_at(receiver.port, login, scheme=scheme).send(MAIL)
    assert {command for command, _ in receiver.heard} <= {"EHLO", "QUIT"}


@pytest.mark.parametrize("scheme", ["smtp", "smtp+starttls"])
def test_a_server_that_offers_encryption_and_then_refuses_it_gets_nothing(scheme: str):
    refusal = {"STARTTLS": ["454 not today"]}
    with receiving_mail(refusal, can_encrypt=True) as receiver, pytest.raises(OutgoingError, match="not today"):
        server_at(receiver.port, "lee:s%40cret@", scheme=scheme, host="localhost").send(MAIL)
    assert (receiver.got, receiver.logins) == ([], [])


@pytest.mark.parametrize(("scheme", "over_tls"), [("smtp", False), ("smtp+starttls", False), ("smtps", True)])
def test_a_server_that_is_another_or_that_nobody_vouches_for_gets_nothing(scheme: str, over_tls: bool):
    with receiving_mail(can_encrypt=not over_tls, over_tls=over_tls) as receiver:
        by_another_name = server_at(receiver.port, "lee:s%40cret@", scheme=scheme)
        for server in (by_another_name, replace(by_another_name, host="localhost", certificates=None)):
            with pytest.raises(OutgoingError, match="certificate"):
                server.send(MAIL)
    assert (receiver.got, receiver.logins) == ([], [])


def test_a_wrong_password_is_told_without_the_password():
    refusal = {"AUTH": ["535 who are you"]}
    with receiving_mail(refusal, can_encrypt=True) as receiver, pytest.raises(OutgoingError) as caught:
        server_at(receiver.port, "lee:s%40cret@", host="localhost").send(MAIL)
    assert ("who are you" in str(caught.value), "s@cret" in str(caught.value)) == (True, False)
    assert not isinstance(caught.value, RefusedError)


def test_the_url_says_which_server():
    server = MailServer.of("smtps://lee:s%40cret@mail.example", "q@news.example")
    assert (server.host, server.port, server.is_encrypted, server.user, server.password) == (
        *("mail.example", 465, True),
        *("lee", "s@cret"),
    )
    plain = MailServer.of("smtp://mail.example", "q@news.example")
    assert (plain.port, plain.is_encrypted, plain.requires_encryption) == (587, False, False)
    required = MailServer.of("smtp+starttls://mail.example", "q@news.example")
    assert (required.port, required.is_encrypted, required.requires_encryption) == (587, False, True)
    assert "s@cret" not in repr(server)
    assert replace(server, password="").user == "lee"
    for url in ("https://mail.example", "smtp://", "mail.example"):
        with pytest.raises(SettingsError):
            MailServer.of(url, "q@news.example")

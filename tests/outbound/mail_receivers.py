"""A small mail server on this machine: it takes what it is sent, or refuses it, with encryption or without."""

import socketserver
import ssl
import threading
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message

from tests.outbound.servers import CERTIFICATE


@dataclass
class MailReceiver:
    """What it got; it answers each command with its refusals in turn, and then takes all.

    `heard` has the commands that came, each with whether it was encrypted. With `can_encrypt`, STARTTLS is offered.
    """

    refusals: Mapping[str, list[str]]
    can_encrypt: bool = False
    port: int = 0
    got: list[Message] = field(default_factory=list)
    heard: list[tuple[str, bool]] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)

    def answer(self, handler: socketserver.StreamRequestHandler) -> None:
        """One connection, until it quits."""
        handler.wfile.write(b"220 here\r\n")
        while line := handler.rfile.readline():
            words = line.decode().split()
            command = words[0].upper()
            self.heard.append((command, isinstance(handler.connection, ssl.SSLSocket)))
            refusals = self.refusals.get(command, [])
            reply = refusals.pop(0) if refusals else self._reply(handler, command, words[1:])
            handler.wfile.write(f"{reply}\r\n".encode())
            if command == "STARTTLS" and reply.startswith("220"):
                self._encrypt(handler)
            if command == "QUIT":
                return

    def _reply(self, handler: socketserver.StreamRequestHandler, command: str, words: list[str]) -> str:
        match command:
            case "EHLO" if self.can_encrypt and not isinstance(handler.connection, ssl.SSLSocket):
                return "250-here\r\n250 STARTTLS"
            case "EHLO":
                return "250-here\r\n250 AUTH PLAIN"
            case "STARTTLS":
                return "220 go on"
            case "AUTH":
                _, user, password = b64decode(words[1]).decode().split("\0")
                self.logins.append((user, password))
                return "235 welcome"
            case "DATA":
                handler.wfile.write(b"354 go on\r\n")
                lines: list[bytes] = []
                # Who breaks off in the middle sends no dot.
                while (line := handler.rfile.readline()) not in (b".\r\n", b""):
                    lines.append(line)
                self.got.append(message_from_bytes(b"".join(lines)))
                return "250 taken"
            case "QUIT":
                return "221 bye"
        return "250 yes"

    @staticmethod
    def _encrypt(handler: socketserver.StreamRequestHandler) -> None:
        encrypted = _context().wrap_socket(handler.connection, server_side=True)
        handler.connection = encrypted
        handler.rfile, handler.wfile = encrypted.makefile("rb"), encrypted.makefile("wb", buffering=0)


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


@contextmanager
def receiving_mail(
    refusals: Mapping[str, list[str]] | None = None, *, can_encrypt: bool = False, over_tls: bool = False
) -> Iterator[MailReceiver]:
    """A receiver that runs; `over_tls` encrypts from the first byte on."""
    receiver = MailReceiver({command: list(replies) for command, replies in (refusals or {}).items()}, can_encrypt)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            try:
                receiver.answer(self)
            finally:
                self.connection.close()

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Whoever trusts no such certificate breaks off."""

    with Server(("127.0.0.1", 0), Handler) as server:
        if over_tls:
            server.socket = _context().wrap_socket(server.socket, server_side=True)
        receiver.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield receiver
        server.shutdown()
        thread.join()

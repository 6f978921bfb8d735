"""A small mail server on this machine: it takes what it is sent, or refuses it."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message


@dataclass
class MailReceiver:
    """What it got; it refuses as many mails as `n_refused` says, and then takes all."""

    port: int = 0
    n_refused: int = 0
    got: list[Message] = field(default_factory=list)

    def answer(self, handler: socketserver.StreamRequestHandler) -> None:
        """One connection, until it quits."""
        handler.wfile.write(b"220 here\r\n")
        while line := handler.rfile.readline():
            match line.split()[0].upper():
                case b"DATA":
                    handler.wfile.write(b"354 go on\r\n")
                    lines = iter(handler.rfile.readline, b".\r\n")
                    self.got.append(message_from_bytes(b"".join(lines)))
                    handler.wfile.write(b"250 taken\r\n")
                case b"MAIL" if self.n_refused:
                    self.n_refused -= 1
                    handler.wfile.write(b"451 not now\r\n")
                case b"QUIT":
                    handler.wfile.write(b"221 bye\r\n")
                    return
                case _:
                    handler.wfile.write(b"250 yes\r\n")


@contextmanager
def receiving_mail(*, n_refused: int = 0) -> Iterator[MailReceiver]:
    """A receiver that runs."""
    receiver = MailReceiver(n_refused=n_refused)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            receiver.answer(self)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        receiver.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield receiver
        server.shutdown()
        thread.join()

"""What can go wrong for who asks the service."""

from dataclasses import dataclass


class ClientError(Exception):
    """The service did not answer as asked; the message is a sentence."""


class UnreachableError(ClientError):
    """No answer came, for all retries; the service may or may not have done what was asked."""


class UnexpectedError(ClientError):
    """What answered is not this service, or not one of this version."""


class ForgedError(ClientError):
    """A message did not come from the service, or not now."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field; `field` is a JSON pointer into what was sent."""

    field: str
    message: str


class RefusedError(ClientError):
    """The service refused, for all retries: its problem document (RFC 9457)."""

    def __init__(self, status: int, type_: str, detail: str, errors: tuple[FieldError, ...]) -> None:
        super().__init__(f"{status}: {detail}")
        self.status = status
        self.type = type_
        self.detail = detail
        self.errors = errors

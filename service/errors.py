"""The family of errors that this service raises on purpose.

None carries an HTTP status or an exit code: `web/middleware/problems.py` and `cli/base.py` map them.
"""


class ServiceError(Exception):
    """Something that the caller can act on; the message is one plain sentence."""


class SettingsError(ServiceError):
    """A setting has a value that cannot be used; the message names the variable and the value."""


class SubmissionError(ServiceError):
    """The submission is invalid; `index` and `field` say which article, and which part of it."""

    def __init__(self, message: str, *, index: int | None = None, field: str | None = None) -> None:
        super().__init__(message)
        self.index = index
        self.field = field


class ArticleError(SubmissionError):
    """An article cannot be analysed: it is empty, or its HTML has no text."""


class JudgementError(SubmissionError):
    """A judgement is nobody's, or says that a claim is right which the conflict does not have."""


class TooLargeError(SubmissionError):
    """A request or an article exceeds a limit set by the operator."""


class WebhookError(SubmissionError):
    """A webhook could not work as it is asked for; `field` says which part of it."""


class BusyError(ServiceError):
    """The service is busy; the same request may succeed later."""


class TimeLimitError(ServiceError):
    """The analysis took longer than the limit; fewer or shorter articles may succeed."""


class MemoryLimitError(ServiceError):
    """The analysis took more memory than the limit; fewer or shorter articles may succeed."""


class ModelError(ServiceError):
    """The language models cannot be loaded from their folder."""


class StoreError(ServiceError):
    """The store cannot be reached, or another writer locks it for too long."""


class ClashError(ServiceError):
    """The request conflicts with the stored state, such as an id that is in use for other content."""


class CursorError(ServiceError):
    """The cursor was not issued by this service."""


class MissingError(ServiceError):
    """The requested resource does not exist."""


class MovedError(ServiceError):
    """The requested resource now has another id, `to`."""

    def __init__(self, message: str, *, to: str = "") -> None:
        super().__init__(message)
        self.to = to


class OutgoingError(ServiceError):
    """A request to another server was refused by the guard or failed; the message ends a sentence about its URL."""


class RefusedError(OutgoingError):
    """The other server refuses a message for good; `is_address` where it takes none to its address."""

    def __init__(self, message: str, *, is_address: bool = False) -> None:
        super().__init__(message)
        self.is_address = is_address

"""The family of errors that this service raises on purpose.

None carries an HTTP status or an exit code: `web/errors.py` and `cli.py` map them.
"""


class ServiceError(Exception):
    """Something that the caller can act on; the message is one plain sentence."""


class SettingsError(ServiceError):
    """A setting has a value that cannot be used; the message names the variable and the value."""


class SubmissionError(ServiceError):
    """What was handed in cannot be taken; `index` and `field` tell which article, and which part of it."""

    def __init__(self, message: str, *, index: int | None = None, field: str | None = None) -> None:
        super().__init__(message)
        self.index = index
        self.field = field


class ArticleError(SubmissionError):
    """An article cannot be read: it is empty, or no text can be found in its HTML."""


class TooLargeError(SubmissionError):
    """A request or an article is over a limit that a setting draws."""


class BusyError(ServiceError):
    """All places for parsing are taken; the same request may pass later."""


class TimeLimitError(ServiceError):
    """The analysis took longer than a request may; fewer or shorter articles may pass."""


class ModelError(ServiceError):
    """The language models cannot be loaded from their folder."""


class StoreError(ServiceError):
    """The store cannot be reached, or another writer holds it for too long."""


class ClashError(ServiceError):
    """What was sent contradicts what is there: the same name stands for something else."""


class CursorError(ServiceError):
    """A cursor is none that this service gave."""


class MissingError(ServiceError):
    """What was asked for is not there."""


class MovedError(ServiceError):
    """What was asked for goes by another id now, `to`."""

    def __init__(self, message: str, *, to: str) -> None:
        super().__init__(message)
        self.to = to


class OutgoingError(ServiceError):
    """A request to another server was refused by the guard or failed; the message ends a sentence about its URL."""

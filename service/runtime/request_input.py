"""The body of a request whose faults are those that any server's has: gunicorn's own are known to nobody else."""

from collections.abc import Callable
from typing import Any

from gunicorn.http.errors import ParseException

# ruff: noqa: ANN401 - as WSGI has them

_Application = Callable[[dict[str, Any], Any], Any]


def with_plain_faults(answer: _Application) -> _Application:
    """The application, to which a malformed body raises ValueError."""

    def answer_with_input(environ: dict[str, Any], start_response: Any) -> Any:
        environ["wsgi.input"] = _Input(environ["wsgi.input"])
        return answer(environ, start_response)

    return answer_with_input


class _Input:
    def __init__(self, body: Any) -> None:
        self._body = body

    def read(self, size: int | None = None) -> bytes:
        try:
            return bytes(self._body.read(size))
        except ParseException as error:
            raise ValueError(f"The body is not well-formed: {error}") from error

"""Who said it, what that person is, and where the reports disagree.

`create_app` is imported when it is asked for: gunicorn's master and the command's help need none of it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from service.app import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - as Python has it
    if name != "create_app":
        raise AttributeError(name)
    from service.app import create_app

    return create_app

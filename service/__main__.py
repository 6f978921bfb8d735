"""`quotes`, or `python -m service`: the command, which loads the service when it needs it."""

import atexit
import os
import sys

from service.cli.base import CommandContext
from service.cli.commands import quotes

_ENGINE = "daft"


def main() -> None:
    """The `quotes` command."""
    try:
        quotes(obj=_context)
    except SystemExit as end:
        if _ENGINE in sys.modules and isinstance(end.code, int):
            _end(end.code)
        raise


def _context() -> CommandContext:
    from service.app import command_context

    return command_context()


def _end(code: int) -> None:
    """End as the interpreter would, but for taking itself down.

    The engine of archives has threads that would still ask for the interpreter then, and before Python 3.14 that aborts
    the process: the tables would be there, and the exit code would say that they are not.
    """
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()

"""`quotes`, or `python -m service`: the command, which loads the service when it needs it."""

from service.cli.base import CommandContext
from service.cli.commands import quotes


def main() -> None:
    """The `quotes` command."""
    quotes(obj=_context)


def _context() -> CommandContext:
    from service.app import command_context

    return command_context()


if __name__ == "__main__":
    main()

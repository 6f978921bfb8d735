"""`python -m service.reader articles|lines FD`: the process that loads the models and forks readers; see `readers`.

The settings of the app that asks come on the standard input.
"""

import pickle
import socket
import sys
from functools import partial

from service.app import workplace
from service.config.settings import Settings
from service.readers.template import run_template


def main() -> None:
    """Fork readers as asked on the socket of this number."""
    kind, number = sys.argv[1:]
    settings: Settings = pickle.load(sys.stdin.buffer)
    load = partial(workplace, settings, of_lines=kind == "lines")
    run_template(socket.socket(fileno=int(number)), load)


if __name__ == "__main__":
    main()

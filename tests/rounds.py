"""How often a test repeats what chance decides, and on how much: little while somebody waits, more in `make check`."""

import os

IS_THOROUGH = os.environ.get("THOROUGH_TESTS") == "1"


def rounds(few: int, many: int) -> int:
    """`many` where the tests are thorough."""
    return many if IS_THOROUGH else few

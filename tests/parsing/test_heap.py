"""Memory that is freed and taken again."""

import subprocess
import sys

import pytest

# Twenty megabytes in small pieces, taken and freed ten times over; the page faults are printed.
_WORK = """
from resource import RUSAGE_SELF, getrusage
from service.parsing.heap import keep_heap
{begin}
before = getrusage(RUSAGE_SELF).ru_minflt
for _ in range(10):
    pieces = [bytearray(100_000) for _ in range(200)]
    del pieces
print(getrusage(RUSAGE_SELF).ru_minflt - before)
"""


def _faults(begin: str) -> int:
    return int(subprocess.check_output([sys.executable, "-c", _WORK.format(begin=begin)]))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the options are those of glibc")
def test_memory_that_is_freed_and_taken_again_costs_no_page_faults():
    assert _faults("keep_heap()") * 4 < _faults("")

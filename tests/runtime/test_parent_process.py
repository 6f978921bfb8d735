"""Processes that end with their parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

CHILD = (
    "import os, signal, time; from service.runtime.parent_process import end_with\n"
    "end_with({parent}, signal.SIGKILL); print(os.getpid(), flush=True); time.sleep(60)"
)


def _is_alive(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_child_ends_with_its_parent():
    child = CHILD.format(parent="os.getppid()")
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert _is_alive(pid)
        parent.kill()
    deadline = time.monotonic() + 10
    while _is_alive(pid):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_child_whose_parent_has_ended_ends():
    ended = subprocess.run([sys.executable, "-c", CHILD.format(parent=os.getpid() + 1)], check=False, timeout=30)
    assert ended.returncode == -signal.SIGKILL

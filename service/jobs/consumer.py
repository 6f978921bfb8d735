"""A consumer: a process that processes lines until it is stopped or its parent process ends."""

import logging
import os
import signal
import sys
import time
from threading import Thread

from service.jobs.line_worker import LineWorker
from service.jobs.queue import Queue

_log = logging.getLogger(__name__)

_NICENESS = 10


def consume(url: str, work: LineWorker, *, n_at_once: int, parent: int | None = None) -> None:
    """Process lines, `threads` at a time, whenever the queue at the URL wakes this process; it ends with `parent`.

    Raises SettingsError for a URL of no queue, and StoreError where it cannot be reached.
    """
    if parent is not None:
        # Those who ask the server beside wait for their answers; nobody waits for a line.
        os.nice(_NICENESS)
        Thread(target=_end_with, args=(parent,), name="watch-parent", daemon=True).start()
    queue = Queue(url, read_line=work.read_line, tend=work.tend)
    _log.info("consumer started", extra={"lines_at_once": n_at_once})
    queue.consume(n_at_once=n_at_once)
    n_left = work.hand_back()
    _log.info("consumer stopped", extra={"lines_handed_back": n_left})
    if n_left:
        # Threads still compute, and the interpreter would take torch down under their feet.
        sys.stdout.flush()
        os._exit(0)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)

"""Wall time of work that several processes do at once, each on a core of its own."""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from time import perf_counter

Work = Callable[[], object]
# Longer than any preparation takes; who waits in vain for another process ends then.
_PATIENCE_SECONDS = 600


def seconds_side_by_side(prepare: Callable[[], Work], n_processes: int) -> float:
    """The seconds from the moment at which all processes are prepared until the last has done its work.

    `prepare` is pickled: each process is spawned and makes its own work. Raises RuntimeError if one fails.
    """
    context = get_context("spawn")
    start = context.Barrier(n_processes, timeout=_PATIENCE_SECONDS)
    ended: SimpleQueue[float] = context.SimpleQueue()
    processes = [context.Process(target=_run, args=(prepare, start, ended)) for _ in range(n_processes)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        raise RuntimeError("a process failed: see above")
    return max(ended.get() for _ in processes)


def _run(prepare: Callable[[], Work], start: Barrier, ended: "SimpleQueue[float]") -> None:
    work = prepare()
    start.wait()
    began = perf_counter()
    work()
    ended.put(perf_counter() - began)
